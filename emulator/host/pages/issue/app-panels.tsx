import Heading from '@atlaskit/heading';
import { readPanels } from '../../api/modules';
import { AppPlace } from '../app-pages/app-place';
import { ProblemPart } from '../page-states';
import { useRemote } from '../remote';

interface AppPanelsProps {
  readonly issueKey: string;
  readonly onRefreshIssue: () => void;
}

/** What the app adds to the issue. */
export function AppPanels({ issueKey, onRefreshIssue }: AppPanelsProps) {
  const { remote, reload } = useRemote(`panels-${issueKey}`, () => readPanels(issueKey));
  if (remote.kind === 'loading') return null;
  if (remote.kind !== 'ready') return <ProblemPart problem={remote} onRetry={reload} />;
  return remote.value.map((panel) => (
    <section key={panel.moduleKey} className="app-panel" aria-label={panel.title}>
      <Heading size="xsmall" as="h2">
        {panel.title}
      </Heading>
      <AppPlace module={panel} place={{ kind: 'issue', issueKey }} onRefreshIssue={onRefreshIssue} />
    </section>
  ));
}
