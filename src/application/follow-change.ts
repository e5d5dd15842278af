import type { Change } from '../domain/change';
import { consequences } from '../domain/consequences';
import { isPending, workableFrom } from '../domain/effect';
import type { LedgerEvent } from '../domain/event';
import { evolve, evolveBy, type Place } from '../domain/evolve';
import type { IssueFacts } from '../domain/issue-facts';
import { momentOf } from '../domain/ids';
import { observe, type ReadAsOf, waitingForVerdict } from '../domain/observe';
import type { FollowUp } from '../domain/policy';
import type { LedgerRow } from '../domain/row';
import { type AsOf, CLOCK_MARGIN_MS } from '../domain/verdict';
import { readRows, catchUp } from './load-change';
import type { News, Ports } from './ports';
import { nextPlace, writeRow } from './write-row';

/** What is known of the issue at a visit: its facts, or that it cannot be read, and what an event told besides. */
export interface Sighting {
  readonly facts: IssueFacts | undefined;
  readonly closedSubtasks: ReadonlySet<FollowUp>;
  readonly news: News | undefined;
}

export interface Followed {
  readonly change: Change;
  /** Effects that this visit has claimed and now has to work on. */
  readonly claimed: readonly string[];
}

/** A worker ends within two minutes (manifest.yml), so whoever finds an older claim knows that its worker is gone. */
const LEASE_MS = 150_000;

/**
 * Writes down, as one row, what Jira and the time show and what follows from it, and claims the effects that are to be
 * worked on. Nothing new, no row. Whoever is beaten to the row looks again.
 */
export async function followChange(ports: Ports, start: Change, sighting: Sighting): Promise<Followed> {
  for (let change = start; ;) {
    const place = nextPlace(ports, change);
    const asOf = sighting.facts === undefined ? neverAsked : await readerAsOf(ports, change, sighting.facts);
    const events = whatHappened(change, sighting, place, asOf);
    const after = events.reduce((state, event) => evolveBy(state, event, place), change);
    const claimed = sighting.facts === undefined ? [] : workable(after, place);
    if (claimed.length > 0) {
      const until = momentOf(new Date(Date.parse(place.at) + LEASE_MS));
      events.push({ type: 'effects-claimed', ids: claimed, until });
    }
    if (events.length === 0) return { change, claimed };
    const entry = { actor: 'app' as const, commandId: ports.ids.commandId(), events };
    const written = await writeRow(ports, change, entry);
    if (written !== undefined) return { change: written, claimed };
    change = await catchUp(ports, change);
  }
}

function whatHappened(change: Change, { facts, news, closedSubtasks }: Sighting, place: Place, asOf: ReadAsOf) {
  const told = facts === undefined ? outOfSight(change, news, place) : restoration(change, news);
  const now = told.reduce((state, event) => evolveBy(state, event, place), change);
  const seen = facts === undefined ? [] : observe(now, facts, place, asOf);
  const after = seen.reduce((state, event) => evolveBy(state, event, place), now);
  return [...told, ...seen, ...consequences(after, place, closedSubtasks)];
}

/** An issue that can be read is back: with the time that the event of it tells, where it came. */
const restoration = (change: Change, news: News | undefined): LedgerEvent[] =>
  news?.kind === 'project-restored' && change.whereabouts === 'project-deleted'
    ? [{ type: 'project-restored', at: news.at, by: news.by }]
    : [];

/** An issue that cannot be read is deleted only if an event said so; until then it is unreachable. */
function outOfSight(change: Change, news: News | undefined, { at }: Place): LedgerEvent[] {
  if (change.whereabouts === 'deleted') return [];
  if (news === undefined || news.kind === 'project-restored') {
    return change.whereabouts === 'here' ? [{ type: 'unreachable', at }] : [];
  }
  if (news.kind === 'project-deleted' && change.whereabouts === 'project-deleted') return [];
  return [{ type: news.kind, at: news.at, by: news.by }];
}

const workable = (change: Change, { at }: Place): string[] =>
  change.whereabouts === 'here'
    ? change.effects.filter((effect) => isPending(effect) && (workableFrom(effect) ?? at) <= at).map(({ id }) => id)
    : [];

const neverAsked: ReadAsOf = () => {
  throw new Error('No verdict can be given on an issue that was not read.');
};

/** Reads the rows only where a verdict needs them: where a gate was passed that had not opened for it. */
async function readerAsOf(ports: Ports, change: Change, facts: IssueFacts): Promise<ReadAsOf> {
  if (!waitingForVerdict(change, facts)) return neverAsked;
  const rows = await readRows(ports, change);
  return ({ at }) => statesAround(rows, Date.parse(at));
}

/** What the rows told before the clock margin around a time, and after each row within it. */
function statesAround(rows: readonly LedgerRow[], time: number): AsOf {
  const until = (end: number) => rows.filter((row) => Date.parse(row.at) <= end).length;
  const states: (Change | undefined)[] = [undefined];
  for (const row of rows.slice(0, until(time + CLOCK_MARGIN_MS))) states.push(evolve(states.at(-1), row));
  return states.slice(until(time - CLOCK_MARGIN_MS));
}
