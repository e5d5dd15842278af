import type { GlobalPermission } from '../model/permission';
import type { Holder } from '../model/site';
import type { JiraStore } from '../store';
import { DEMO_PEOPLE } from './demo-people';
import type { InstalledApp } from './installed-app';
import { ROLE } from './roles';

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'jira-users': ['erin', 'pat', 'lee', 'lou', 'sam', 'sky', 'jo', 'ada', 'mal'],
  engineers: ['erin', 'pat', 'lee', 'lou', 'sam', 'sky', 'jo'],
  'engineering-leads': ['lee', 'lou'],
  'security-team': ['sam', 'sky'],
  'jira-admins': ['jo'],
  auditors: ['ada'],
};

export const groupIdOf = (name: string) => `group-${name}`;

/** The people of every seed, their groups, the app's account, roles and global permissions. */
export function addStandardPeople(store: JiraStore, app: InstalledApp): void {
  for (const account of DEMO_PEOPLE) store.accounts.set(account.accountId, account);
  store.accounts.set(app.accountId, {
    accountId: app.accountId,
    accountType: 'app',
    displayName: app.displayName,
    emailAddress: '',
    apiToken: undefined,
    timeZone: 'Etc/UTC',
  });
  for (const [name, people] of Object.entries(GROUPS)) {
    const groupId = groupIdOf(name);
    store.groups.set(groupId, { groupId, name, members: people.map((person) => `712020:${person}`) });
  }
  addRoles(store);
  addGlobalPermissions(store, app);
}

function addRoles(store: JiraStore): void {
  const add = (id: string, name: string, description: string) => store.roles.set(id, { id, name, description });
  add(ROLE.administrators, 'Administrators', 'A project role that represents administrators in a project');
  add(ROLE.apps, 'atlassian-addons-project-access', 'A project role that represents apps in a project');
  add(ROLE.members, 'Member', 'A project role for people who work in a project');
  add(ROLE.viewers, 'Viewer', 'A project role for people who look at a project');
  store.counters.set('role', 10_005);
}

function addGlobalPermissions(store: JiraStore, app: InstalledApp): void {
  const administrators: readonly Holder[] = [{ groupId: groupIdOf('jira-admins') }];
  const everybody: readonly Holder[] = [{ groupId: groupIdOf('jira-users') }];
  const everybodyAndTheApp: readonly Holder[] = [...everybody, { accountId: app.accountId }];
  const granted: Readonly<Record<GlobalPermission, readonly Holder[]>> = {
    // With the scope manage:jira-configuration the app's own user has the permission that goes with it:
    // https://community.developer.atlassian.com/t/forge-apps-can-now-access-restricted-resources/54999
    ADMINISTER: [...administrators, { accountId: app.accountId }],
    SYSTEM_ADMIN: [],
    USER_PICKER: everybodyAndTheApp,
    CREATE_SHARED_OBJECTS: everybodyAndTheApp,
    MANAGE_GROUP_FILTER_SUBSCRIPTIONS: administrators,
    BULK_CHANGE: everybody,
    CREATE_PROJECT: everybody,
  };
  store.globalPermissions.set('ADMINISTER', granted.ADMINISTER);
  store.globalPermissions.set('SYSTEM_ADMIN', granted.SYSTEM_ADMIN);
  store.globalPermissions.set('USER_PICKER', granted.USER_PICKER);
  store.globalPermissions.set('CREATE_SHARED_OBJECTS', granted.CREATE_SHARED_OBJECTS);
  store.globalPermissions.set('MANAGE_GROUP_FILTER_SUBSCRIPTIONS', granted.MANAGE_GROUP_FILTER_SUBSCRIPTIONS);
  store.globalPermissions.set('BULK_CHANGE', granted.BULK_CHANGE);
  store.globalPermissions.set('CREATE_PROJECT', granted.CREATE_PROJECT);
}
