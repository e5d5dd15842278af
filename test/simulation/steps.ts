import fc from 'fast-check';
import type { Act, Attestation } from '../../src/api';

type Digest = Extract<Act, { kind: 'approve' }>['expectedDigest'];
type Moment = Extract<Act, { kind: 'record-post-mortem' }>['heldAt'];
type AccountId = Extract<Act, { kind: 'report-approval' }>['approver'];
type Slot = 'engineering-lead' | 'security';

/** What a person wants to do, made from what is on the screen. */
export type ActPlan = (seen: { readonly digest: Digest; readonly now: Moment }) => Act;

export type Step =
  | { readonly kind: 'act'; readonly who: string; readonly act: ActPlan; readonly times: number }
  | { readonly kind: 'edit' | 'assign'; readonly who: string; readonly what: string }
  | { readonly kind: 'transition' | 'bulk'; readonly who: string; readonly transitionId: string }
  | { readonly kind: 'look'; readonly who: string }
  | { readonly kind: 'move-away' | 'move-back' | 'delete' | 'close-subtask' | 'settle' | 'kill-workers' }
  | { readonly kind: 'time'; readonly minutes: number };

export const PEOPLE = ['erin', 'pat', 'lee', 'lou', 'sam', 'sky', 'jo', 'ada', 'mal'] as const;
const LEADS = ['lee', 'lee', 'lee', 'lou', 'erin'];
const SECURITY = ['sam', 'sam', 'sam', 'sky', 'pat'];
const SLOTS = ['engineering-lead', 'security'] as const;
const anybody = fc.constantFrom(...PEOPLE);
const reason = 'because';
/** Mostly once; sometimes a double click. */
const times = fc.constantFrom(1, 1, 2);

const PASSED: Attestation = {
  outcome: 'passed',
  targeted: true,
  necessary: true,
  rollbackKnown: true,
  riskAssessed: true,
  risk: null,
  findings: reason,
  link: 'https://example.com/pull/1',
};

/** An approver as the platform would name him in the panel's list. */
const accountOf = (name: string) => `712020:${name}` as AccountId;

const acts = (who: fc.Arbitrary<string>, act: ActPlan): fc.Arbitrary<Step> =>
  fc.record({ kind: fc.constant('act' as const), who, act: fc.constant(act), times });
/** By somebody of the slot, or now and then by somebody who is not. */
const inSlot = (plan: (slot: Slot) => ActPlan): fc.Arbitrary<Step> =>
  fc
    .constantFrom<Slot>(...SLOTS)
    .chain((slot) => acts(fc.constantFrom(...(slot === 'security' ? SECURITY : LEADS)), plan(slot)));

const approve =
  (slot: Slot): ActPlan =>
  ({ digest }) => ({ kind: 'approve', slot, comment: '', expectedDigest: digest });
const report =
  (slot: Slot, approver: string): ActPlan =>
  ({ digest, now }) => ({
    kind: 'report-approval',
    slot,
    form: 'written',
    approver: accountOf(approver),
    channel: 'in a chat',
    saidAt: now,
    note: '',
    link: 'https://example.com/chat',
    expectedDigest: digest,
  });
const ratify =
  (slot: Slot): ActPlan =>
  ({ digest }) => ({ kind: 'ratify', slot, expectedDigest: digest });
const review =
  (kind: 'peer' | 'security', outcome: 'passed' | 'failed' = 'passed'): ActPlan =>
  ({ digest }) => ({
    kind: 'review',
    review: kind,
    attestation: { ...PASSED, outcome, risk: kind === 'peer' ? null : { level: 'low', why: reason } },
    expectedDigest: digest,
  });
const held: ActPlan = ({ now }) => ({ kind: 'record-post-mortem', heldAt: now, link: 'https://example.com/pm' });
const attended =
  (slot: Slot): ActPlan =>
  () => ({ kind: 'confirm-attendance', slot });
const linked =
  (document: 'pull-request' | 'change-documentation'): ActPlan =>
  () => ({ kind: 'link-document', document, link: `https://example.com/${document}` });

