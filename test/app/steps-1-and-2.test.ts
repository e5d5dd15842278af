import { beforeEach, describe, expect, it } from '@jest/globals';
import { aSite, type Site } from '../support/a-site';
import { MARK_DEPLOYED, CLOSE, procedure } from '../support/a-procedure';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

let site: Site;
let key: string;
let people: ReturnType<typeof procedure>;
let record: ReturnType<typeof onRecord>;
let time: ReturnType<typeof timeOf>;
beforeEach(async () => {
  site = await aSite();
  people = procedure(site);
  record = onRecord(site);
  time = timeOf(site);
  key = await site.open();
});

const id = () => record.issue(key).id;
const breaches = () => record.breaches(id());
const CALL = 'Emergency change 1:';

/** From now on, or for so many times, Jira takes no e-mail. */
const mailFails = (most?: number) =>
  site.forge.faults.add({
    service: 'jira',
    operation: '/notify',
    ...(most === undefined ? {} : { most }),
    failure: { kind: 'fail', when: 'before', status: 503 },
  });

describe('step 1: both groups are told', () => {
  it('at once, each by an e-mail, with what happened, what is asked of whom, and a link', async () => {
    await site.settle();
    const [first, second, ...others] = record.emails(CALL);
    expect(others).toEqual([]);
    expect([first?.to, second?.to]).toEqual([
      ['lee', 'lou'],
      ['sam', 'sky'],
    ]);
    expect(first).toMatchObject({
      at: '2026-11-24T03:00:00.000Z',
      subject: '[OPS-1] Emergency change 1: Checkout answers 500',
    });
    for (const words of [
      'Kind of critical issue: Service outage',
      'Approval by an Engineering Lead is missing',
      '/browse/OPS-1',
      'Declared by Erin Engel',
    ]) {
      expect(first?.text).toContain(words);
    }
  });

  it('by one comment that mentions every member of both groups, however often the app looks', async () => {
    await site.settle();
    await time.pass(3 * HOUR);
    const declared = record.comments(key).filter((text) => text.includes('An emergency change was declared'));
    expect(declared).toHaveLength(1);
    const [bell] = record.bells('An emergency change was declared');
    expect(bell?.to).toEqual(expect.arrayContaining(['712020:lee', '712020:lou', '712020:sam', '712020:sky']));
  });

  it('and the panel says when, and who is on it', async () => {
    await site.settle();
    await time.standStill(2 * MINUTE);
    await people.act('lee', key, { kind: 'acknowledge' });
    const { called, phase } = await site.change('erin', key);
    expect(phase).toBe('awaiting-approvals');
    expect(called).toMatchObject([
      {
        slot: 'engineering-lead',
        state: 'sent',
        sentAt: '2026-11-24T03:00:00.000Z',
        failure: null,
        acknowledged: [{ by: '712020:lee', at: '2026-11-24T03:02:00.000Z' }],
      },
      { slot: 'security', state: 'sent', acknowledged: [] },
    ]);
  });

  it('says "I am on it" once, and only for who was called', async () => {
    await site.settle();
    await people.act('sam', key, { kind: 'acknowledge' });
    expect(await site.act('sam', key, { kind: 'acknowledge' })).toMatchObject({ code: 'already-decided' });
    expect(await site.act('erin', key, { kind: 'acknowledge' })).toMatchObject({ code: 'not-eligible' });
  });

  it('reminds after 15 minutes those who have not answered, and nobody else', async () => {
    await site.settle();
    await people.act('lee', key, { kind: 'acknowledge' });
    await time.pass(14 * MINUTE);
    expect(record.emails('Still waiting')).toEqual([]);
    await time.pass(2 * HOUR);
    expect(record.emails('Still waiting')).toMatchObject([{ at: '2026-11-24T03:15:00.000Z', to: ['sam', 'sky'] }]);
  });

  it('reminds nobody once both have answered, by a decision as well', async () => {
    await site.settle();
    await people.act('lee', key, { kind: 'acknowledge' });
    await people.act('sam', key, { kind: 'reject', slot: 'security', reason: 'It opens a hole.' });
    await time.pass(2 * HOUR);
    expect(record.emails('Still waiting')).toEqual([]);
  });

  it('escalates to nobody while the policy names nobody', async () => {
    await site.settle();
    await time.pass(5 * HOUR);
    expect(record.emails('Escalated')).toEqual([]);
    expect(breaches()).toEqual([]);
  });

  it('tries again with more and more time in between what Jira did not take, and shows it', async () => {
    const mend = mailFails();
    await site.settle();
    expect((await site.change('erin', key)).called[0]).toMatchObject({
      state: 'failed',
      sentAt: null,
      failure: 'Jira did not answer as expected.',
    });
    await time.pass(4 * MINUTE);
    const failed = record.eventsOf(key, 'effect-failed').filter((event) => event.id === 'email:registered:security');
    expect(failed).toHaveLength(3);
    mend();
    await time.pass(5 * MINUTE);
    expect(record.emails(CALL).map(({ at }) => at)).toEqual(['2026-11-24T03:08:00.000Z', '2026-11-24T03:08:00.000Z']);
    expect((await site.change('erin', key)).called).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
    expect(breaches()).toEqual([]);
  });

  it('flags a call that did not go out within ten minutes, once, and keeps it when the call goes out at last', async () => {
    const mend = mailFails();
    await site.settle();
    await time.pass(30 * MINUTE);
    expect(breaches()).toEqual(['notification-late']);
    mend();
    await time.pass(3 * HOUR);
    expect(record.emails(CALL)).toHaveLength(2);
    expect(record.emails('Breach: Both groups were not told in time')).toHaveLength(1);
    expect(breaches()).toEqual(['notification-late']);
    expect((await site.change('erin', key)).breaches).toMatchObject([
      { rule: 'notification-late', happenedAt: '2026-11-24T03:10:00.000Z' },
    ]);
  });

  it('gives up in the end, and shows that nobody was told', async () => {
    mailFails();
    await time.pass(48 * HOUR);
    const failed = record.eventsOf(key, 'effect-failed').filter((event) => event.id === 'email:registered:security');
    expect(failed.map(({ givenUp }) => givenUp)).toEqual([...Array<boolean>(7).fill(false), true]);
    expect((await site.change('erin', key)).called).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
  });
});

