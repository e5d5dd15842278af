import fc from 'fast-check';
import type { Act } from '../../src/domain/command';
import type { Attestation } from '../../src/domain/record-shapes';
import type { GateKind } from '../../src/domain/policy';
import type { Digest, Moment } from '../../src/domain/ids';
import type { ModelSite, StatusName } from './a-model-site';
import { account } from './memory-ports';

type Slot = 'engineering-lead' | 'security';

/** Everything that may happen to an emergency change in the model, with the time that passes before it. */
export type Happening = { readonly after: number } & (
  | { readonly kind: 'act'; readonly who: string; readonly act: ActPlan }
  | { readonly kind: 'edit' | 'assign'; readonly who: string; readonly what: string }
  | { readonly kind: 'transition' | 'put'; readonly who: string; readonly to: StatusName }
  | { readonly kind: 'opened-in-vain'; readonly to: StatusName }
  | { readonly kind: 'close-subtask'; readonly which: number }
  | { readonly kind: 'deeds'; readonly broken: boolean }
  | { readonly kind: 'visit' }
);

type ActPlan = (digest: Digest, now: Moment) => Act;
interface Told {
  readonly who: string;
  readonly act: ActPlan;
}

const PASSED: Attestation = {
  outcome: 'passed',
  targeted: true,
  necessary: true,
  rollbackKnown: true,
  riskAssessed: true,
  risk: null,
  findings: '',
  link: 'https://example.com/pull/1',
};

const SLOTS = ['engineering-lead', 'security'] as const;
const LEADS = ['lee', 'lee', 'lou', 'alex'];
const SECURITY = ['sam', 'sam', 'sky', 'alex'];
const ANYBODY = ['erin', 'pat', 'lee', 'lou', 'sam', 'sky', 'alex'];
const name = fc.constantFrom(...ANYBODY);
const reason = 'because';

/** Somebody of the slot. */
const seated = (slot: Slot) => fc.constantFrom(...(slot === 'security' ? SECURITY : LEADS));
const inSlot = (plan: (slot: Slot) => ActPlan): fc.Arbitrary<Told> =>
  fc.constantFrom<Slot>(...SLOTS).chain((slot) => seated(slot).map((who) => ({ who, act: plan(slot) })));
const by = (who: fc.Arbitrary<string>, act: ActPlan): fc.Arbitrary<Told> => who.map((one) => ({ who: one, act }));

const approving = inSlot((slot) => (expectedDigest) => ({ kind: 'approve', slot, comment: '', expectedDigest }));
const reportOf =
  (approver: string, slot: Slot): ActPlan =>
  (expectedDigest, now) => ({
    kind: 'report-approval',
    slot,
    form: 'verbal',
    approver: account(approver),
    channel: 'by phone',
    saidAt: now,
    note: '',
    link: '',
    expectedDigest,
  });
const reporting = fc
  .constantFrom<Slot>(...SLOTS)
  .chain((slot) =>
    fc
      .tuple(seated(slot), fc.constantFrom('erin', 'pat'))
      .map(([approver, who]): Told => ({ who, act: reportOf(approver, slot) })),
  );
const ratifying = inSlot((slot) => (expectedDigest) => ({ kind: 'ratify', slot, expectedDigest }));
const taking = fc
  .constantFrom('repudiate' as const, 'reject' as const, 'lift-rejection' as const, 'withdraw' as const)
  .chain((kind) => inSlot((slot) => () => ({ kind, slot, reason })));
const overriding = inSlot((slot) => (expectedDigest) => ({ kind: 'override-rejection', slot, reason, expectedDigest }));
const reviewing = fc.constantFrom('passed' as const, 'passed' as const, 'failed' as const).chain((outcome) =>
  fc.oneof(
    by(fc.constantFrom('pat', 'pat', 'lou', 'alex'), (expectedDigest) => ({
      kind: 'review',
      review: 'peer',
      attestation: { ...PASSED, outcome, findings: reason },
      expectedDigest,
    })),
    by(fc.constantFrom('sky', 'sky', 'sam', 'alex'), (expectedDigest) => ({
      kind: 'review',
      review: 'security',
      attestation: { ...PASSED, outcome, findings: reason, risk: { level: 'low', why: reason } },
      expectedDigest,
    })),
  ),
);
const proposing = fc
  .nat({ max: 2 })
  .chain((n) => by(name, () => ({ kind: 'propose-change', link: 'https://example.com/1', revision: `r${n}` })));
