import { evaluateExpression } from '../jira/expression/evaluate-expression';
import { allFieldsJson } from '../jira/issue-json';
import type { Jira } from '../jira/jira';
import { mayGlobally, mayOnIssue } from '../jira/permissions';
import { issueByIdOrKey } from '../jira/store';
import type { JiraSide, PropertyEntity } from './jira-side';

/** The embedded Jira as the embedded Forge sees it. */
export function embeddedJira(jira: Jira): JiraSide {
  const { store, baseUrl, handle, onHappening } = jira;
  const account = (accountId: string) => ({ kind: 'account', accountId }) as const;
  return {
    baseUrl,
    handle,
    onHappening,
    issue(issueIdOrKey) {
      const issue = issueByIdOrKey(store, issueIdOrKey);
      return issue && { id: issue.id, key: issue.key, fields: allFieldsJson(issue, { store, baseUrl: baseUrl() }) };
    },
    property: (entity, id, propertyKey) => propertiesOf(jira, entity, id)[propertyKey],
    mayBrowse(accountId, issueIdOrKey) {
      const issue = issueByIdOrKey(store, issueIdOrKey);
      return issue !== undefined && mayOnIssue(store, account(accountId), 'BROWSE_PROJECTS', issue);
    },
    timeZone: (accountId) => store.accounts.get(accountId)?.timeZone ?? 'UTC',
    isAdministrator: (accountId) => mayGlobally(store, account(accountId), 'ADMINISTER'),
    evaluate: evaluateExpression,
  };
}

/** Properties of projects and people are not modelled by the embedded Jira: there are none. */
function propertiesOf({ store }: Jira, entity: PropertyEntity, id: string): Readonly<Record<string, unknown>> {
  switch (entity) {
    case 'issue':
      return store.issues.get(id)?.properties ?? {};
    case 'issueType':
      return store.issueTypes.get(id)?.properties ?? {};
    case 'project':
    case 'user':
      return {};
  }
}
