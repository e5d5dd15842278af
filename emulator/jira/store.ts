import type { Issue } from './model/issue';
import type {
  Account,
  Field,
  GlobalPermission,
  Group,
  Holder,
  IssueType,
  Priority,
  Project,
  Status,
  Workflow,
} from './model/site';

/** Everything the embedded Jira knows, by id. */
export interface JiraStore {
  readonly accounts: Map<string, Account>;
  readonly groups: Map<string, Group>;
  readonly globalPermissions: Map<GlobalPermission, readonly Holder[]>;
  readonly projects: Map<string, Project>;
  readonly issueTypes: Map<string, IssueType>;
  readonly statuses: Map<string, Status>;
  readonly workflows: Map<string, Workflow>;
  readonly fields: Map<string, Field>;
  readonly priorities: Map<string, Priority>;
  readonly issues: Map<string, Issue>;
  /** Key in capitals -> issue id. */
  readonly issueKeys: Map<string, string>;
  /** The next number of a series, from 10000 on. */
  nextId(series: 'issue' | 'history' | 'comment'): string;
}

export function createStore(): JiraStore {
  const last = new Map<string, number>();
  return {
    accounts: new Map(),
    groups: new Map(),
    globalPermissions: new Map(),
    projects: new Map(),
    issueTypes: new Map(),
    statuses: new Map(),
    workflows: new Map(),
    fields: new Map(),
    priorities: new Map(),
    issues: new Map(),
    issueKeys: new Map(),
    nextId(series) {
      const next = (last.get(series) ?? 9_999) + 1;
      last.set(series, next);
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

export const projectByIdOrKey = (store: JiraStore, idOrKey: string): Project | undefined =>
  store.projects.get(idOrKey) ?? [...store.projects.values()].find(({ key }) => key === idOrKey.toUpperCase());

export const groupsOf = (store: JiraStore, accountId: string): readonly Group[] =>
  [...store.groups.values()]
    .filter(({ members }) => members.includes(accountId))
    .sort((a, b) => a.name.localeCompare(b.name));

/** The workflow that an issue follows. */
export function workflowOf(store: JiraStore, issue: Pick<Issue, 'projectId' | 'issueTypeId'>): Workflow {
  const configuration = known(store.projects, issue.projectId).types[issue.issueTypeId];
  if (configuration === undefined) throw new Error(`Project ${issue.projectId} has no work type ${issue.issueTypeId}.`);
  return known(store.workflows, configuration.workflowId);
}
