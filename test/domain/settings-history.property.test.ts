import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { approvalsGate, closureGate, deployGate, reviewsGate } from '../../src/domain/gate';
import { type AccountId, CommandIdSchema, type Moment, momentOf } from '../../src/domain/ids';
import type { Policy } from '../../src/domain/policy';
import { judgedAnew, policyFor } from '../../src/domain/settings/judging-policy';
import { draftOf } from '../../src/domain/settings/policy-of';
import { emptyHistory, inForce, type SettingsHistory, withRow } from '../../src/domain/settings/settings-history';
import { changesBetween, loosens, tightened } from '../../src/domain/settings/settings-list';
import { readSettingsRow, sealSettingsRow, type SettingsEntry } from '../../src/domain/settings/settings-row';
import { gateFacts } from '../../src/domain/slot-standing';
import { PINNED, registered, FACTS } from '../support/a-change';
import { account } from '../support/memory-ports';
import { policies } from '../support/some-policies';

const START = Date.parse('2026-03-02T08:00:00.000Z');
const HOUR_MS = 3_600_000;
const PEOPLE = ['ada', 'ben', 'cyd'].map(account);

type Step =
  | { readonly kind: 'save'; readonly by: AccountId; readonly policy: Policy; readonly hours: number }
  | { readonly kind: 'confirm'; readonly by: AccountId; readonly back: number; readonly hours: number }
  | { readonly kind: 'notice'; readonly back: number; readonly hours: number };

const hours = fc.integer({ min: 0, max: 30 });
const by = fc.constantFrom(...PEOPLE);
const back = fc.integer({ min: 0, max: 2 });

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('save' as const), by, policy: policies, hours }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('confirm' as const), by, back, hours }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('notice' as const), back, hours }) },
  ),
  { maxLength: 9 },
);

/** The history that the steps make, each some hours after the one before, and the moment after the last. */
function historyOf(done: readonly Step[]): { readonly history: SettingsHistory; readonly now: Moment } {
  let history = emptyHistory('10000');
  let time = START;
  for (const [index, step] of done.entries()) {
    time += step.hours * HOUR_MS;
    const entry = entryOf(step, history);
    if (entry === undefined) continue;
    const row = sealSettingsRow(
      {
        projectId: '10000',
        now: momentOf(new Date(time)),
        actor: step.kind === 'notice' ? 'app' : step.by,
        commandId: v.parse(CommandIdSchema, `00000000-0000-4000-8000-00000000000${index.toString(16)}`),
        entry,
      },
      history.head,
    );
    history = withRow(history, readSettingsRow(JSON.parse(JSON.stringify(row)), '10000', history.head));
  }
  return { history, now: momentOf(new Date(time)) };
}

function entryOf(step: Step, { versions }: SettingsHistory): SettingsEntry | undefined {
  if (step.kind === 'save') {
    const policy = { ...step.policy, version: versions.length + 1 };
    return { kind: 'saved', version: policy.version, policy, draft: draftOf(policy), note: '' };
  }
  const version = versions.length - step.back;
  if (version < 1) return undefined;
  return { kind: step.kind === 'confirm' ? 'confirmed' : 'noticed', version };
}

const requesterSets = fc.subarray([...PEOPLE]).map((people) => new Set(people));
const RUNS = { seed: 20261124, numRuns: 400 };

