import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import type { Act, Person } from '../../src/domain/command';
import { contentDigest } from '../../src/domain/content';
import { decide } from '../../src/domain/decide';
import { type LedgerEvent, LedgerEventSchema } from '../../src/domain/event';
import { deployGate } from '../../src/domain/gate';
import { CommandIdSchema, momentOf } from '../../src/domain/ids';
import { contentOf, type IssueFacts } from '../../src/domain/issue-facts';
import { type Group, type Policy, SLOTS, type Slot } from '../../src/domain/policy';
import { judgedAnew, policyFor } from '../../src/domain/settings/judging-policy';
import { draftOf } from '../../src/domain/settings/policy-of';
import { emptyHistory, type SettingsHistory, withRow } from '../../src/domain/settings/settings-history';
import { sealSettingsRow } from '../../src/domain/settings/settings-row';
import { gateFacts } from '../../src/domain/slot-standing';
import { at, command, digestNow, FACTS, NOW, person, PINNED, registered, told, type Told } from '../support/a-change';
import { account } from '../support/memory-ports';
import { policies } from '../support/some-policies';

const held = (...names: readonly string[]): readonly Group[] =>
  names.map((name) => ({ kind: 'group', groupId: `id-${name}`, name }));

/** Erin asked for the change. She is in every group, and administers the project like all the others. */
const ERIN = person('erin', ...held('leads', 'security', 'board'));
const PEOPLE: readonly Person[] = [
  ERIN,
  person('lee', ...held('leads')),
  person('lou', ...held('leads', 'board')),
  person('sam', ...held('security')),
  person('sky', ...held('security', 'leads')),
  person('mal'),
];

const EDITED: IssueFacts = { ...FACTS, content: { ...FACTS.content, summary: 'Checkout answers 502' } };

const who = fc.constantFrom(...PEOPLE);
const slot = fc.constantFrom(...SLOTS);
const acts = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('approve' as const), who, slot }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('report' as const), who, slot, named: who }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), who, slot }) },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('review' as const),
        who,
        review: fc.constantFrom('peer' as const, 'security' as const),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('save' as const), who, policy: policies }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('confirm' as const), who }) },
  ),
  { maxLength: 8 },
);
type Step = (typeof acts extends fc.Arbitrary<(infer One)[]> ? One : never) & object;

/** What brings a change on, in any order and not all of it, so that gates do open; other acts come before and after. */
const [, LEE, LOU, SAM, SKY, MAL] = PEOPLE;
const PROGRESS: readonly Step[] = [LEE, LOU, SAM, SKY].flatMap((one) =>
  one === undefined
    ? []
    : [
        ...SLOTS.map((of): Step => ({ kind: 'approve', who: one, slot: of })),
        { kind: 'review', who: one, review: 'security' },
      ],
);
const peerReview: readonly Step[] = MAL === undefined ? [] : [{ kind: 'review', who: MAL, review: 'peer' }];
const progress = fc.shuffledSubarray([...PROGRESS, ...peerReview], { minLength: PROGRESS.length - 2 });
const steps = fc.tuple(acts, progress, acts).map((parts): readonly Step[] => parts.flat());

/** A change with the settings of its project, while people act on both. */
interface World {
  readonly change: Told;
  readonly facts: IssueFacts;
  readonly settings: SettingsHistory;
}

