import { describe, expect, it } from '@jest/globals';
import type { ActOf, Person } from '../../src/domain/command';
import type { Moment } from '../../src/domain/ids';
import type { IssueFacts } from '../../src/domain/issue-facts';
import type { Group } from '../../src/domain/policy';
import { gateFacts } from '../../src/domain/slot-standing';
import { approvalsGate } from '../../src/domain/gate';
import {
  after,
  ALEX,
  approve,
  at,
  deciding,
  digestNow,
  ERIN,
  FACTS,
  LEE,
  LOU,
  person,
  refusalCode,
  refusalMessage,
  registered,
  SAM,
  type Told,
} from '../support/a-change';

const PAT = person('pat');
const TOMORROW = '2026-11-25T03:00:00.000Z' as Moment;
const reported = (before: Told, over: Partial<ActOf<'report-approval'>> = {}): ActOf<'report-approval'> => ({
  kind: 'report-approval',
  slot: 'engineering-lead',
  form: 'verbal',
  approver: LEE.accountId,
  channel: 'by phone',
  saidAt: at,
  note: 'Said to go ahead.',
  link: '',
  expectedDigest: digestNow(before.change),
  ...over,
});
const byErin = () => after(registered(), reported(registered()), ERIN);
const ratify = (before: Told, facts: IssueFacts = FACTS): ActOf<'ratify'> => ({
  kind: 'ratify',
  slot: 'engineering-lead',
  expectedDigest: digestNow(before.change, facts),
});
const REPUDIATE = { kind: 'repudiate', slot: 'engineering-lead', reason: 'I was asleep.' } as const;

interface Refused {
  readonly what: string;
  readonly over: Partial<ActOf<'report-approval'>>;
  readonly by: Person;
  readonly facts?: IssueFacts;
  /** Of the named approver. */
  readonly groups?: readonly Group[];
  readonly code: string;
  /** Words of the message that say who can do what next. */
  readonly next: string;
}

describe('a reported approval is refused', () => {
  it.each<Refused>([
    { what: 'of oneself', over: {}, by: LEE, code: 'report-own', next: 'do it yourself' },
    {
      what: 'of a requester',
      over: {},
      by: PAT,
      facts: { ...FACTS, requesters: [...FACTS.requesters, LEE.accountId] },
      code: 'not-independent',
      next: 'group engineering-leads',
    },
    {
      what: 'of somebody outside the slot',
      over: { slot: 'security', approver: PAT.accountId },
      by: { ...ERIN, groups: [] },
      code: 'not-eligible',
      groups: [],
      next: 'group security-team',
    },
    {
      what: 'given in the future',
      over: { saidAt: TOMORROW },
      by: ERIN,
      code: 'in-the-future',
      next: 'Correct the time',
    },
    {
      what: 'without its channel',
      over: { channel: ' ' },
      by: ERIN,
      code: 'bad-input',
      next: 'how the approval was given',
    },
    { what: 'with too long a channel', over: { channel: 'x'.repeat(201) }, by: ERIN, code: 'too-long', next: '200' },
    { what: 'with too long a note', over: { note: 'x'.repeat(2001) }, by: ERIN, code: 'too-long', next: 'shorten' },
    { what: 'in writing without its link', over: { form: 'written' }, by: ERIN, code: 'bad-input', next: 'https' },
    {
      what: 'by somebody who may not edit',
      over: {},
      by: { ...PAT, mayEdit: false },
      code: 'may-not-edit',
      next: 'Ask its reporter or assignee',
    },
    {
      what: 'for a change without its kind',
      over: {},
      by: ERIN,
      facts: { ...FACTS, content: { ...FACTS.content, kind: null } },
      code: 'kind-missing',
      next: 'set the field',
    },
    {
      what: 'for a change that was cancelled',
      over: {},
      by: ERIN,
      facts: { ...FACTS, stage: 'cancelled' },
      code: 'too-late',
      next: 'cancelled',
    },
  ])('$what', ({ over, by, facts, groups, code, next }) => {
    const decision = deciding(registered(), reported(registered(), over), by, facts, groups);
    expect(refusalCode(decision)).toBe(code);
    expect(refusalMessage(decision)).toContain(next);
  });

  it('when one witness reports both, unless the other was given by the approver himself', () => {
    const second = reported(byErin(), { slot: 'security', approver: SAM.accountId });
    const decision = deciding(byErin(), second, ERIN);
    expect(refusalCode(decision)).toBe('same-witness');
    expect(refusalMessage(decision)).toContain('Somebody else who heard this one');
    expect(refusalCode(deciding(byErin(), second, PAT))).toBe('accepted');
    const given = after(registered(), approve(registered(), 'engineering-lead'), LEE);
    expect(refusalCode(deciding(given, second, ERIN))).toBe('accepted');
  });

  it('when the named person already has the other slot, or the slot is filled or rejected', () => {
    const alex = after(registered(), approve(registered(), 'engineering-lead'), ALEX);
    const ofAlex = reported(alex, { slot: 'security', approver: ALEX.accountId });
    expect(refusalCode(deciding(alex, ofAlex, ERIN))).toBe('same-person');
    expect(refusalCode(deciding(byErin(), reported(byErin(), { approver: LOU.accountId }), PAT))).toBe('slot-filled');
    const rejected = after(registered(), { kind: 'reject', slot: 'engineering-lead', reason: 'Wait.' }, LOU);
    expect(refusalCode(deciding(rejected, reported(rejected), ERIN))).toBe('rejected');
  });

  it('when the content moved on while the witness was typing', () => {
    const edited = { ...FACTS, content: { ...FACTS.content, summary: 'Another' } };
    expect(refusalCode(deciding(registered(), reported(registered()), ERIN, edited))).toBe('content-changed');
  });
});