describe('stricter and looser', () => {
  it('makes a policy stricter without loosening anything in it', () => {
    fc.assert(
      fc.property(policies, policies, (base, other) => {
        const strict = tightened(base, other);
        expect(changesBetween(base, strict).filter((change) => change.loosens)).toEqual([]);
        expect(tightened(strict, other)).toEqual(strict);
      }),
      RUNS,
    );
  });

  it('finds no loosening between equal policies, and one wherever a rule asks less', () => {
    fc.assert(
      fc.property(policies, (policy) => {
        expect(loosens(policy, policy)).toBe(false);
        const rules = { ...policy.rules, followUpWithinBusinessDays: policy.rules.followUpWithinBusinessDays + 1 };
        expect(loosens(policy, { ...policy, rules })).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('what is in force', () => {
  it('never rests on the act of a requester', () => {
    fc.assert(
      fc.property(steps, requesterSets, (done, requesters) => {
        const { history, now } = historyOf(done);
        const authors = inForce(history, now, requesters)?.authors ?? [];
        expect(authors.filter((author) => requesters.has(author))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('gives more days only by a version of somebody else that a second one confirmed or that was announced for 24 hours', () => {
    const daysOf = (policy: Policy) => policy.rules.followUpWithinBusinessDays;
    fc.assert(
      fc.property(steps, requesterSets, (done, requesters) => {
        const { history, now } = historyOf(done);
        const { versions } = history;
        versions.forEach((saved, index) => {
          const before = inForce({ versions: versions.slice(0, index) }, now, requesters);
          const after = inForce({ versions: versions.slice(0, index + 1) }, now, requesters);
          if (before === undefined || after === undefined || daysOf(after.policy) <= daysOf(before.policy)) return;
          const announced = saved.noticedAt !== null && Date.parse(saved.noticedAt) + 24 * HOUR_MS <= Date.parse(now);
          const seconded = saved.confirmedBy.some((one) => one.by !== saved.by && !requesters.has(one.by));
          expect({ byRequester: requesters.has(saved.by), allowed: announced || seconded }).toEqual({
            byRequester: false,
            allowed: true,
          });
        });
      }),
      RUNS,
    );
  });

  it('is not made looser for a change by anything that its requesters do', () => {
    fc.assert(
      fc.property(steps, fc.constantFrom(...PEOPLE), (done, requester) => {
        const requesters = new Set([requester]);
        const { history, now } = historyOf(done);
        const others = { versions: history.versions.filter((saved) => saved.by !== requester) };
        const alone = {
          versions: others.versions.map((saved) => ({
            ...saved,
            confirmedBy: saved.confirmedBy.filter((one) => one.by !== requester),
          })),
        };
        const withThem = inForce(history, now, requesters);
        const without = inForce(alone, now, requesters);
        if (withThem === undefined || without === undefined) return;
        const rules = (policy: Policy) => policy.rules.reportedOpensDeployGate;
        const isLooser = rules(withThem.policy) && !rules(without.policy);
        const everSaved = alone.versions.some((saved) => rules(saved.policy));
        expect(isLooser && !everSaved).toBe(false);
        expect(withThem.authors.every((author) => author !== requester)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('a registered change', () => {
  it('is never judged by less than it was registered under, whatever is saved afterwards', () => {
    fc.assert(
      fc.property(steps, requesterSets, fc.integer({ min: 0, max: 9 }), (done, requesters, at) => {
        const before = historyOf(done.slice(0, at));
        const after = historyOf(done);
        const judgedBy = policyFor(before.history, before.now, requesters);
        const pinned = {
          ...PINNED,
          content: judgedBy.policy,
          authors: [...judgedBy.authors],
          settingsSeq: before.history.head?.seq ?? 0,
        };
        const times = { registeredAt: before.now, now: after.now };
        const anew = judgedAnew(pinned, after.history, times, requesters);
        if (anew === undefined) return;
        const looser = changesBetween(pinned.content, anew.policy).filter((change) => change.loosens);
        const restedOnRequester = pinned.authors.some((author) => requesters.has(author));
        expect(restedOnRequester ? [] : looser).toEqual([]);
        expect(anew.policy.rules.followUpWithinBusinessDays).toBeLessThanOrEqual(
          pinned.content.rules.followUpWithinBusinessDays,
        );
        expect(anew.authors.some((author) => requesters.has(author)) && anew.authors !== pinned.authors).toBe(false);
      }),
      RUNS,
    );
  });

  it.each([
    { name: 'approvals', gate: approvalsGate },
    { name: 'reviews', gate: reviewsGate },
    { name: 'deploy', gate: deployGate },
    { name: 'closure', gate: closureGate },
  ])('has its $name gate closed while its settings rest on a requester', ({ gate }) => {
    const { change } = registered();
    const erin = account('erin');
    const unbacked = { ...change, policy: { ...change.policy, authors: [erin] } };
    const missing = (one: typeof change) => {
      const answer = gate(one, gateFacts(one, FACTS));
      return answer.kind === 'closed' ? answer.missing.map(({ what }) => what) : [];
    };
    expect(missing(unbacked)).toContain('settings');
    expect(missing(change)).not.toContain('settings');
  });
});
