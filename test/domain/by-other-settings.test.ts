import { describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/domain/change';
import type { Act, ActOf, Person } from '../../src/domain/command';
import { consequences } from '../../src/domain/consequences';
import { approvalsGate, closureGate, type Gate, reviewsGate } from '../../src/domain/gate';
import { momentOf } from '../../src/domain/ids';
import { DEFAULT_POLICY, type Group, groupForRole, type Policy, type Slot } from '../../src/domain/policy';
import { isFollowedUp } from '../../src/domain/settle-obligations';
import { gateFacts } from '../../src/domain/slot-standing';
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
  NOW,
  person,
  PINNED,
  pinned,
  refusalCode,
  refusalMessage,
  registered,
  SAM,
  SECURITY,
  SKY,
  type Told,
} from '../support/a-change';
import { account } from '../support/memory-ports';

const MINUTE = 60_000;
const ON_CALL: Group = { kind: 'group', groupId: 'g-on-call', name: 'on-call' };
const PLATFORM: Group = { kind: 'group', groupId: 'g-platform', name: 'platform-leads' };
const LEAD_ROLE: Group = { kind: 'role', groupId: '10020', name: 'Engineering Lead' };
const { groups } = PINNED.content;

/** A change that is registered under other settings. */
function under(settings: Partial<Policy>, over: Partial<Change> = {}): Told {
  const { rows, change } = registered();
  const content = { ...change.policy.content, ...settings };
  return { rows, change: { ...change, policy: { ...change.policy, content }, ...over } };
}

const happening = ({ change }: Told, minutes: number) =>
  consequences(change, { seq: change.seq + 1, at: momentOf(new Date(NOW.getTime() + minutes * MINUTE)) });

const intended = (before: Told, minutes: number): readonly string[] =>
  happening(before, minutes).flatMap((event) =>
    event.type === 'effects-intended' ? event.effects.map(({ id }) => id) : [],
  );

const missing = (gate: Gate): readonly string[] =>
  gate.kind === 'closed' ? gate.missing.map(({ message }) => message) : [];

describe('a group for escalations', () => {
  const called = under({ groups: { ...groups, escalation: [pinned(ON_CALL)] } });

  it('is called 30 minutes after the registration when nobody has answered, and not before', () => {
    expect(intended(called, 29)).not.toContain('email:escalated');
    expect(intended(called, 30)).toEqual(
      expect.arrayContaining(['email:unanswered', 'email:escalated', 'comment:escalated']),
    );
    expect(groupForRole('escalation', called.change.policy, [ON_CALL])).toEqual(ON_CALL);
  });

  it('is left alone once both groups have answered', () => {
    const { at } = called.change;
    const acknowledged: Change['acknowledged'] = [
      { seq: 2, at, by: account('lee'), slots: ['engineering-lead', 'security'] },
    ];
    const answered = { ...called, change: { ...called.change, acknowledged } };
    expect(intended(answered, 60).filter((id) => id.includes('escalated'))).toEqual([]);
  });
});

describe('holidays of the project', () => {
  it('put the follow-ups off over a weekend and a holiday, to the end of the day in the project’s zone', () => {
    const deployedAt = momentOf(new Date('2026-12-23T22:30:00.000Z'));
    const change = under(
      {
        calendar: {
          timeZone: 'Europe/Berlin',
          workingDays: [1, 2, 3, 4, 5],
          holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
        },
      },
      { stage: 'deployed', deployed: { seq: 2, at: deployedAt, by: null } },
    );
    const begun = happening(change, 0).flatMap((event) =>
      event.type === 'obligation-began' && event.duty.kind === 'follow-up' ? [event] : [],
    );
    expect(begun.map(({ due, countedDays }) => ({ due, countedDays }))).toEqual(
      Array.from({ length: 3 }, () => ({
        due: '2026-12-29T22:59:59.999Z',
        countedDays: ['2026-12-24', '2026-12-28', '2026-12-29'],
      })),
    );
  });
});

