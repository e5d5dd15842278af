import type { Attachment } from './model/attachment';
import { IssueMap } from './issue-map';
import type { Issue } from './model/issue';
import type { Component } from './model/component';
import type { Filter } from './model/filter';
import type { IssueLink, IssueLinkType } from './model/issue-link';
import type { Notification } from './model/notification';
import type { PropertyIndex } from './model/property-index';
import type { RemoteLink } from './model/remote-link';
import type { Field } from './model/field';
import type { GlobalPermission } from './model/permission';
import type { Account, Group, Holder, IssueType, Priority, Project, Status } from './model/site';
import type { AppRule, Workflow } from './model/workflow';
import type { Role } from './model/role';
import type { IssueTypeScheme, WorkflowScheme } from './model/scheme';
import type { IssueTypeScreenScheme, Screen, ScreenScheme } from './model/screen';
import type { Task } from './model/task';

/**
 * Everything the embedded Jira knows, by id. Each property that is a Map holds plain JSON records
 * and is kept, brought back and emptied with the site by `store-snapshot.ts`: a new Map needs nothing but its line here.
 * What lies inside an issue is replaced, never changed in place: the site's file sees changes of issues by identity.
 */
export interface JiraStore {
  readonly accounts: Map<string, Account>;
  readonly groups: Map<string, Group>;
  readonly globalPermissions: Map<GlobalPermission, readonly Holder[]>;
  readonly projects: Map<string, Project>;
  readonly issueTypes: Map<string, IssueType>;
  readonly statuses: Map<string, Status>;
  readonly workflows: Map<string, Workflow>;
  /** The workflow rules that the installed app offers. */
  readonly appRules: Map<string, AppRule>;
  readonly workflowSchemes: Map<string, WorkflowScheme>;
  readonly issueTypeSchemes: Map<string, IssueTypeScheme>;
  readonly screens: Map<string, Screen>;
  readonly screenSchemes: Map<string, ScreenScheme>;
  readonly issueTypeScreenSchemes: Map<string, IssueTypeScreenScheme>;
  readonly roles: Map<string, Role>;
  readonly components: Map<string, Component>;
  readonly filters: Map<string, Filter>;
  readonly fields: Map<string, Field>;
  /** Custom field id -> what its app keeps with its context. */
  readonly fieldConfigurations: Map<string, unknown>;
  /** Custom field id -> the work types to which its context is limited; a field that is not here has every one. */
  readonly fieldTypeIds: Map<string, readonly string[]>;
  readonly priorities: Map<string, Priority>;
  readonly issues: IssueMap;
  /** Key in capitals -> issue id. */
  readonly issueKeys: Map<string, string>;
  /** Parts of entity properties that JQL can ask for, by property key and path. */
  readonly propertyIndexes: Map<string, PropertyIndex>;
  readonly attachments: Map<string, Attachment>;
  readonly issueLinkTypes: Map<string, IssueLinkType>;
  readonly issueLinks: Map<string, IssueLink>;
  readonly remoteLinks: Map<string, RemoteLink>;
  /** What was sent to people, oldest first. */
  readonly outbox: Map<string, Notification>;
  readonly tasks: Map<string, Task>;
  /** Series -> the last number given. */
  readonly counters: Map<string, number>;
  /** The next number of a series, as `issue` or `comment`, from 10000 on. */
  nextId(series: string): string;
}

export function createStore(): JiraStore {
  const counters = new Map<string, number>();
  return {
    accounts: new Map(),
    groups: new Map(),
    globalPermissions: new Map(),
    projects: new Map(),
    issueTypes: new Map(),
    statuses: new Map(),
    workflows: new Map(),
    appRules: new Map(),
    workflowSchemes: new Map(),
    issueTypeSchemes: new Map(),
    screens: new Map(),
    screenSchemes: new Map(),
    issueTypeScreenSchemes: new Map(),
    roles: new Map(),
    components: new Map(),
    filters: new Map(),
    fields: new Map(),
    fieldConfigurations: new Map(),
    fieldTypeIds: new Map(),
    priorities: new Map(),
    issues: new IssueMap(),
    issueKeys: new Map(),
    propertyIndexes: new Map(),
    attachments: new Map(),
    issueLinkTypes: new Map(),
    issueLinks: new Map(),
    remoteLinks: new Map(),
    outbox: new Map(),
    tasks: new Map(),
    counters,
    nextId(series) {
      const next = (counters.get(series) ?? 9_999) + 1;
      counters.set(series, next);
      return String(next);
    },
  };
}

/** A record that another one names. Throws when the site is not whole: a fault of ours, never of a caller. */
export function known<Value>(map: ReadonlyMap<string, Value>, id: string): Value {
  const found = map.get(id);
  if (found === undefined) throw new Error(`The site has no record ${id}.`);
  return found;
}

export const issueByIdOrKey = (store: JiraStore, idOrKey: string): Issue | undefined =>
  store.issues.get(idOrKey) ?? store.issues.get(store.issueKeys.get(idOrKey.toUpperCase()) ?? '');

/** Projects in the trash are not found. */
export const projectByIdOrKey = (store: JiraStore, idOrKey: string): Project | undefined =>
  [...store.projects.values()].find(
    ({ id, key, trashed }) => trashed === null && (id === idOrKey || key === idOrKey.toUpperCase()),
  );

export const groupsOf = (store: JiraStore, accountId: string): readonly Group[] =>
  [...store.groups.values()]
    .filter(({ members }) => members.includes(accountId))
    .sort((a, b) => a.name.localeCompare(b.name));
