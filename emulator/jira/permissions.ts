import type { Principal } from '../seams';
import { JiraError, notFoundIssue } from './rest/errors';
import type { Issue } from './model/issue';
import type { GlobalPermission, ProjectPermission } from './model/permission';
import type { Holder, Project, ScreenField } from './model/site';
import { issueByIdOrKey, type JiraStore, known, projectByIdOrKey } from './store';

/** Where a permission is asked for. Without an issue, `reporter` and `assignee` are whoever might be one of some issue. */
interface Where {
  readonly project?: Project;
  readonly issue?: Issue;
}

function holds(store: JiraStore, holder: Holder, accountId: string, { project, issue }: Where): boolean {
  if ('accountId' in holder) return holder.accountId === accountId;
  if ('groupId' in holder) return store.groups.get(holder.groupId)?.members.includes(accountId) === true;
  if ('roleId' in holder) return project !== undefined && inRole(store, project, holder.roleId, accountId);
  switch (holder.dynamic) {
    case 'reporter':
    case 'assignee':
      return issue === undefined || issue.fields[holder.dynamic] === accountId;
    case 'projectLead':
      return project?.leadAccountId === accountId;
    case 'applicationRole':
      return store.accounts.get(accountId)?.accountType === 'atlassian';
  }
}

export function inRole(store: JiraStore, project: Project, roleId: string, accountId: string): boolean {
  const actors = project.roleActors[roleId];
  if (actors === undefined) return false;
  return (
    actors.accountIds.includes(accountId) ||
    actors.groupIds.some((groupId) => store.groups.get(groupId)?.members.includes(accountId) === true)
  );
}

export function mayInProject(
  store: JiraStore,
  who: Principal,
  permission: ProjectPermission,
  project: Project,
  issue?: Issue,
): boolean {
  if (who.kind !== 'account' || project.trashed !== null) return false;
  const where = issue === undefined ? { project } : { project, issue };
  return (project.permissions[permission] ?? []).some((holder) => holds(store, holder, who.accountId, where));
}

/** A project administrator of this project, or a Jira administrator who can see it. */
export const mayAdminister = (store: JiraStore, who: Principal, project: Project): boolean =>
  mayInProject(store, who, 'ADMINISTER_PROJECTS', project) ||
  (project.trashed === null && mayGlobally(store, who, 'ADMINISTER'));

export function mayGlobally(store: JiraStore, who: Principal, permission: GlobalPermission): boolean {
  const holders = store.globalPermissions.get(permission) ?? [];
  return who.kind === 'account' && holders.some((holder) => holds(store, holder, who.accountId, {}));
}

export const mayOnIssue = (store: JiraStore, who: Principal, permission: ProjectPermission, issue: Issue): boolean =>
  mayInProject(store, who, permission, known(store.projects, issue.projectId), issue);

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

/** The project, if the caller administers it; else 404 for who may not see it, and `refusal` for who may. */
export function administeredProject(
  store: JiraStore,
  who: Principal,
  idOrKey: string,
  refusal: 401 | 403 | 404 = 403,
): Project {
  const project = projectByIdOrKey(store, idOrKey);
  if (project !== undefined && mayAdminister(store, who, project)) return project;
  browsedProject(store, who, idOrKey);
  throw new JiraError(refusal, ['You cannot edit the configuration of this project.']);
}

/** 401 for an anonymous caller, 403 for one who is not a Jira administrator. */
export function demandJiraAdministrator(store: JiraStore, who: Principal): string {
  const caller = callerId(who);
  if (!mayGlobally(store, who, 'ADMINISTER')) throw new JiraError(403, [ONLY_ADMINISTRATORS]);
  return caller;
}

const ONLY_ADMINISTRATORS = 'Only Jira administrators can perform this operation.';

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
