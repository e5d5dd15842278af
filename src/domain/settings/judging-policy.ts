import { addDays, formatISO } from 'date-fns';
import type { AccountId, Moment } from '../ids';
import { DEFAULT_POLICY, type PinnedPolicy, type Policy } from '../policy';
import { type InForce, inForce, type SettingsHistory } from './settings-history';
import { tightened } from './settings-list';

/**
 * By what a change that is registered at `at` is judged. Nothing saved: the built-in policy. Where all that was saved
 * is by its requesters, a version of one of them stands in, whose author keeps the gate closed until somebody else has
 * saved settings.
 */
export function policyFor(history: SettingsHistory, at: Moment, requesters: ReadonlySet<AccountId>): InForce {
  const { versions } = history;
  if (versions.length === 0) return { policy: DEFAULT_POLICY, authors: [] };
  const counting = inForce(history, at, requesters);
  if (counting !== undefined) return counting;
  const own = versions.find(({ by }) => requesters.has(by));
  if (own === undefined) throw new Error(`No version of the settings of project ${history.projectId} counts.`);
  return { policy: { ...own.policy, enabled: true }, authors: [own.by] };
}

/** Whether the settings that a change is judged by were saved or confirmed by somebody who asked for the change. */
export const restsOnRequester = ({ authors }: PinnedPolicy, requesters: ReadonlySet<AccountId>): boolean =>
  authors.some((author) => requesters.has(author));

/**
 * What the settings since then make of the policy of a registered change, or undefined if nothing. Settings by somebody
 * who turned out to be a requester are replaced by the last that others had saved, as of the registration, else by the
 * first that others saved since. All of it is only ever made stricter: what was stricter before stays.
 */
export function judgedAnew(
  pinned: PinnedPolicy,
  history: SettingsHistory,
  { registeredAt, now }: { readonly registeredAt: Moment; readonly now: Moment },
  requesters: ReadonlySet<AccountId>,
): InForce | undefined {
  const base = baseOf(pinned, history, { registeredAt, now }, requesters);
  const policy = history.versions
    .filter(({ seq, by }) => seq > pinned.settingsSeq && !requesters.has(by))
    .reduce((strict, saved) => tightened(strict, saved.policy), base.policy);
  const isSame = base.authors === pinned.authors && JSON.stringify(policy) === JSON.stringify(pinned.content);
  return isSame ? undefined : { policy, authors: base.authors };
}

function baseOf(
  pinned: PinnedPolicy,
  history: SettingsHistory,
  { registeredAt, now }: { readonly registeredAt: Moment; readonly now: Moment },
  requesters: ReadonlySet<AccountId>,
): InForce {
  const asPinned = { policy: pinned.content, authors: pinned.authors };
  if (!restsOnRequester(pinned, requesters)) return asPinned;
  const counting = inForce(history, registeredAt, requesters) ?? inForce(history, now, requesters);
  return counting === undefined
    ? asPinned
    : { policy: tightened(counting.policy, pinned.content), authors: counting.authors };
}

/** How much of the calendar a change needs: it is registered, deployed and followed up within this. */
const CALENDAR_DAYS = { before: 31, after: 400 } as const;

/** The policy with only the holidays around a moment, so that it fits into a row of the ledger. */
export function withHolidaysAround(policy: Policy, at: Moment): Policy {
  const day = (days: number) => formatISO(addDays(new Date(at), days), { representation: 'date' });
  const [first, last] = [day(-CALENDAR_DAYS.before), day(CALENDAR_DAYS.after)];
  const holidays = policy.calendar.holidays.filter(({ date }) => date >= first && date <= last);
  return { ...policy, calendar: { ...policy.calendar, holidays } };
}