const heldNow: ActPlan = (_digest, now) => ({
  kind: 'record-post-mortem',
  heldAt: now,
  link: 'https://example.com/pm',
});
const linking =
  (document: 'pull-request' | 'change-documentation'): ActPlan =>
  () => ({ kind: 'link-document', document, link: `https://example.com/${document}` });
const followingUp = fc.oneof(
  by(fc.constantFrom('erin', 'lee'), heldNow),
  inSlot((slot) => () => ({ kind: 'confirm-attendance', slot })),
  inSlot((slot) => () => ({ kind: 'confirm-attendance', slot })),
  by(fc.constant('erin'), linking('pull-request')),
  by(fc.constant('erin'), linking('change-documentation')),
  by(name, () => ({ kind: 'link-evidence', link: 'https://example.com/build', label: 'build' })),
);
const acknowledging = by(name, () => ({ kind: 'acknowledge' }));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Around the clock margin and the life of an opening, and far away from both. */
const GAPS = [
  0,
  0,
  1,
  SECOND,
  3 * SECOND,
  5 * SECOND,
  5001,
  6 * SECOND,
  20 * SECOND,
  61 * SECOND,
  5 * MINUTE,
  3 * HOUR,
];
const DAYS = [20 * HOUR, 49 * HOUR, 73 * HOUR];

const acting = (weight: number, told: fc.Arbitrary<Told>) => ({
  weight,
  arbitrary: told.map(({ who, act }) => ({ kind: 'act' as const, who, act })),
});
const status = fc.constantFrom<StatusName>('deploying', 'deploying', 'deployed', 'deployed', 'closed');

const happening: fc.Arbitrary<Happening> = fc
  .tuple(
    fc.oneof({ weight: 12, arbitrary: fc.constantFrom(...GAPS) }, { weight: 1, arbitrary: fc.constantFrom(...DAYS) }),
    fc.oneof(
      acting(9, approving),
      acting(3, reporting),
      acting(3, ratifying),
      acting(2, taking),
      acting(1, overriding),
      acting(8, reviewing),
      acting(1, proposing),
      acting(9, followingUp),
      acting(1, acknowledging),
      {
        weight: 2,
        arbitrary: fc.record({ kind: fc.constant('edit' as const), who: name, what: fc.constantFrom('A', 'B') }),
      },
      {
        weight: 1,
        arbitrary: fc.record({
          kind: fc.constant('assign' as const),
          who: name,
          what: fc.constantFrom('', 'pat', 'lou', 'sky', 'lee'),
        }),
      },
      { weight: 4, arbitrary: fc.record({ kind: fc.constant('transition' as const), who: name, to: status }) },
      {
        weight: 3,
        arbitrary: fc.record({
          kind: fc.constant('put' as const),
          who: name,
          to: fc.oneof(status, fc.constantFrom<StatusName>('identified', 'cancelled', 'deploying')),
        }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('opened-in-vain' as const), to: status }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('close-subtask' as const), which: fc.nat({ max: 2 }) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant('deeds' as const), broken: fc.boolean() }) },
      { weight: 4, arbitrary: fc.constant({ kind: 'visit' as const }) },
    ),
  )
  .map(([after, what]): Happening => ({ after, ...what }));

