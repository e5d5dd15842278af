import type { Holder, Project } from '../model/site';
import type { InstalledApp } from './installed-app';
import { ROLE } from './roles';
import { groupIdOf } from './standard-people';

/** What the projects of the seeds grant: engineers and the app work, auditors read, administrators administer. */
export function standardPermissions(app: Pick<InstalledApp, 'accountId'>): Project['permissions'] {
  const theApp: Holder = { accountId: app.accountId };
  const people: readonly Holder[] = [{ groupId: groupIdOf('engineers') }, { roleId: ROLE.members }];
  const workers: readonly Holder[] = [...people, theApp];
  const readers: readonly Holder[] = [...workers, { groupId: groupIdOf('auditors') }, { roleId: ROLE.viewers }];
  const administrators: readonly Holder[] = [{ groupId: groupIdOf('jira-admins') }, { roleId: ROLE.administrators }];
  return {
    BROWSE_PROJECTS: readers,
    CREATE_ISSUES: workers,
    EDIT_ISSUES: workers,
    DELETE_ISSUES: administrators,
    MOVE_ISSUES: workers,
    ASSIGN_ISSUES: workers,
    ASSIGNABLE_USER: people,
    LINK_ISSUES: workers,
    MODIFY_REPORTER: people,
    RESOLVE_ISSUES: workers,
    CLOSE_ISSUES: workers,
    SCHEDULE_ISSUES: workers,
    TRANSITION_ISSUES: workers,
    MANAGE_WATCHERS: administrators,
    VIEW_VOTERS_AND_WATCHERS: readers,
    ADD_COMMENTS: workers,
    EDIT_OWN_COMMENTS: workers,
    EDIT_ALL_COMMENTS: administrators,
    DELETE_OWN_COMMENTS: workers,
    DELETE_ALL_COMMENTS: administrators,
    CREATE_ATTACHMENTS: workers,
    DELETE_OWN_ATTACHMENTS: workers,
    DELETE_ALL_ATTACHMENTS: administrators,
    VIEW_READONLY_WORKFLOW: readers,
    ADMINISTER_PROJECTS: administrators,
  };
}
