import { useFlags } from '@atlaskit/flag';
import Heading from '@atlaskit/heading';
import { type Panel, readPanels } from '../../api/modules';
import { appFlagLook } from '../../app-flag-look';
import { AppModule } from '../../app-module';
import { ProblemPart } from '../page-states';
import { useRemote } from '../remote';
import { navigate } from '../router';

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
    <AppPanel key={panel.moduleKey} panel={panel} issueKey={issueKey} onRefreshIssue={onRefreshIssue} />
  ));
}

function AppPanel({ panel, issueKey, onRefreshIssue }: AppPanelsProps & { readonly panel: Panel }) {
  const { showFlag } = useFlags();
  return (
    <section className="app-panel" aria-label={panel.title}>
      <Heading size="xsmall" as="h2">
        {panel.title}
      </Heading>
      <AppModule
        moduleKey={panel.moduleKey}
        issueKey={issueKey}
        onFlag={(flag) => showFlag(appFlagLook(flag))}
        onRefreshIssue={onRefreshIssue}
        navigate={navigate}
      />
    </section>
  );
}