const moving = (to: StatusName): Happening => ({ after: 10 * SECOND, kind: 'transition', who: 'erin', to });
const VISIT: Happening = { after: SECOND, kind: 'visit' };
const doing = (who: string, act: ActPlan): Happening => ({ after: 10 * SECOND, kind: 'act', who, act });
const LEE: Record<'in-app' | 'ratified' | 'repudiated', readonly [Happening, Happening?]> = {
  'in-app': [
    doing('lee', (expectedDigest) => ({ kind: 'approve', slot: 'engineering-lead', comment: '', expectedDigest })),
  ],
  ratified: [
    doing('erin', reportOf('lee', 'engineering-lead')),
    doing('lee', (expectedDigest) => ({ kind: 'ratify', slot: 'engineering-lead', expectedDigest })),
  ],
  repudiated: [
    doing('erin', reportOf('lee', 'engineering-lead')),
    doing('lee', () => ({ kind: 'repudiate', slot: 'engineering-lead', reason })),
  ],
};

/** What a good team does from the declaration to the closure. */
const goodStory = ([given, settled]: readonly [Happening, Happening?], entry: Happening): readonly Happening[] => [
  given,
  doing('sam', (expectedDigest) => ({ kind: 'approve', slot: 'security', comment: '', expectedDigest })),
  doing('pat', (expectedDigest) => ({ kind: 'review', review: 'peer', attestation: PASSED, expectedDigest })),
  doing('sky', (expectedDigest) => ({
    kind: 'review',
    review: 'security',
    attestation: { ...PASSED, risk: { level: 'low', why: reason } },
    expectedDigest,
  })),
  entry,
  VISIT,
  moving('deployed'),
  VISIT,
  ...(settled === undefined ? [] : [settled]),
  doing('erin', heldNow),
  doing('lee', () => ({ kind: 'confirm-attendance', slot: 'engineering-lead' })),
  doing('sam', () => ({ kind: 'confirm-attendance', slot: 'security' })),
  doing('erin', linking('pull-request')),
  doing('erin', linking('change-documentation')),
  moving('closed'),
  VISIT,
];

/** Past the validators, long after the last review or within the clock margin of it. */
const PUTS = [10, 3].map((seconds): Happening => ({
  after: seconds * SECOND,
  kind: 'put',
  who: 'erin',
  to: 'deploying',
}));

/** The good story up to some point, mostly with nothing left out, so that many histories get far. */
const beginning: fc.Arbitrary<readonly Happening[]> = fc
  .tuple(
    fc.constantFrom('in-app' as const, 'ratified' as const, 'repudiated' as const),
    fc.constantFrom(moving('deploying'), moving('deploying'), ...PUTS),
    fc.nat({ max: 17 }),
    fc.oneof({ weight: 2, arbitrary: fc.constant(-1) }, { weight: 1, arbitrary: fc.nat({ max: 15 }) }),
  )
  .map(([lee, entry, length, without]) =>
    goodStory(LEE[lee], entry)
      .slice(0, length)
      .filter((_, index) => index !== without),
  );

/** A generated history. */
export const histories = (maxLength: number): fc.Arbitrary<readonly Happening[]> =>
  fc.tuple(beginning, fc.array(happening, { maxLength })).map(([first, rest]) => [...first, ...rest]);

const GATES_TO: Readonly<Partial<Record<StatusName, readonly GateKind[]>>> = {
  deploying: ['approvals', 'reviews'],
  closed: ['closure'],
};

/** Lets it happen. Refusals are part of it. */
export async function happen(site: ModelSite, next: Happening): Promise<void> {
  site.pass(next.after);
  switch (next.kind) {
    case 'act':
      await site.act(next.who, next.act(await site.digest(), site.appNow()));
      return;
    case 'edit':
      site.edit(next.who, next.what);
      return;
    case 'assign':
      site.assign(next.who, next.what === '' ? null : next.what);
      return;
    case 'transition':
      if (await site.ask(GATES_TO[next.to] ?? [], next.to)) site.put(next.who, next.to);
      return;
    case 'opened-in-vain':
      await site.ask(GATES_TO[next.to] ?? [], next.to);
      return;
    case 'put':
      site.put(next.who, next.to);
      return;
    case 'close-subtask':
      site.closeSubtask(next.which);
      return;
    case 'deeds':
      site.breakDeeds(next.broken);
      return;
    case 'visit':
      await site.visit();
      return;
  }
}
