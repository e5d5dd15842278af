import type { SiteClock } from '../../../clock';
import type { Issue } from '../../model/issue';
import type { JiraStore } from '../../store';
import { columns, type Columns } from './columns';

/** What search reads in place of the store: copies of the issues, each at its slot, and columns of their fields. */
export interface SearchIndex {
  /** How late the index is, in milliseconds; 0 finds at once what was written. */
  lag: number;
  /** Takes note of everything written since the last time. With a lag, what is noted now is found `lag` later. */
  readonly observe: () => void;
  /** Forgets all; the next search reads the whole store as it stands. For a site that took the place of another one. */
  readonly rebuild: () => void;
  /** What is in the index now. `strict` are ids of issues that are read past the lag, for this one reading. */
  readonly read: <Result>(strict: readonly string[], reading: (indexed: Indexed) => Result) => Result;
}

export interface Indexed {
  /** By slot; undefined is an issue that is not in the index yet, or no longer. */
  readonly issues: readonly (Issue | undefined)[];
  readonly slotOf: (issueId: string) => number | undefined;
  readonly columns: Columns;
}

interface Waiting {
  readonly slot: number;
  readonly issue: Issue | undefined;
  readonly noted: number;
}

export function createSearchIndex(store: JiraStore, clock: SiteClock): SearchIndex {
  let state = emptyState();
  const index: SearchIndex = {
    lag: 0,
    observe() {
      const now = clock.now().getTime();
      // A site that was just put in place is found at once, with or without a lag.
      const isFirst = state.slots.size === 0;
      release(state, now - index.lag);
      note(store, state, (slot, issue) => {
        if (isFirst || index.lag === 0) put(state, slot, issue);
        else state.waiting.push({ slot, issue, noted: now });
      });
    },
    rebuild() {
      state = emptyState();
    },
    read(strict, reading) {
      index.observe();
      const slots = strict.flatMap((id) => state.slots.get(id) ?? []);
      const before = slots.map((slot) => [slot, state.issues[slot]] as const);
      for (const slot of slots) put(state, slot, state.noted[slot]);
      const { issues, columns: indexColumns } = state;
      const result = reading({ issues, slotOf: (id) => state.slots.get(id), columns: indexColumns });
      for (const [slot, issue] of before) put(state, slot, issue);
      return result;
    },
  };
  return index;
}

interface State {
  readonly slots: Map<string, number>;
  /** By slot: what search finds. */
  readonly issues: (Issue | undefined)[];
  /** By slot: the last that was seen in the store. */
  readonly noted: (Issue | undefined)[];
  /** How many of those are not undefined. */
  living: number;
  /** The slots in the order of the store. */
  order: number[];
  readonly waiting: Waiting[];
  readonly columns: Columns;
}

function emptyState(): State {
  const issues: (Issue | undefined)[] = [];
  return { slots: new Map(), issues, noted: [], living: 0, order: [], waiting: [], columns: columns(issues) };
}

/** Finds what differs from the store. Both are walked side by side, so that 100,000 issues take milliseconds. */
function note(store: JiraStore, state: State, changed: (slot: number, issue: Issue | undefined) => void): void {
  let place = 0;
  for (const issue of store.issues.values()) {
    let slot = state.order[place];
    let noted = slot === undefined ? undefined : state.noted[slot];
    if (noted?.id !== issue.id) {
      slot = slotFor(state, issue.id);
      noted = state.noted[slot];
      state.order[place] = slot;
    }
    if (slot !== undefined && (noted === undefined || differs(noted, issue))) {
      const copy = { ...issue };
      if (noted === undefined) state.living += 1;
      state.noted[slot] = copy;
      changed(slot, copy);
    }
    place += 1;
  }
  if (state.living > place) forgetDeleted(store, state, changed);
}

function forgetDeleted(store: JiraStore, state: State, changed: (slot: number, issue: undefined) => void): void {
  for (const [id, slot] of state.slots) {
    if (store.issues.has(id) || state.noted[slot] === undefined) continue;
    state.noted[slot] = undefined;
    state.living -= 1;
    changed(slot, undefined);
  }
  state.order = [...store.issues.keys()].map((id) => slotFor(state, id));
}

function slotFor(state: State, id: string): number {
  const known = state.slots.get(id);
  if (known !== undefined) return known;
  const slot = state.noted.length;
  state.slots.set(id, slot);
  state.noted.push(undefined);
  state.issues.push(undefined);
  return slot;
}

function put(state: State, slot: number, issue: Issue | undefined): void {
  if (state.issues[slot] === issue) return;
  state.issues[slot] = issue;
  state.columns.put(slot, issue);
}

/** Lets into the index what was noted at `until` or before, in the order of writing. */
function release(state: State, until: number): void {
  const later = state.waiting.findIndex(({ noted }) => noted > until);
  const due = state.waiting.splice(0, later === -1 ? state.waiting.length : later);
  for (const { slot, issue } of due) put(state, slot, issue);
}

/** Records are changed by replacing what they hold, so that identity tells. */
const differs = (a: Issue, b: Issue): boolean =>
  a.fields !== b.fields ||
  a.statusId !== b.statusId ||
  a.updated !== b.updated ||
  a.properties !== b.properties ||
  a.comments !== b.comments ||
  a.histories !== b.histories ||
  a.watchers !== b.watchers ||
  a.key !== b.key ||
  a.projectId !== b.projectId ||
  a.issueTypeId !== b.issueTypeId ||
  a.parentId !== b.parentId ||
  a.creatorId !== b.creatorId ||
  a.created !== b.created;
