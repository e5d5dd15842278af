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
  /** Ids of issues that came, changed or went since the last time. */
  const changed = new Set<string>();
  store.issues.onChange((id) => changed.add(id));
  const index: SearchIndex = {
    lag: 0,
    observe() {
      const now = clock.now().getTime();
      // A site that was just put in place is found at once, with or without a lag.
      const isFirst = state.slots.size === 0;
      release(state, now - index.lag);
      for (const id of isFirst ? store.issues.keys() : changed) {
        const slot = slotFor(state, id);
        const issue = copyOf(store.issues.get(id));
        state.noted[slot] = issue;
        if (isFirst || index.lag === 0) put(state, slot, issue);
        else state.waiting.push({ slot, issue, noted: now });
      }
      changed.clear();
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
  readonly waiting: Waiting[];
  readonly columns: Columns;
}

function emptyState(): State {
  const issues: (Issue | undefined)[] = [];
  return { slots: new Map(), issues, noted: [], waiting: [], columns: columns(issues) };
}

/** The store goes on changing its own. */
const copyOf = (issue: Issue | undefined): Issue | undefined => (issue === undefined ? undefined : { ...issue });

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
