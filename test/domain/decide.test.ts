import { describe, expect, it } from '@jest/globals';
import type { Act } from '../../src/domain/command';
import type { IssueFacts } from '../../src/domain/issue-facts';
import { gateFacts } from '../../src/domain/slot-standing';
import { approvalsGate } from '../../src/domain/gate';
import {
  after,
  ALEX,
  approve,
  deciding,
  digestNow,
  ERIN,
  FACTS,
  LEE,
  LOU,
  person,
  refusalCode,
  registered,
  SAM,
  SKY,
} from '../support/a-change';
import { account } from '../support/memory-ports';

const edited: IssueFacts = { ...FACTS, content: { ...FACTS.content, summary: 'Checkout answers 502' } };
const gateOf = (told: ReturnType<typeof registered>, facts = FACTS) =>
  approvalsGate(told.change, gateFacts(told.change, facts));
const approvedByLee = () => after(registered(), approve(registered(), 'engineering-lead'), LEE);
const approvedByBoth = () => {
  const lead = approvedByLee();
  return after(lead, approve(lead, 'security'), SAM);
};
const withComment = (comment: string): Act => ({
  kind: 'approve',
  slot: 'security',
  comment,
  expectedDigest: digestNow(registered().change),
});
const override = (reason: string): Act => ({
  kind: 'override-rejection',
  slot: 'security',
  reason,
  expectedDigest: digestNow(rejectedBySam().change),
});
const rejectedBySam = () => after(registered(), { kind: 'reject', slot: 'security', reason: 'Opens a hole.' }, SAM);

describe('two approvals open the gate', () => {
  it('is closed without any, and names both groups', () => {
    const gate = gateOf(registered());
    expect(gate.kind).toBe('closed');
    const messages = gate.kind === 'closed' ? gate.missing.map(({ message }) => message) : [];
    expect(messages).toHaveLength(2);
    expect(messages[0]).toContain('group engineering-leads');
    expect(messages[1]).toContain('group security-team');
  });

  it('is closed with one and open with both', () => {
    expect(gateOf(approvedByLee()).kind).toBe('closed');
    expect(gateOf(approvedByBoth()).kind).toBe('open');
  });

  it('writes group, membership and time of the check into the approval', () => {
    expect(approvedByLee().change.slots['engineering-lead'].approval).toMatchObject({
      by: 'lee',
      comment: 'Go ahead.',
      retroactive: false,
      authority: {
        kind: 'group',
        groupId: 'g-leads',
        groupName: 'engineering-leads',
        checkedAt: '2026-11-24T03:00:00.000Z',
      },
    });
  });
});

