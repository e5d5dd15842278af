import { workflowOf } from './configuration';
import { createIssue } from './issue-create';
import { linkIssues } from './issue-links';
import { summaryOf } from './issue-summary';
import type { Jira } from './jira';
import type { Field } from './model/field';
import type { Issue } from './model/issue';
import { browsedIssue, mayInProject } from './permissions';
import { JiraError } from './rest/errors';
import { known } from './store';

const CLONERS = 'Cloners';

/**
 * What Jira's "Clone" action does; the REST API has none. A new issue of the same place with the same fields, whose
 * reporter is the person, linked to what it was cloned from. Comments, history, attachments and entity properties stay behind.
 * 404 where the person may not see the issue, 400 where they may not create one.
 */
export async function cloneIssue(jira: Jira, issueIdOrKey: string, accountId: string): Promise<Issue> {
  const { store } = jira;
  const who = { kind: 'account', accountId } as const;
  const original = browsedIssue(store, who, issueIdOrKey);
  const project = known(store.projects, original.projectId);
  if (!mayInProject(store, who, 'CREATE_ISSUES', project)) {
    throw new JiraError(400, [], { project: 'You do not have permission to create issues in this project.' });
  }
  const clone = await createIssue(jira, {
    project,
    type: known(store.issueTypes, original.issueTypeId),
    workflow: workflowOf(store, original),
    parentId: original.parentId,
    values: copied(jira, original, accountId),
    properties: {},
    creatorId: accountId,
    clonedFrom: original,
  });
  const type = [...store.issueLinkTypes.values()].find(({ name }) => name === CLONERS);
  if (type !== undefined) linkIssues(jira, type, clone, original, accountId);
  return clone;
}

function copied({ store, settings }: Jira, original: Issue, accountId: string): Issue['fields'] {
  const leftBehind = (field: Field | undefined) => field?.type === 'forge' && !settings.clonesCopyAppFields;
  const kept = Object.entries(original.fields).filter(([fieldId]) => !leftBehind(store.fields.get(fieldId)));
  const summary = `CLONE - ${summaryOf(original)}`.slice(0, 255);
  return { ...Object.fromEntries(kept), summary, reporter: accountId };
}