describe('several groups and a role for a slot', () => {
  const before = under({ groups: { ...groups, 'engineering-lead': [pinned(PLATFORM), pinned(LEAD_ROLE)] } });
  const lead = (act: Told) => approve(act, 'engineering-lead');

  it.each([
    { by: person('ann', PLATFORM), authority: { kind: 'group', groupId: 'g-platform', groupName: 'platform-leads' } },
    { by: person('ben', LEAD_ROLE), authority: { kind: 'role', groupId: '10020', groupName: 'Engineering Lead' } },
  ])('let somebody of any of them approve, and the row says by which: $authority.kind', ({ by, authority }) => {
    const { slots } = after(before, lead(before), by).change;
    expect(slots['engineering-lead'].approval?.authority).toMatchObject(authority);
  });

  it.each([
    { what: 'somebody of another group', by: LEE },
    { what: 'a group with the id of the role', by: person('ivan', { ...LEAD_ROLE, kind: 'group' }) },
    { what: 'a role of the same name with another id', by: person('ivan', { ...LEAD_ROLE, groupId: '10099' }) },
  ])('do not let $what approve, and name all of them', ({ by }) => {
    const refused = deciding(before, lead(before), by);
    expect(refusalCode(refused)).toBe('not-eligible');
    expect(refusalMessage(refused)).toContain('Somebody of platform-leads or the role Engineering Lead can decide');
  });

  it('are all named at the gate', () => {
    expect(missing(approvalsGate(before.change, gateFacts(before.change, FACTS)))[0]).toContain(
      'Anybody of platform-leads or the role Engineering Lead who never was',
    );
  });

  it('say which of them this Jira did not have', () => {
    const partly = under({ groups: { ...groups, security: [pinned(SECURITY), { ...pinned(PLATFORM), id: null }] } });
    expect(missing(approvalsGate(partly.change, gateFacts(partly.change, FACTS)))[1]).toContain(
      'Anybody of security-team or platform-leads (this Jira did not have platform-leads when the change was registered: a Jira administrator has to create it and add people)',
    );
  });
});

describe('groups for the peer review', () => {
  const before = under({ groups: { ...groups, peerReview: [pinned(PLATFORM), pinned(LEAD_ROLE)] } });

  it('let only their people do it, who need not be allowed to edit', () => {
    const act = reviewing(before, 'peer');
    const refused = deciding(before, act, person('pat'));
    expect(refusalCode(refused)).toBe('not-eligible');
    expect(refusalMessage(refused)).toContain('anybody of platform-leads or the role Engineering Lead');
    const done = after(before, act, { ...person('ben', LEAD_ROLE), mayEdit: false });
    expect(done.change.reviews.peer?.authority).toMatchObject({ kind: 'role', groupId: '10020' });
  });
});

const reviewing = (before: Told, review: ActOf<'review'>['review']): Act => ({
  kind: 'review',
  review,
  expectedDigest: digestNow(before.change),
  attestation: {
    outcome: 'passed',
    targeted: true,
    necessary: true,
    rollbackKnown: true,
    riskAssessed: true,
    risk: { level: 'low', why: 'One line.' },
    findings: '',
    link: 'https://example.com/pull/1',
  },
});

const reporting = (before: Told, slot: Slot, approver: Person): Act => ({
  kind: 'report-approval',
  slot,
  form: 'verbal',
  approver: approver.accountId,
  channel: 'phone',
  saidAt: FACTS.at,
  note: '',
  link: '',
  expectedDigest: digestNow(before.change),
});

