import type { Principal } from '../seams';
import { JiraError, notFoundIssue } from './rest/errors';
import type { Issue } from './model/issue';
import type { GlobalPermission, Holder, Project, ProjectPermission, ScreenField } from './model/site';
import { issueByIdOrKey, type JiraStore, known, projectByIdOrKey } from './store';

const holds = (store: JiraStore, holder: Holder, accountId: string): boolean =>
  'accountId' in holder
    ? holder.accountId === accountId
    : store.groups.get(holder.groupId)?.members.includes(accountId) === true;

export function mayInProject(
  store: JiraStore,
  who: Principal,
  permission: ProjectPermission,
  project: Project,
): boolean {
  return (
    who.kind === 'account' && project.permissions[permission].some((holder) => holds(store, holder, who.accountId))
  );
}

export function mayGlobally(store: JiraStore, who: Principal, permission: GlobalPermission): boolean {
  const holders = store.globalPermissions.get(permission) ?? [];
  return who.kind === 'account' && holders.some((holder) => holds(store, holder, who.accountId));
}

export const mayOnIssue = (store: JiraStore, who: Principal, permission: ProjectPermission, issue: Issue): boolean =>
  mayInProject(store, who, permission, known(store.projects, issue.projectId));

/** The issue, if the caller may see it; else 404, in the same words whether it is hidden or missing. */
export function browsedIssue(store: JiraStore, who: Principal, idOrKey: string): Issue {
  const issue = issueByIdOrKey(store, idOrKey);
  if (issue === undefined || !mayOnIssue(store, who, 'BROWSE_PROJECTS', issue)) throw notFoundIssue();
  return issue;
}

export function browsedProject(store: JiraStore, who: Principal, idOrKey: string): Project {
  const project = projectByIdOrKey(store, idOrKey);
  if (project === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', project)) {
    throw new JiraError(404, [`No project could be found with key '${idOrKey}'.`]);
  }
  return project;
}

/** 403 with `message` unless the caller holds the permission on the issue. */
export function demand(
  store: JiraStore,
  who: Principal,
  permission: ProjectPermission,
  issue: Issue,
  message: string,
): void {
  if (!mayOnIssue(store, who, permission, issue)) throw new JiraError(403, [message]);
}

/** The fields of a screen that the caller may set: reporter and assignee want a permission of their own. */
export function settableOn(
  screen: readonly ScreenField[],
  project: Project,
  { store, who }: { readonly store: JiraStore; readonly who: Principal },
): readonly ScreenField[] {
  const wanted: Readonly<Record<string, ProjectPermission>> = {
    reporter: 'MODIFY_REPORTER',
    assignee: 'ASSIGN_ISSUES',
  };
  return screen.filter(({ fieldId }) => {
    const permission = wanted[fieldId];
    return permission === undefined || mayInProject(store, who, permission, project);
  });
}

/** The account that calls, or 401 for an anonymous caller. */
export function callerId(who: Principal): string {
  if (who.kind === 'anonymous') throw new JiraError(401, ['Client must be authenticated to access this resource.']);
  return who.accountId;
}
