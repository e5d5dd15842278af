import * as v from 'valibot';
import type {
  Attention,
  CheckpointStore,
  Deeds,
  IssueReading,
  LedgerStore,
  Ports,
  RegisterStore,
  RoleActors,
} from '../../src/application/ports';
import type { Change } from '../../src/domain/change';
import { type AccountId, AccountIdSchema, CommandIdSchema, type IssueId, IssueIdSchema } from '../../src/domain/ids';
import type { Group } from '../../src/domain/policy';
import type { LedgerRow } from '../../src/domain/row';
import type { RegisterRow } from '../../src/domain/register-row';

import { emptySettings, memorySettings, type MemorySettings } from './memory-settings';

/** What may go wrong with one write: it never arrives, or it arrives and its answer is lost. */
export type WriteFault = 'none' | 'lost-before' | 'lost-after';

type Kept = Attention & { readonly projectId: string };

/** Stores in memory that keep what they are given as JSON text, as a real store does. */
export interface MemoryStores {
  readonly rows: Map<string, string>;
  readonly checkpoints: Map<string, string>;
  readonly attention: Map<IssueId, Kept>;
  readonly register: Map<number, string>;
  readonly settings: MemorySettings;
  lowestUnsearched: number;
  /** Asked before each append. */
  fault: (key: string) => WriteFault;
  /** Awaited before each read and write, so that others get between. */
  pause: () => Promise<void>;
}

export const memoryStores = (): MemoryStores => ({
  rows: new Map(),
  checkpoints: new Map(),
  attention: new Map(),
  register: new Map(),
  settings: emptySettings(),
  lowestUnsearched: 1,
  fault: () => 'none',
  pause: () => Promise.resolve(),
});

const parsed = (text: string | undefined): unknown => (text === undefined ? undefined : JSON.parse(text));

/** Behaves as the port asks after an unclear failure: what stands there decides. */
async function create<Key>(
  stores: MemoryStores,
  map: Map<Key, string>,
  key: Key,
  value: { readonly hash: string },
): Promise<'appended' | 'taken'> {
  await stores.pause();
  const fault = stores.fault(String(key));
  if (fault === 'lost-before') throw new Error('The storage did not answer.');
  const standing = map.get(key);
  if (standing === undefined) map.set(key, JSON.stringify(value));
  if (fault === 'lost-after') throw new Error('The storage did not answer.');
  return standing === undefined || v.is(v.object({ hash: v.literal(value.hash) }), parsed(standing))
    ? 'appended'
    : 'taken';
}

export const memoryLedger = (stores: MemoryStores): LedgerStore => ({
  async row(issueId: IssueId, seq: number) {
    await stores.pause();
    return parsed(stores.rows.get(`${issueId}:${seq}`));
  },
  async rows(issueId: IssueId, last: number) {
    await stores.pause();
    return Array.from({ length: last }, (_, index) => parsed(stores.rows.get(`${issueId}:${index + 1}`)));
  },
  append: (row: LedgerRow) => create(stores, stores.rows, `${row.issueId}:${row.seq}`, row),
});

export const memoryCheckpoints = (stores: MemoryStores): CheckpointStore => ({
  async checkpoint(issueId) {
    await stores.pause();
    return parsed(stores.checkpoints.get(issueId));
  },
  async save(change: Change, attention: Attention) {
    await stores.pause();
    const stored = parsed(stores.checkpoints.get(change.issueId));
    const seq = stored === undefined ? 0 : v.parse(v.object({ seq: v.number() }), stored).seq;
    if (seq > change.seq) return;
    stores.checkpoints.set(change.issueId, JSON.stringify(change));
    stores.attention.set(change.issueId, { ...attention, projectId: change.projectId });
  },
  due: (now, limit) => Promise.resolve(openOf(stores, ({ nextActionAt }) => nextActionAt <= now).slice(0, limit)),
  ofProject: (id, limit) => Promise.resolve(openOf(stores, ({ projectId }) => projectId === id).slice(0, limit)),
});

