import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Act } from '../../src/domain/command';
import { decide } from '../../src/domain/decide';
import { gateFacts } from '../../src/domain/slot-standing';
import { approvalsGate } from '../../src/domain/gate';
import type { IssueFacts } from '../../src/domain/issue-facts';
import type { Slot } from '../../src/domain/policy';
import {
  ALEX,
  command,
  digestNow,
  ERIN,
  FACTS,
  LEE,
  LOU,
  person,
  registered,
  SAM,
  SKY,
  told,
  type Told,
} from '../support/a-change';
import { account } from '../support/memory-ports';

type ApprovalAct = 'approve' | 'reject' | 'lift-rejection' | 'override-rejection' | 'withdraw' | 'propose-change';

/** Everything that may happen to an issue, in any order. */
type Step =
  | {
      readonly kind: 'act';
      readonly who: number;
      readonly what: ApprovalAct;
      readonly slot: Slot;
      readonly looked: boolean;
    }
  | { readonly kind: 'edit'; readonly summary: string }
  | { readonly kind: 'assign'; readonly who: number };

const PEOPLE = [ERIN, LEE, LOU, SAM, SKY, ALEX, person('pat')];
const LEAD_NAMES = ['lee', 'lou', 'alex'];
const SECURITY_NAMES = ['sam', 'sky', 'alex'];

const slot = fc.constantFrom<Slot>('engineering-lead', 'security');
const who = fc.nat({ max: PEOPLE.length - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      who,
      what: fc.oneof(
        { weight: 9, arbitrary: fc.constant('approve' as const) },
        {
          weight: 2,
          arbitrary: fc.constantFrom<ApprovalAct>(
            'reject',
            'lift-rejection',
            'override-rejection',
            'withdraw',
            'propose-change',
          ),
        },
      ),
      slot,
      looked: fc.oneof({ weight: 6, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('edit' as const), summary: fc.constantFrom('A', 'B') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('assign' as const), who }) },
);

interface World {
  readonly told: Told;
  readonly facts: IssueFacts;
  /** The oracle's own account: what was accepted, with the content it was accepted for. */
  readonly accepted: readonly { readonly act: Act; readonly who: string; readonly content: string }[];
}

const contentText = ({ told: { change }, facts }: Pick<World, 'told' | 'facts'>) =>
  JSON.stringify([facts.content.summary, facts.content.kind?.id, change.proposedChange]);

function actOf(world: World, { what, slot: inSlot, looked }: Extract<Step, { kind: 'act' }>): Act {
  const stale = { ...world.facts, content: { ...world.facts.content, summary: 'what was there before' } };
  const expectedDigest = digestNow(world.told.change, looked ? world.facts : stale);
  switch (what) {
    case 'approve':
      return { kind: 'approve', slot: inSlot, comment: '', expectedDigest };
    case 'override-rejection':
      return { kind: 'override-rejection', slot: inSlot, reason: 'because', expectedDigest };
    case 'propose-change':
      return { kind: 'propose-change', link: 'https://example.com/pull/1', revision: `r${world.told.rows.length % 3}` };
    case 'reject':
    case 'lift-rejection':
    case 'withdraw':
      return { kind: what, slot: inSlot, reason: 'because' };
  }
}

function take(world: World, next: Step): World {
  switch (next.kind) {
    case 'edit':
      return { ...world, facts: { ...world.facts, content: { ...world.facts.content, summary: next.summary } } };
    case 'assign': {
      const assignee = PEOPLE[next.who] ?? ERIN;
      return { ...world, facts: { ...world.facts, requesters: [...world.facts.requesters, assignee.accountId] } };
    }
    case 'act': {
      const by = PEOPLE[next.who] ?? ERIN;
      const act = actOf(world, next);
      const decision = decide(world.told.change, command(act, by, world.facts));
      if (decision.kind !== 'accepted') return world;
      const after = { ...world, told: told(world.told, by, decision.events) };
      return { ...after, accepted: [...world.accepted, { act, who: by.accountId, content: contentText(world) }] };
    }
  }
}

/** Written from the procedure, not from the code: who has a valid approval standing in this slot, if anybody. */
function oracle(world: World, inSlot: Slot): string | undefined {
  const mine = world.accepted.filter(({ act }) => 'slot' in act && act.slot === inSlot);
  const objectors = new Set<string>();
  let approver: { who: string; content: string } | undefined;
  for (const { act, who: by, content } of mine) {
    if (act.kind === 'approve') approver = { who: by, content };
    if (act.kind === 'withdraw' || (act.kind === 'reject' && approver?.who === by)) approver = undefined;
    if (act.kind === 'reject') objectors.add(by);
    if (act.kind === 'lift-rejection') objectors.delete(by);
    if (act.kind === 'override-rejection') objectors.clear();
  }
  const group = inSlot === 'security' ? SECURITY_NAMES : LEAD_NAMES;
  const valid =
    approver !== undefined &&
    objectors.size === 0 &&
    group.includes(approver.who) &&
    !world.facts.requesters.includes(account(approver.who)) &&
    approver.content === contentText(world);
  return valid ? approver?.who : undefined;
}

const start = (): World => ({ told: registered(), facts: FACTS, accepted: [] });

describe('whatever people do, in whatever order', () => {
  it('the gate is open exactly while two eligible people, neither a requester, approve the change as it is', () => {
    let opened = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let world = start();
        for (const next of steps) {
          world = take(world, next);
          const lead = oracle(world, 'engineering-lead');
          const security = oracle(world, 'security');
          const open = approvalsGate(world.told.change, gateFacts(world.told.change, world.facts)).kind === 'open';
          expect(open).toBe(lead !== undefined && security !== undefined && lead !== security);
          if (open) opened += 1;
        }
      }),
      { numRuns: 2000 },
    );
    expect(opened).toBeGreaterThan(500);
  });

  it('only what was accepted has a row, with the actor who did it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const world = steps.reduce(take, start());
        expect(world.told.rows.slice(1).map((row) => row.actor)).toEqual(world.accepted.map(({ who: by }) => by));
      }),
      { numRuns: 300 },
    );
  });
});