describe('a project in which nobody approves and reviews', () => {
  const rules = { ...DEFAULT_POLICY.rules, approverMayReview: false };
  const before = under({ rules });
  const approved = after(before, approve(before, 'engineering-lead'), LEE);
  const reviewed = after(before, reviewing(before, 'peer'), LEE);

  it('refuses a review to whoever approved, and says who can do it', () => {
    const refused = deciding(approved, reviewing(approved, 'peer'), LEE);
    expect(refusalCode(refused)).toBe('same-person');
    expect(refusalMessage(refused)).toBe(
      'You have approved this change as an Engineering Lead, and in this project nobody does both. The peer review can be done by anybody else who may edit this issue.',
    );
    expect(deciding(approved, reviewing(approved, 'peer'), LOU).kind).toBe('accepted');
  });

  it('lets him review once the approval is withdrawn', () => {
    const withdrawn = after(approved, { kind: 'withdraw', slot: 'engineering-lead', reason: 'I review it.' }, LEE);
    expect(deciding(withdrawn, reviewing(withdrawn, 'peer'), LEE).kind).toBe('accepted');
  });

  it.each([
    { what: 'approve', act: approve(reviewed, 'engineering-lead'), by: LEE, says: 'You have done the peer review' },
    {
      what: 'be reported',
      act: reporting(reviewed, 'engineering-lead', LEE),
      by: ERIN,
      says: 'The person you named has done the peer review',
    },
  ])('does not let whoever reviewed $what', ({ act, by, says }) => {
    const refused = deciding(reviewed, act, by);
    expect(refusalCode(refused)).toBe('same-person');
    expect(refusalMessage(refused)).toContain(says);
    expect(refusalMessage(refused)).toContain('Another member of group engineering-leads has to approve');
  });

  it('does not let whoever reviewed ratify, where the rule came in between', () => {
    const loose = under({});
    const reported = after(
      after(loose, reviewing(loose, 'peer'), LEE),
      reporting(loose, 'engineering-lead', LEE),
      ERIN,
    );
    const ratify: Act = { kind: 'ratify', slot: 'engineering-lead', expectedDigest: digestNow(reported.change) };
    expect(deciding(reported, ratify, LEE).kind).toBe('accepted');
    expect(refusalCode(deciding(stricter(reported, { rules }), ratify, LEE))).toBe('same-person');
  });

  it('does not count such a review at the gate, where the rule came in between', () => {
    const loose = under({});
    const both = after(after(loose, approve(loose, 'security'), ALEX), reviewing(loose, 'peer'), ALEX);
    const whole = after(both, reviewing(both, 'security'), SAM);
    const gateUnder = ({ change }: Told) => reviewsGate(change, gateFacts(change, FACTS));
    expect(gateUnder(whole).kind).toBe('open');
    expect(missing(gateUnder(stricter(whole, { rules })))).toEqual([
      'The peer review was done by somebody who has also approved the change, and in this project nobody does both. It has to be done again by anybody else who may edit this issue.',
    ]);
  });

  it('lets a review that did not pass be no hindrance', () => {
    const failed = reviewing(before, 'peer');
    if (failed.kind !== 'review') throw new Error('Not a review.');
    const attestation = { ...failed.attestation, outcome: 'failed' as const, findings: 'No rollback.' };
    const after1 = after(before, { ...failed, attestation }, LEE);
    expect(deciding(after1, approve(after1, 'engineering-lead'), LEE).kind).toBe('accepted');
  });
});

const stricter = ({ rows, change }: Told, settings: Partial<Policy>): Told => ({
  rows,
  change: { ...change, policy: { ...change.policy, content: { ...change.policy.content, ...settings } } },
});

describe('two of each slot in the post-mortem', () => {
  const attendees = { 'engineering-lead': 2, security: 2 };
  const deployed = under({ attendees }, { stage: 'deployed', deployed: { seq: 1, at: FACTS.at, by: null } });
  const held = after(
    deployed,
    { kind: 'record-post-mortem', heldAt: FACTS.at, link: 'https://example.com/post-mortem/1' },
    ERIN,
  );
  const attended = (...people: readonly (readonly [Slot, Person])[]) =>
    people.reduce((state, [slot, by]) => after(state, { kind: 'confirm-attendance', slot }, by), held);
  const message = ({ change }: Told) =>
    missing(closureGate(change, gateFacts(change, FACTS))).find((one) => one.includes('post-mortem'));

  it('make it complete only when two different people of each have confirmed', () => {
    const three = attended(['engineering-lead', LEE], ['engineering-lead', LOU], ['security', SAM]);
    expect(isFollowedUp(three.change, 'post-mortem')).toBe(false);
    expect(message(three)).toContain(
      '2 Engineering Leads and 2 members of the Security Team each have to confirm that they took part, one of them not its author. Still wanted: a member of the Security Team (group security-team).',
    );
    const four = after(three, { kind: 'confirm-attendance', slot: 'security' }, SKY);
    expect(isFollowedUp(four.change, 'post-mortem')).toBe(true);
    expect(message(four)).toBeUndefined();
  });

  it('name everybody who is wanted before the first has confirmed', () => {
    expect(message(held)).toContain(
      'Still wanted: 2 Engineering Leads (group engineering-leads) and 2 members of the Security Team (group security-team).',
    );
  });
});
