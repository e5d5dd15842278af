import { evaluateExpression } from '../jira/expression/evaluate-expression';
import { allFieldsJson, projectJson } from '../jira/issue-json';
import type { Jira } from '../jira/jira';
import { PROJECT_PERMISSIONS, type ProjectPermission } from '../jira/model/permission';
import { mayAdminister, mayGlobally, mayInProject, mayOnIssue } from '../jira/permissions';
import { issueByIdOrKey, projectByIdOrKey } from '../jira/store';
import type { JiraSide, PropertyEntity } from './jira-side';

/** The embedded Jira as the embedded Forge sees it. */
export function embeddedJira(jira: Jira): JiraSide {
  const { store, baseUrl, handle, onHappening, onProjectHappening } = jira;
  const account = (accountId: string) => ({ kind: 'account', accountId }) as const;
  const isAdministrator = (accountId: string) => mayGlobally(store, account(accountId), 'ADMINISTER');
  return {
    baseUrl,
    handle,
    onHappening,
    onProjectHappening,
    issue(issueIdOrKey) {
      const issue = issueByIdOrKey(store, issueIdOrKey);
      return (
        issue && { id: issue.id, key: issue.key, fields: { ...allFieldsJson(issue, { store, baseUrl: baseUrl() }) } }
      );
    },
    property: (entity, id, propertyKey) => propertiesOf(jira, entity, id)[propertyKey],
    mayBrowse(accountId, issueIdOrKey) {
      const issue = issueByIdOrKey(store, issueIdOrKey);
      return issue !== undefined && mayOnIssue(store, account(accountId), 'BROWSE_PROJECTS', issue);
    },
    project(projectIdOrKey) {
      const project = projectByIdOrKey(store, projectIdOrKey);
      return project && projectJson(project, baseUrl());
    },
    mayInProject(accountId, permission, projectIdOrKey) {
      const project = projectByIdOrKey(store, projectIdOrKey);
      if (project === undefined || !isProjectPermission(permission)) return false;
      return mayInProject(store, account(accountId), permission, project);
    },
    mayAdministerProject(accountId, projectIdOrKey) {
      const project = projectByIdOrKey(store, projectIdOrKey);
      return project !== undefined && mayAdminister(store, account(accountId), project);
    },
    timeZone: (accountId) => store.accounts.get(accountId)?.timeZone ?? 'UTC',
    isAdministrator,
    evaluate: evaluateExpression,
  };
}

const isProjectPermission = (name: string): name is ProjectPermission => Object.hasOwn(PROJECT_PERMISSIONS, name);

/** Properties of people are not modelled by the embedded Jira: there are none. */
function propertiesOf({ store }: Jira, entity: PropertyEntity, id: string): Readonly<Record<string, unknown>> {
  switch (entity) {
    case 'issue':
      return store.issues.get(id)?.properties ?? {};
    case 'issueType':
      return store.issueTypes.get(id)?.properties ?? {};
    case 'project':
      return store.projects.get(id)?.properties ?? {};
    case 'user':
      return {};
  }
}