describe('who may not approve', () => {
  it('refuses somebody whom the issue or its history shows as a requester', () => {
    const facts = { ...FACTS, requesters: [...FACTS.requesters, LEE.accountId] };
    expect(refusalCode(deciding(registered(), approve(registered(), 'engineering-lead'), LEE, facts))).toBe(
      'not-independent',
    );
  });

  it('refuses a requester whom only the ledger remembers', () => {
    const known = after(
      registered(),
      { kind: 'propose-change', link: 'https://example.com/pull/1', revision: 'a1' },
      ERIN,
      {
        ...FACTS,
        requesters: [...FACTS.requesters, LEE.accountId],
      },
    );
    expect(refusalCode(deciding(known, approve(known, 'engineering-lead'), LEE))).toBe('not-independent');
  });

  it('refuses somebody outside the group, and somebody of the other group', () => {
    const outsider = person('pat');
    expect(refusalCode(deciding(registered(), approve(registered(), 'security'), outsider))).toBe('not-eligible');
    expect(refusalCode(deciding(registered(), approve(registered(), 'security'), LEE))).toBe('not-eligible');
  });

  it('refuses a group of the same name with another id', () => {
    const impostor = person('ivan', { kind: 'group', groupId: 'g-new', name: 'engineering-leads' });
    expect(refusalCode(deciding(registered(), approve(registered(), 'engineering-lead'), impostor))).toBe(
      'not-eligible',
    );
  });

  it('refuses one person for both slots', () => {
    const once = after(registered(), approve(registered(), 'engineering-lead'), ALEX);
    expect(refusalCode(deciding(once, approve(once, 'security'), ALEX))).toBe('same-person');
  });

  it('refuses one person for both slots even while his first approval is stale', () => {
    const once = after(registered(), approve(registered(), 'engineering-lead'), ALEX);
    expect(refusalCode(deciding(once, approve(once, 'security', edited), ALEX, edited))).toBe('same-person');
  });

  it('refuses while nobody has said what kind of critical issue it is', () => {
    const facts = { ...FACTS, content: { ...FACTS.content, kind: null } };
    expect(refusalCode(deciding(registered(), approve(registered(), 'security', facts), SAM, facts))).toBe(
      'kind-missing',
    );
  });

  it.each(['cancelled', 'closed'] as const)('refuses on a change that is %s', (stage) => {
    const facts = { ...FACTS, stage };
    expect(refusalCode(deciding(registered(), approve(registered(), 'security'), SAM, facts))).toBe('too-late');
  });

  it('refuses an approval of what is no longer there', () => {
    expect(refusalCode(deciding(registered(), approve(registered(), 'security'), SAM, edited))).toBe('content-changed');
  });

  it('refuses a second approval of a filled slot', () => {
    const done = approvedByLee();
    expect(refusalCode(deciding(done, approve(done, 'engineering-lead'), LOU))).toBe('slot-filled');
    expect(refusalCode(deciding(done, approve(done, 'engineering-lead'), LEE))).toBe('already-decided');
  });

  it('refuses a comment that does not fit a row, and says how long it may be', () => {
    const decision = deciding(registered(), withComment('x'.repeat(2001)), SAM);
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'too-long' } });
  });
});

describe('an approval is for the change as it was', () => {
  const changes: readonly (readonly [string, IssueFacts])[] = [
    ['summary', edited],
    ['description', { ...FACTS, content: { ...FACTS.content, description: null } }],
    ['kind', { ...FACTS, content: { ...FACTS.content, kind: { id: '11', name: 'Data corruption' } } }],
  ];
  it.each(changes)('goes stale with another %s, and comes back with the old one', (field, facts) => {
    const done = approvedByBoth();
    const gate = gateOf(done, facts);
    expect(gate.kind === 'closed' ? gate.missing.map(({ message }) => message).join() : '').toContain(
      `The ${field} changed`,
    );
    expect(gateOf(done).kind).toBe('open');
  });

  it('goes stale with another proposed change, and can be given again', () => {
    const moved = after(
      approvedByBoth(),
      { kind: 'propose-change', link: 'https://example.com/pull/2', revision: 'b2' },
      ERIN,
    );
    expect(gateOf(moved).kind).toBe('closed');
    const again = after(moved, approve(moved, 'engineering-lead'), LOU);
    expect(gateOf(after(again, approve(again, 'security'), SAM)).kind).toBe('open');
  });

  it('does not count once the approver becomes a requester', () => {
    const facts = { ...FACTS, requesters: [...FACTS.requesters, account('sam')] };
    const gate = gateOf(approvedByBoth(), facts);
    expect(gate.kind === 'closed' ? gate.missing.map(({ what }) => what) : []).toEqual(['security']);
  });

  it('is marked when it is given after the deployment began', () => {
    const facts: IssueFacts = { ...FACTS, stage: 'deploying' };
    const late = after(registered(), approve(registered(), 'security'), SAM, facts);
    expect(late.change.slots.security.approval?.retroactive).toBe(true);
  });
});

