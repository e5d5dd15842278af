import * as v from 'valibot';
import type { CheckpointStore, IssueReading, LedgerStore, Ports, RegisterStore } from '../../src/application/ports';
import type { Change } from '../../src/domain/change';
import { type AccountId, AccountIdSchema, CommandIdSchema, type IssueId, IssueIdSchema } from '../../src/domain/ids';
import type { Group } from '../../src/domain/policy';
import type { LedgerRow } from '../../src/domain/row';
import type { RegisterRow } from '../../src/domain/register-row';

/** What may go wrong with one write: it never arrives, or it arrives and its answer is lost. */
export type WriteFault = 'none' | 'lost-before' | 'lost-after';

/** Stores in memory that keep what they are given as JSON text, as a real store does. */
export interface MemoryStores {
  readonly rows: Map<string, string>;
  readonly checkpoints: Map<string, string>;
  readonly register: Map<number, string>;
  lowestUnsearched: number;
  /** Asked before each append. */
  fault: (key: string) => WriteFault;
  /** Awaited before each read and write, so that others get between. */
  pause: () => Promise<void>;
}

export const memoryStores = (): MemoryStores => ({
  rows: new Map(),
  checkpoints: new Map(),
  register: new Map(),
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
  append: (row: LedgerRow) => create(stores, stores.rows, `${row.issueId}:${row.seq}`, row),
});

export const memoryCheckpoints = (stores: MemoryStores): CheckpointStore => ({
  async checkpoint(issueId) {
    await stores.pause();
    return parsed(stores.checkpoints.get(issueId));
  },
  async save(change: Change) {
    await stores.pause();
    const stored = parsed(stores.checkpoints.get(change.issueId));
    const seq = stored === undefined ? 0 : v.parse(v.object({ seq: v.number() }), stored).seq;
    if (seq < change.seq) stores.checkpoints.set(change.issueId, JSON.stringify(change));
  },
});

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
}

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
    issues: { asApp: read, asPerson: read },
    people: { myGroups: () => Promise.resolve(jira.mine) },
    groups: { idOf: (name) => Promise.resolve(jira.groups.find((group) => group.name === name)?.groupId ?? null) },
    clock: { now },
    ids: { commandId: freshCommandId },
    cloudId: 'site-1',
  };
}