describe('step 2: an approval that was given elsewhere', () => {
  beforeEach(() => site.settle());

  const pat = (changes: object = {}, slot: 'engineering-lead' | 'security' = 'engineering-lead', approver = 'lee') =>
    people.report('pat', key, slot, approver, changes);

  it('is kept with who, who heard it, how, when it was said and what', async () => {
    expect(await pat({ note: 'Go.', saidAt: '2026-11-24T02:50:00.000Z' })).toMatchObject({ kind: 'recorded' });
    const [slot] = (await site.change('erin', key)).slots;
    expect(slot).toMatchObject({
      state: 'unratified',
      ratifyBy: '2026-11-25T23:59:59.999Z',
      approval: {
        by: '712020:lee',
        text: 'Go.',
        ratifiedAt: null,
        report: {
          form: 'verbal',
          witness: '712020:pat',
          channel: 'by phone',
          saidAt: '2026-11-24T02:50:00.000Z',
          link: null,
        },
      },
    });
  });

  it('in writing needs the link to it', async () => {
    expect(await pat({ form: 'written', link: '' })).toMatchObject({ code: 'bad-input' });
    const link = 'https://chat.example.com/42';
    expect(await pat({ form: 'written', link })).toMatchObject({ kind: 'recorded' });
    expect((await site.change('erin', key)).slots[0]?.approval?.report).toMatchObject({ form: 'written', link });
  });

  it.each([
    { what: 'one of himself', code: 'report-own', who: 'lee', approver: 'lee', changes: {} },
    { what: 'one by a requester', code: 'not-independent', who: 'pat', approver: 'erin', changes: {} },
    {
      what: 'one in the future',
      code: 'in-the-future',
      who: 'pat',
      approver: 'lee',
      changes: { saidAt: '2026-11-24T03:00:01.000Z' },
    },
    { what: 'one by somebody of another group', code: 'not-eligible', who: 'pat', approver: 'sam', changes: {} },
    { what: 'one by somebody of no group', code: 'not-eligible', who: 'erin', approver: 'pat', changes: {} },
    {
      what: 'one by an account that Jira does not know',
      code: 'not-eligible',
      who: 'pat',
      approver: 'x1',
      changes: {},
    },
    { what: 'one from somebody who only reads', code: 'may-not-edit', who: 'ada', approver: 'lee', changes: {} },
    { what: 'one without saying how', code: 'bad-input', who: 'pat', approver: 'lee', changes: { channel: ' ' } },
    {
      what: 'one of content that has changed',
      code: 'content-changed',
      who: 'pat',
      approver: 'lee',
      changes: { expectedDigest: 'a'.repeat(64) },
    },
  ])('is refused: $what', async ({ code, who, approver, changes }) => {
    expect(await people.report(who, key, 'engineering-lead', approver, changes)).toMatchObject({
      kind: 'refused',
      code,
    });
    expect(record.eventsOf(key, 'approval-reported')).toEqual([]);
  });

  it('is refused: both by one witness', async () => {
    await pat();
    expect(await pat({}, 'security', 'sam')).toMatchObject({ code: 'same-witness' });
    expect(await people.report('erin', key, 'security', 'sam')).toMatchObject({ kind: 'recorded' });
  });

  it('is refused: for a slot that is filled or rejected', async () => {
    await pat();
    expect(await people.report('erin', key, 'engineering-lead', 'lou')).toMatchObject({ code: 'slot-filled' });
    await people.act('sam', key, { kind: 'reject', slot: 'security', reason: 'No.' });
    expect(await people.report('erin', key, 'security', 'sky')).toMatchObject({ code: 'rejected' });
  });

  it('may have been said before the issue was there', async () => {
    expect(await pat({ saidAt: '2026-11-24T01:00:00.000Z' })).toMatchObject({ kind: 'recorded' });
  });

  it('asks the named person at once', async () => {
    await pat();
    await site.settle();
    expect(record.emails('Did you approve')).toMatchObject([{ to: ['lee'], at: '2026-11-24T03:00:00.000Z' }]);
    expect(record.bells('reported that you approved')[0]?.to).toContain('712020:lee');
    expect((await site.change('lee', key)).next.offer).toEqual({ kind: 'ratify', slot: 'engineering-lead' });
  });

  it('opens the gate of the deployment, and never that of the closure', async () => {
    await people.reviewBoth(key);
    await pat();
    await people.report('erin', key, 'security', 'sam');
    expect((await site.startDeployment('erin', key)).status).toBe(204);
    await people.move('erin', key, MARK_DEPLOYED);
    await site.settle();
    expect((await site.change('erin', key)).deployment.entry?.verdict).toBe('clean');
    const { status, body } = await people.move('erin', key, CLOSE);
    expect(status).toBe(400);
    expect(JSON.stringify(body)).toContain('The approver has to ratify it');
  });

  it('binds to what the approver ratified, and only he can', async () => {
    await pat();
    expect(await people.ratify('lou', key, 'engineering-lead')).toMatchObject({ code: 'not-yours' });
    expect(await people.ratify('pat', key, 'engineering-lead')).toMatchObject({ code: 'not-yours' });
    const { digest } = await site.change('lee', key);
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Drop the orders table' } });
    const blind = { kind: 'ratify', slot: 'engineering-lead', expectedDigest: digest } as const;
    expect(await site.act('lee', key, blind)).toMatchObject({ code: 'content-changed' });
    expect(await people.ratify('lee', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    const [slot] = (await site.change('erin', key)).slots;
    expect(slot).toMatchObject({ state: 'approved', approval: { ratifiedAt: '2026-11-24T03:00:00.000Z' } });
    expect(await people.ratify('lee', key, 'engineering-lead')).toMatchObject({ code: 'nothing-to-ratify' });
  });

  it('cannot be given by its approver a second time: he ratifies instead', async () => {
    await pat();
    expect(await site.approve('lee', key, 'engineering-lead')).toMatchObject({ code: 'ratify-instead' });
  });

  it('is a breach after one business day, and ratified late it stays one', async () => {
    await pat();
    await time.until('2026-11-25T23:59:59.999Z');
    expect(breaches()).toEqual([]);
    await time.pass(HOUR);
    expect(breaches()).toEqual(['ratification-late']);
    expect(record.emails('Breach')).toHaveLength(1);
    expect(await people.ratify('lee', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    await time.pass(24 * HOUR);
    expect(breaches()).toEqual(['ratification-late']);
  });

  it('leaves the slot empty once it is repudiated, and both groups are told', async () => {
    await pat();
    await people.act('lee', key, { kind: 'repudiate', slot: 'engineering-lead', reason: 'I said no.' });
    await site.settle();
    const told = record.emails('repudiated');
    expect(told).toMatchObject([{ to: expect.arrayContaining(['lee', 'lou', 'sam', 'sky']) }]);
    expect(told[0]?.text).toContain('I said no.');
    expect((await site.change('erin', key)).slots[0]).toMatchObject({
      state: 'missing',
      repudiated: [{ text: 'I said no.' }],
    });
    expect(breaches()).toEqual([]);
    await time.pass(72 * HOUR);
    expect(breaches()).toEqual([]);
  });

  it('is a breach when it is repudiated after the deployment, and another member can approve for the closure', async () => {
    await people.reviewBoth(key);
    await pat();
    await site.approve('sam', key, 'security');
    await site.startDeployment('erin', key);
    await people.move('erin', key, MARK_DEPLOYED);
    await site.settle();
    await time.standStill(HOUR);
    await people.act('lee', key, { kind: 'repudiate', slot: 'engineering-lead', reason: 'I said no.' });
    await site.settle();
    expect(breaches()).toEqual(['approval-repudiated']);
    expect(await site.approve('lou', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    await people.catchUp(key);
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
    await site.settle();
    expect(await site.change('erin', key)).toMatchObject({
      phase: 'completed',
      slots: [{ state: 'approved', approval: { by: '712020:lou', retroactive: true } }, { state: 'approved' }],
      breaches: [{ rule: 'approval-repudiated' }],
    });
  });

  it('of somebody who is gone can be replaced by another member, and the breach stays', async () => {
    await pat();
    await time.until('2026-11-26T01:00:00.000Z');
    expect(await site.approve('lou', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    await time.pass(HOUR);
    expect((await site.change('erin', key)).slots[0]).toMatchObject({
      state: 'approved',
      approval: { by: '712020:lou' },
    });
    expect(breaches()).toEqual(['ratification-late']);
  });
});