describe('a rejection', () => {
  it('closes the gate over an approval, and takes back the approval of who rejects', () => {
    const both = approvedByBoth();
    const rejected = after(both, { kind: 'reject', slot: 'security', reason: 'Wait.' }, SAM);
    expect(gateOf(rejected).kind).toBe('closed');
    expect(rejected.change.slots.security.approval).toBeNull();
    expect(gateOf(after(both, { kind: 'reject', slot: 'security', reason: 'Wait.' }, SKY)).kind).toBe('closed');
  });

  it('does not vanish with an edit', () => {
    expect(gateOf(rejectedBySam(), edited).kind).toBe('closed');
    expect(refusalCode(deciding(rejectedBySam(), approve(rejectedBySam(), 'security', edited), SKY, edited))).toBe(
      'rejected',
    );
  });

  it('is lifted by who rejected, and by nobody else', () => {
    const lift = { kind: 'lift-rejection', slot: 'security', reason: 'Mended.' } as const;
    expect(refusalCode(deciding(rejectedBySam(), lift, SKY))).toBe('not-yours');
    expect(after(rejectedBySam(), lift, SAM).change.slots.security.rejections).toEqual([]);
  });

  it('is overridden with a reason by another of the slot, who is no requester', () => {
    expect(refusalCode(deciding(rejectedBySam(), override(' '), SKY))).toBe('bad-input');
    expect(refusalCode(deciding(rejectedBySam(), override('Known risk.'), SAM))).toBe('own-rejection');
    expect(refusalCode(deciding(rejectedBySam(), override('Known risk.'), LEE))).toBe('not-eligible');
    const asked = { ...FACTS, requesters: [...FACTS.requesters, SKY.accountId] };
    expect(refusalCode(deciding(rejectedBySam(), override('Known risk.'), SKY, asked))).toBe('not-independent');
    const overridden = after(rejectedBySam(), override('Known risk.'), SKY);
    expect(gateOf(overridden).kind).toBe('closed');
    expect(after(overridden, approve(overridden, 'security'), SKY).change.slots.security.approval?.by).toBe('sky');
  });
});

describe('once the deployment has started', () => {
  const deploying: IssueFacts = { ...FACTS, stage: 'deploying' };
  it('nothing that was decided before it is taken back', () => {
    const reject: Act = { kind: 'reject', slot: 'security', reason: 'Too late.' };
    expect(refusalCode(deciding(approvedByBoth(), reject, SKY, deploying))).toBe('too-late');
  });

  it('a proposed change that was forgotten is recorded, and one that was recorded stays', () => {
    const propose = (revision: string): Act => ({
      kind: 'propose-change',
      link: 'https://example.com/pull/1',
      revision,
    });
    const late = after(approvedByBoth(), propose('a1'), ERIN, deploying);
    expect(refusalCode(deciding(late, propose('b2'), ERIN, deploying))).toBe('too-late');
  });
});

describe('withdrawing', () => {
  const withdraw = { kind: 'withdraw', slot: 'security', reason: 'I misread it.' } as const;
  it('is for the approver alone, before deployment, and closes the gate', () => {
    expect(refusalCode(deciding(approvedByBoth(), withdraw, SKY))).toBe('not-yours');
    expect(refusalCode(deciding(approvedByBoth(), withdraw, SAM, { ...FACTS, stage: 'deployed' }))).toBe('too-late');
    expect(gateOf(after(approvedByBoth(), withdraw, SAM)).kind).toBe('closed');
    expect(refusalCode(deciding(registered(), withdraw, SAM))).toBe('no-approval');
  });
});

describe('the proposed change', () => {
  it.each(['pull/1', 'http://example.com/1', 'javascript:alert(1)', 'https://user:secret@example.com/1'])(
    'refuses the link %s',
    (link) => {
      expect(refusalCode(deciding(registered(), { kind: 'propose-change', link, revision: 'a1' }, ERIN))).toBe(
        'bad-input',
      );
    },
  );

  it('is recorded only by people who may edit the issue', () => {
    const reader = { ...ERIN, mayEdit: false };
    const act = { kind: 'propose-change', link: 'https://example.com/pull/1', revision: 'a1' } as const;
    expect(refusalCode(deciding(registered(), act, reader))).toBe('may-not-edit');
    expect(after(registered(), act, ERIN).change.proposedChange).toEqual({
      link: 'https://example.com/pull/1',
      revision: 'a1',
    });
  });
});