/** The open changes among the checkpoints, the longest due first. */
const openOf = (stores: MemoryStores, wanted: (attention: Kept) => boolean): IssueId[] =>
  [...stores.attention]
    .filter(([, attention]) => attention.state === 'open' && wanted(attention))
    .sort(([, a], [, b]) => (a.nextActionAt < b.nextActionAt ? -1 : 1))
    .map(([issueId]) => issueId);

export const memoryRegister = (stores: MemoryStores): RegisterStore => ({
  async row(number) {
    await stores.pause();
    return parsed(stores.register.get(number));
  },
  append: (row: RegisterRow) => create(stores, stores.register, row.number, row),
  lowestUnsearched: () => Promise.resolve(stores.lowestUnsearched),
  remember: (lowestUnsearched) => {
    stores.lowestUnsearched = lowestUnsearched;
    return Promise.resolve();
  },
});

/** The parts of Jira that the use cases ask, as plain values that a test may change. */
export interface MemoryJira {
  readings: Map<string, IssueReading>;
  groups: readonly Group[];
  /** Groups of the person who acts. */
  mine: readonly Group[];
  /** Issues for which a visit was asked. */
  visits?: string[];
  /** Who is in the roles of every project, by the id of the role. */
  roles?: ReadonlyMap<string, RoleActors>;
}

const NO_DEEDS = (): never => {
  throw new Error('This Jira in memory does nothing.');
};

/** These use cases do nothing in Jira; what does is tested on the embedded site. */
const memoryDeeds: Deeds = {
  email: NO_DEEDS,
  comment: NO_DEEDS,
  commentsOf: NO_DEEDS,
  deleteComment: NO_DEEDS,
  createSubtask: NO_DEEDS,
  subtasksOf: NO_DEEDS,
  deleteIssue: NO_DEEDS,
  finish: NO_DEEDS,
  addLabel: NO_DEEDS,
  flag: NO_DEEDS,
  project: NO_DEEDS,
  noticeIssues: NO_DEEDS,
  createNoticeIssue: NO_DEEDS,
  keyOf: NO_DEEDS,
  siteUrl: NO_DEEDS,
};

export const account = (name: string): AccountId => v.parse(AccountIdSchema, name);
export const issueId = (id: string): IssueId => v.parse(IssueIdSchema, id);

let lastId = 0;

/** A fresh command id; distinct within a test run. */
export const freshCommandId = () =>
  v.parse(CommandIdSchema, `00000000-0000-4000-8000-${(++lastId).toString(16).padStart(12, '0')}`);

export function memoryPorts(stores: MemoryStores, jira: MemoryJira, now: () => Date): Ports {
  const read = (idOrKey: string) =>
    Promise.resolve([...jira.readings.values()].find(({ issueId: id, issueKey }) => [id, issueKey].includes(idOrKey)));
  return {
    ledger: memoryLedger(stores),
    checkpoints: memoryCheckpoints(stores),
    register: memoryRegister(stores),
    settings: memorySettings(stores.settings),
    issues: { asApp: read, asPerson: read, changedWithin: NO_DEEDS },
    people: { myGroups: () => Promise.resolve(jira.mine), groupsOf: () => Promise.resolve(jira.groups) },
    groups: {
      idOf: ({ kind, name }) =>
        Promise.resolve(jira.groups.find((group) => group.kind === kind && group.name === name)?.groupId ?? null),
      membersOf: () => Promise.resolve([]),
      actorsOf: ({ id }) => Promise.resolve(id === null ? undefined : jira.roles?.get(id)),
    },
    projects: { statusesOf: () => Promise.resolve([]) },
    deeds: memoryDeeds,
    visits: {
      ask: (issueIds) => {
        jira.visits?.push(...issueIds);
        return Promise.resolve();
      },
    },
    reconciled: { read: () => Promise.resolve(undefined), write: () => Promise.resolve() },
    clock: { now },
    ids: { commandId: freshCommandId },
    cloudId: 'site-1',
  };
}