describe('a reported approval', () => {
  it('keeps witness, channel, time and link, and that the approver was in the group', () => {
    const written = reported(registered(), { form: 'written', link: 'https://example.com/chat/1' });
    expect(after(registered(), written, ERIN).change.slots['engineering-lead'].approval).toMatchObject({
      by: 'lee',
      report: { form: 'written', witness: 'erin', channel: 'by phone', saidAt: at, link: 'https://example.com/chat/1' },
      ratified: null,
      authority: { groupId: 'g-leads' },
    });
  });

  it('opens the approvals gate as the policy says', () => {
    const both = after(byErin(), approve(byErin(), 'security'), SAM);
    expect(approvalsGate(both.change, gateFacts(both.change, FACTS)).kind).toBe('open');
    const { policy } = both.change;
    const rules = { ...policy.content.rules, reportedOpensDeployGate: false };
    const strict = { ...both.change, policy: { ...policy, content: { ...policy.content, rules } } };
    const gate = approvalsGate(strict, gateFacts(strict, FACTS));
    expect(gate).toMatchObject({ kind: 'closed', missing: [{ what: 'engineering-lead' }] });
  });

  it('is ratified by the named approver alone, and binds what is there then', () => {
    const edited = { ...FACTS, content: { ...FACTS.content, summary: 'What was deployed' } };
    const refused = deciding(byErin(), ratify(byErin()), LOU);
    expect(refusalCode(refused)).toBe('not-yours');
    expect(refusalMessage(refused)).toContain('approve in their own name');
    const { approval } = after(byErin(), ratify(byErin(), edited), LEE, edited).change.slots['engineering-lead'];
    expect(approval).toMatchObject({ ratified: { at }, content: { summary: 'What was deployed' } });
  });

  it('cannot be ratified twice, by a requester, by who left the group, or unseen', () => {
    const done = after(byErin(), ratify(byErin()), LEE);
    expect(refusalCode(deciding(done, ratify(done), LEE))).toBe('nothing-to-ratify');
    const asked = { ...FACTS, requesters: [...FACTS.requesters, LEE.accountId] };
    expect(refusalCode(deciding(byErin(), ratify(byErin()), LEE, asked))).toBe('not-independent');
    expect(refusalCode(deciding(byErin(), ratify(byErin()), { ...LEE, groups: [] }))).toBe('not-eligible');
    const edited = { ...FACTS, content: { ...FACTS.content, summary: 'Another' } };
    expect(refusalCode(deciding(byErin(), ratify(byErin()), LEE, edited))).toBe('content-changed');
  });

  it('is given in his own name by nobody twice: who was named ratifies instead, another may approve', () => {
    expect(refusalCode(deciding(byErin(), approve(byErin(), 'engineering-lead'), LEE))).toBe('ratify-instead');
    const lou = after(byErin(), approve(byErin(), 'engineering-lead'), LOU);
    expect(lou.change.slots['engineering-lead'].approval).toMatchObject({ by: 'lou', report: null });
  });

  it('is repudiated with a reason by the named approver alone, and counts for nothing from then on', () => {
    expect(refusalCode(deciding(byErin(), { ...REPUDIATE, reason: '' }, LEE))).toBe('bad-input');
    expect(refusalCode(deciding(byErin(), REPUDIATE, LOU))).toBe('not-yours');
    const { change } = after(byErin(), REPUDIATE, LEE);
    expect(change.slots['engineering-lead']).toMatchObject({
      approval: null,
      repudiated: [{ by: 'lee', reason: 'I was asleep.', approvalSeq: 2 }],
    });
    expect(refusalCode(deciding(after(byErin(), REPUDIATE, LEE), REPUDIATE, LEE))).toBe('nothing-to-ratify');
  });
});

describe('after the deployment', () => {
  it('an edit does not let hearsay take the place of what an approver stands for himself', () => {
    const approved = after(registered(), approve(registered(), 'engineering-lead'), LEE);
    const deployed: Told = {
      ...approved,
      change: { ...approved.change, stage: 'deployed', deployed: { seq: 2, at, by: ERIN.accountId } },
    };
    const edited: IssueFacts = {
      ...FACTS,
      stage: 'deployed',
      content: { ...FACTS.content, summary: 'Checkout answers 500 (mended)' },
    };
    const expectedDigest = digestNow(deployed.change, edited);
    const decision = deciding(deployed, reported(deployed, { approver: LOU.accountId, expectedDigest }), PAT, edited);
    expect(refusalCode(decision)).toBe('slot-filled');
  });
});
