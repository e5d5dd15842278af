import Breadcrumbs, { BreadcrumbsItem } from '@atlaskit/breadcrumbs';
import { useMemo, useState } from 'react';
import { LoadingPage, ProblemPage } from '../page-states';
import { usePageTitle } from '../page-title';
import { Activity } from './activity';
import { AppPanels } from './app-panels';
import { AttachmentSection } from './attachment-section';
import { DescriptionField } from './description-field';
import { Details } from './details';
import { FlaggedMark } from './flagging';
import { EditingContext, useIssueEditing } from './issue-editing';
import { IssueMenu } from './issue-menu';
import { LinkSection } from './link-section';
import { type Addition, QuickAdd } from './quick-add';
import { StatusMenu } from './status-menu';
import { SubtaskSection } from './subtask-section';
import { SummaryField } from './summary-field';
import { type IssueView, useIssueView } from './use-issue-view';
import { WatchButton } from './watch-button';
import { WorkTypeIcon } from './work-type-icon';

export function IssuePage({ issueKey }: { readonly issueKey: string }) {
  const { remote, reload } = useIssueView(issueKey);
  const summary = remote.kind === 'ready' ? remote.value.issue.fields.summary : undefined;
  usePageTitle(summary === undefined ? undefined : `[${issueKey}] ${summary}`);
  switch (remote.kind) {
    case 'loading':
      return <LoadingPage label={`Reading ${issueKey}`} />;
    case 'ready':
      return <IssueOnPage view={remote.value} reload={reload} />;
    default:
      return <ProblemPage problem={remote} onRetry={reload} />;
  }
}

interface IssueOnPageProps {
  readonly view: IssueView;
  readonly reload: () => Promise<void>;
}

/** In the order of a narrow window; a wide one has status and details at the side. */
function IssueOnPage({ view, reload }: IssueOnPageProps) {
  const { issue, editFields } = view;
  const editable = useMemo(() => (editFields.kind === 'ok' ? editFields.value : []), [editFields]);
  const editing = useIssueEditing(issue.key, editable, reload);
  const [adding, setAdding] = useState<Addition>();
  const isEditable = editable.length > 0;
  const add = { isEditable, onStopAdding: () => setAdding(undefined), issue, reload };
  return (
    <EditingContext.Provider value={editing}>
      <div className="page issue">
        <div className="issue-head">
          <Trail view={view} />
          <SummaryField summary={issue.fields.summary} />
          {isEditable && (
            <QuickAdd
              issueKey={issue.key}
              isSubtask={issue.fields.issuetype.subtask}
              onAdd={setAdding}
              reload={reload}
            />
          )}
        </div>
        <div className="issue-status">
          <StatusMenu issue={issue} transitions={view.transitions} reload={reload} />
          <FlaggedMark issue={issue} />
          <span className="header-gap" />
          <WatchButton issue={issue} reload={reload} />
          <IssueMenu view={view} reload={reload} />
        </div>
        <div className="issue-content">
          <DescriptionField description={issue.fields.description} />
          <AttachmentSection {...add} />
          <SubtaskSection {...add} isAdding={adding === 'subtask'} />
          <LinkSection {...add} remoteLinks={view.remoteLinks} isAdding={adding === 'link'} />
          <AppPanels issueKey={issue.key} onRefreshIssue={() => void reload()} />
        </div>
        <aside className="issue-details" aria-label="Details">
          <Details issue={issue} />
        </aside>
        <div className="issue-activity">
          <Activity issueKey={issue.key} view={view} reload={reload} />
        </div>
      </div>
    </EditingContext.Provider>
  );
}

function Trail({ view: { issue } }: Pick<IssueOnPageProps, 'view'>) {
  const { project, issuetype, parent } = issue.fields;
  return (
    <Breadcrumbs label="Breadcrumbs">
      <BreadcrumbsItem href={`/projects/${encodeURIComponent(project.key)}`} text={project.name} />
      {parent ? <BreadcrumbsItem href={`/browse/${parent.key}`} text={parent.key} /> : null}
      <BreadcrumbsItem
        href={`/browse/${issue.key}`}
        text={issue.key}
        elemBefore={<WorkTypeIcon workType={issuetype} label={issuetype.name} />}
      />
    </Breadcrumbs>
  );
}