const PEOPLE_ACT: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: inSlot(approve) },
  { weight: 3, arbitrary: inSlot((slot) => report(slot, slot === 'security' ? 'sky' : 'lou')) },
  { weight: 3, arbitrary: inSlot(ratify) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('repudiate' as const, 'reject' as const, 'lift-rejection' as const, 'withdraw' as const)
      .chain((kind) => inSlot((slot) => () => ({ kind, slot, reason }))),
  },
  {
    weight: 1,
    arbitrary: inSlot((slot) => ({ digest }) => ({ kind: 'override-rejection', slot, reason, expectedDigest: digest })),
  },
  { weight: 4, arbitrary: acts(fc.constantFrom('pat', 'lou', 'erin'), review('peer')) },
  { weight: 4, arbitrary: acts(fc.constantFrom('sky', 'sam', 'lee'), review('security')) },
  { weight: 1, arbitrary: acts(anybody, review('peer', 'failed')) },
  { weight: 1, arbitrary: acts(anybody, () => ({ kind: 'acknowledge' })) },
  {
    weight: 1,
    arbitrary: acts(anybody, () => ({ kind: 'propose-change', link: 'https://example.com/1', revision: 'r1' })),
  },
  {
    weight: 1,
    arbitrary: acts(anybody, () => ({ kind: 'link-evidence', link: 'https://example.com/b', label: 'build' })),
  },
  { weight: 3, arbitrary: acts(anybody, held) },
  { weight: 4, arbitrary: inSlot(attended) },
  { weight: 3, arbitrary: acts(anybody, linked('pull-request')) },
  { weight: 3, arbitrary: acts(anybody, linked('change-documentation')) },
);

export const START = '111';
export const MARK_DEPLOYED = '121';
export const CLOSE = '131';
export const CANCEL = '141';
/** From anywhere; the simulation adds it to the workflow. */
export const REOPEN = '191';

const transitionId = fc.constantFrom(START, START, MARK_DEPLOYED, MARK_DEPLOYED, CLOSE, CLOSE, CANCEL, REOPEN);
const THINGS_HAPPEN: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('transition' as const), who: anybody, transitionId }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('bulk' as const), who: fc.constant('erin'), transitionId }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), who: anybody, what: fc.constantFrom('A', 'B') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('assign' as const),
      who: anybody,
      what: fc.constantFrom('', 'lou', 'sky', 'pat'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('look' as const), who: anybody }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Step>({ kind: 'close-subtask' }, { kind: 'move-away' }, { kind: 'move-back' }),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'kill-workers' }) },
  { weight: 6, arbitrary: fc.constant<Step>({ kind: 'settle' }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      minutes: fc.constantFrom(0, 1, 1, 5, 20, 300, 1500, 4500),
    }),
  },
);

const doing = (who: string, act: ActPlan): Step => ({ kind: 'act', who, act, times: 1 });
const SETTLE: Step = { kind: 'settle' };
const moving = (id: string): Step => ({ kind: 'transition', who: 'erin', transitionId: id });

/** What a good team does, from the declaration to the closure. */
const GOOD_STORY: readonly Step[] = [
  SETTLE,
  doing('erin', report('engineering-lead', 'lou')),
  doing('sam', approve('security')),
  doing('pat', review('peer')),
  doing('sky', review('security')),
  moving(START),
  SETTLE,
  moving(MARK_DEPLOYED),
  SETTLE,
  doing('lou', ratify('engineering-lead')),
  { kind: 'time', minutes: 60 },
  doing('erin', held),
  doing('lou', attended('engineering-lead')),
  doing('sam', attended('security')),
  doing('erin', linked('pull-request')),
  doing('erin', linked('change-documentation')),
  SETTLE,
  moving(CLOSE),
];

const ending: fc.Arbitrary<readonly Step[]> = fc.oneof(
  { weight: 9, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.constant<readonly Step[]>([{ kind: 'delete' }]) },
);

/** The good story up to some point, in half of the histories a start past the validators, then chance, and now and then a deletion. */
export const histories: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    fc.nat({ max: GOOD_STORY.length }),
    fc.constantFrom<readonly Step[]>([], [{ kind: 'bulk', who: 'erin', transitionId: START }]),
    fc.array(fc.oneof({ weight: 3, arbitrary: PEOPLE_ACT }, { weight: 2, arbitrary: THINGS_HAPPEN }), {
      maxLength: 24,
    }),
    ending,
  )
  .map(([length, bulk, chance, last]) => [...GOOD_STORY.slice(0, length), ...bulk, ...chance, ...last]);
