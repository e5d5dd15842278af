import { expressionIssue, expressionUser } from './expression/expression-issue';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import { JiraError } from './rest/errors';
import { known } from './store';

const BROKEN = 'There was an error in a validator of this action. Contact your administrator.';

/**
 * Asks the app's action validator before a work type changes, by whatever way. Throws 400 with its words if it blocks.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-action-validator/
 */
export async function askBeforeTypeChange(
  jira: Jira,
  issue: Issue,
  newIssueTypeId: string,
  accountId: string,
): Promise<void> {
  if (newIssueTypeId === issue.issueTypeId) return;
  const { store } = jira;
  const project = known(store.projects, issue.projectId);
  const type = known(store.issueTypes, newIssueTypeId);
  const answer = await jira.askActionValidator({
    action: 'workItemTypeChanged',
    issueId: issue.id,
    newIssueTypeId,
    expressionContext: {
      user: expressionUser(store, accountId),
      issue: expressionIssue(store, issue),
      project: { id: Number(project.id), key: project.key, name: project.name },
      newIssueType: Number(type.id),
      newIssueTypeData: { id: Number(type.id), name: type.name, properties: type.properties },
    },
  });
  if (answer.kind === 'blocked') throw new JiraError(400, [answer.message]);
  if (answer.kind === 'failed') throw new JiraError(400, [BROKEN]);
  demandUnmoved(jira, issue);
}

/** While the rule was asked, somebody else may have deleted the issue. */
function demandUnmoved({ store }: Jira, { id }: Issue): void {
  if (!store.issues.has(id)) throw new JiraError(409, ['The issue was deleted while the change was being checked.']);
}