const commandId = (n: number) =>
  v.parse(CommandIdSchema, `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);

function settingsAfter(history: SettingsHistory, step: Extract<Step, { kind: 'save' | 'confirm' }>): SettingsHistory {
  const version = history.versions.length + 1;
  if (step.kind === 'confirm' && version === 1) return history;
  const entry =
    step.kind === 'save'
      ? {
          kind: 'saved' as const,
          version,
          policy: { ...step.policy, version },
          draft: draftOf({ ...step.policy, version }),
          note: '',
        }
      : { kind: 'confirmed' as const, version: version - 1 };
  const actor = step.who.accountId;
  const seq = (history.head?.seq ?? 0) + 1;
  return withRow(
    history,
    sealSettingsRow({ projectId: '10000', now: at, actor, commandId: commandId(seq), entry }, history.head),
  );
}

function begun(first: readonly Extract<Step, { kind: 'save' }>[]): World {
  const settings = first.reduce<SettingsHistory>(settingsAfter, emptyHistory('10000'));
  const judgedBy = policyFor(settings, at, new Set([ERIN.accountId]));
  const { change, rows } = registered();
  const policy = {
    ...PINNED,
    content: judgedBy.policy,
    authors: [...judgedBy.authors],
    settingsSeq: settings.head?.seq ?? 0,
  };
  return { settings, facts: FACTS, change: { rows, change: { ...change, policy } } };
}

/** As the worker does at a visit. */
function judgedBySettings({ settings, change, facts }: World): World {
  const { policy } = change.change;
  const requesters = new Set([ERIN.accountId]);
  const anew = judgedAnew(policy, settings, { registeredAt: at, now: momentOf(NOW) }, requesters);
  if (anew === undefined) return { settings, change, facts };
  const replaced: LedgerEvent = {
    type: 'policy-replaced',
    policy: { ...policy, content: anew.policy, authors: [...anew.authors], settingsSeq: settings.head?.seq ?? 0 },
    because: 'stricter-settings',
  };
  return { settings, facts, change: told(change, ERIN, [replaced]) };
}

function stepped(world: World, step: Step): World {
  if (step.kind === 'edit') return { ...world, facts: world.facts === FACTS ? EDITED : FACTS };
  if (step.kind === 'save' || step.kind === 'confirm') {
    return judgedBySettings({ ...world, settings: settingsAfter(world.settings, step) });
  }
  const named = step.kind === 'report' ? step.named.groups : null;
  const asked = { ...command(actOf(step, world), step.who, world.facts), namedGroups: named };
  const decision = decide(world.change.change, asked);
  return decision.kind === 'accepted' ? { ...world, change: told(world.change, step.who, decision.events) } : world;
}

function actOf(step: Exclude<Step, { kind: 'edit' | 'save' | 'confirm' }>, { change, facts }: World): Act {
  const expectedDigest = digestNow(change.change, facts);
  switch (step.kind) {
    case 'approve':
      return { kind: 'approve', slot: step.slot, comment: '', expectedDigest };
    case 'report':
      return {
        kind: 'report-approval',
        slot: step.slot,
        form: 'verbal',
        approver: step.named.accountId,
        channel: 'phone',
        saidAt: at,
        note: '',
        link: '',
        expectedDigest,
      };
    case 'withdraw':
      return { kind: 'withdraw', slot: step.slot, reason: 'No.' };
    case 'review':
      return {
        kind: 'review',
        review: step.review,
        attestation: {
          outcome: 'passed',
          targeted: true,
          necessary: true,
          rollbackKnown: true,
          riskAssessed: true,
          risk: step.review === 'security' ? { level: 'low', why: 'Small.' } : null,
          findings: '',
          link: 'https://example.com/pull/42',
        },
        expectedDigest,
      };
  }
}

/** What the rows say of a slot or a review, read without the fold. */
const eventsOf = ({ change }: World): readonly LedgerEvent[] =>
  change.rows.flatMap((row) => row.events.map((event) => v.parse(LedgerEventSchema, event)));

const standingApproval = (world: World, of: Slot) => {
  const last = eventsOf(world).findLast(
    (event) =>
      (event.type === 'approved' || event.type === 'approval-reported' || event.type === 'withdrawn') &&
      event.slot === of,
  );
  return last?.type === 'approved' || last?.type === 'approval-reported' ? last : undefined;
};

const lastReview = (world: World, kind: 'peer' | 'security') =>
  eventsOf(world)
    .flatMap((event) => (event.type === 'reviewed' && event.review === kind ? [event] : []))
    .at(-1);

/** What the policy demands and the rows do not show; empty where the gate may be open. */
function lacking(world: World): readonly string[] {
  const { content, authors }: { content: Policy; authors: readonly string[] } = world.change.change.policy;
  const digest = contentDigest(contentOf(world.change.change, world.facts));
  const fresh = (seen: string) => !content.rules.reapproveOnChange || seen === digest;
  const approvals = SLOTS.map((of) => standingApproval(world, of));
  const reviews = (['peer', 'security'] as const).map((kind) => lastReview(world, kind));
  const approvers = approvals.map((approval) => approval?.by);
  const reviewers = reviews.map((review) => review?.by);
  const counts = (approval: (typeof approvals)[number]) =>
    approval !== undefined &&
    fresh(approval.content.digest) &&
    (approval.type === 'approved' || content.rules.reportedOpensDeployGate);
  const problems: Readonly<Record<string, boolean>> = {
    'an approval': !approvals.every(counts),
    'a review': !reviews.every((review) => review !== undefined && fresh(review.content.digest)),
    'two approvers': approvers[0] === approvers[1],
    'two reviewers': reviewers[0] === reviewers[1],
    'people who did not ask for it': [...approvers, ...reviewers, ...authors].includes(account('erin')),
    'reviewers who did not approve':
      !content.rules.approverMayReview && reviewers.some((reviewer) => approvers.includes(reviewer)),
  };
  return Object.entries(problems).flatMap(([what, isLacking]) => (isLacking ? [what] : []));
}

const saves = fc.array(fc.record({ kind: fc.constant('save' as const), who, policy: policies }), { maxLength: 3 });

describe('whatever the settings', () => {
  it('the deploy gate opens only for what the policy in force demands, even if the requester administers the project', () => {
    let opened = 0;
    fc.assert(
      fc.property(saves, steps, (first, done) => {
        let world = begun(first);
        for (const step of done) {
          world = stepped(world, step);
          const gate = deployGate(world.change.change, gateFacts(world.change.change, world.facts));
          if (gate.kind !== 'open') continue;
          opened += 1;
          expect(lacking(world)).toEqual([]);
        }
      }),
      { seed: 20261124, numRuns: 800, endOnFailure: true },
    );
    expect(opened).toBeGreaterThan(20);
  });

  it('nobody decides for a slot by a group that the policy of that moment does not name', () => {
    fc.assert(
      fc.property(saves, steps, (first, done) => {
        let world = begun(first);
        for (const step of done) {
          const before = world;
          world = stepped(world, step);
          const written = eventsOf(world).slice(eventsOf(before).length);
          for (const event of written) {
            if (event.type !== 'approved' && event.type !== 'approval-reported') continue;
            const named = before.change.change.policy.content.groups[event.slot].map(({ id }) => id);
            expect(named).toContain(event.authority.groupId);
          }
        }
      }),
      { seed: 20261124, numRuns: 200, endOnFailure: true },
    );
  });
});
