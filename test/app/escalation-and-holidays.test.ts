import { beforeEach, describe, expect, it } from '@jest/globals';
import type { GroupRole, PolicyGroup, SettingsDraft } from '../../src/api-settings';
import { procedure } from '../support/a-procedure';
import { settingsPage, withRules } from '../support/a-settings-page';
import { aSite, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

let site: Site;
let page: ReturnType<typeof settingsPage>;
let people: ReturnType<typeof procedure>;
let record: ReturnType<typeof onRecord>;
let time: ReturnType<typeof timeOf>;
beforeEach(async () => {
  site = await aSite();
  page = settingsPage(site);
  people = procedure(site);
  record = onRecord(site);
  time = timeOf(site);
  await page.administrators('pat');
});

const saved = async (change: (draft: SettingsDraft) => SettingsDraft, who = 'jo') => {
  expect(await page.save(who, change)).toMatchObject({ kind: 'saved' });
};
const breaches = (key: string) => record.breaches(record.issue(key).id);
const duty = (key: string, name: string) =>
  record
    .eventsOf(key, 'obligation-began')
    .find((begun) => (begun.duty.kind === 'follow-up' ? begun.duty.followUp : begun.duty.kind) === name);

describe('a change that nobody answers', () => {
  const group = (name: string): PolicyGroup => ({ kind: 'group', id: null, name });
  /** A role of every Jira. */
  const MEMBERS: PolicyGroup = { kind: 'role', id: '10004', name: 'Member' };
  const named =
    (role: GroupRole, ...groups: PolicyGroup[]) =>
    (draft: SettingsDraft): SettingsDraft => ({
      ...draft,
      groups: { ...draft.groups, [role]: groups },
    });
  const escalatesTo =
    (...groups: PolicyGroup[]) =>
    (draft: SettingsDraft) =>
      named('escalation', ...groups)(withRules({ acknowledgeWithinMinutes: 10, escalateAfterMinutes: 20 })(draft));
  const opened = async () => {
    const key = await site.open();
    await site.settle();
    return key;
  };
  const toldOf = (subject: string) => record.emails(subject).map(({ at, to }) => ({ at, to: to.sort() }));

  it('is reminded of, then escalated, at the times and to the group of the settings, by e-mail and mention, once', async () => {
    await saved(escalatesTo(group('auditors')));
    const key = await opened();
    await time.pass(26 * HOUR);
    expect(toldOf('Still waiting')).toEqual([{ at: '2026-11-24T03:10:00.000Z', to: ['lee', 'lou', 'sam', 'sky'] }]);
    expect(toldOf('Escalated')).toEqual([{ at: '2026-11-24T03:30:00.000Z', to: ['ada'] }]);
    const words = 'Nobody of group engineering-leads or group security-team has answered';
    expect(record.emails('Escalated')[0]?.text).toContain(words);
    expect(record.comments(key).filter((text) => text.includes(words))).toHaveLength(1);
    expect(record.bells(words).map(({ to }) => to)).toEqual([['712020:ada']]);
    expect(breaches(key)).toEqual([]);
  });

  it('shows to whom it was escalated, and that one of them is on it', async () => {
    await saved(escalatesTo(group('auditors')));
    const key = await opened();
    await time.pass(29 * MINUTE);
    expect((await site.change('erin', key)).called.map(({ slot }) => slot)).toEqual(['engineering-lead', 'security']);
    expect(await site.act('ada', key, { kind: 'acknowledge' })).toMatchObject({ code: 'not-eligible' });
    await time.pass(MINUTE);
    await people.act('ada', key, { kind: 'acknowledge' });
    const { called, steps } = await site.change('erin', key);
    expect(called[2]).toEqual({
      slot: 'escalation',
      title: 'Escalation',
      groupName: 'group auditors',
      state: 'sent',
      sentAt: '2026-11-24T03:30:00.000Z',
      failure: null,
      acknowledged: [{ by: '712020:ada', at: '2026-11-24T03:30:00.000Z' }],
    });
    expect(called.slice(0, 2)).toMatchObject([{ acknowledged: [] }, { acknowledged: [] }]);
    expect(steps[0]?.detail).toBe('Both groups were told, and it was escalated. One person is on it.');
  });

  it.each([
    { who: ['lee', 'sam'], escalated: [] },
    { who: ['lee'], escalated: ['Nobody of group security-team has answered'] },
    { who: ['sky'], escalated: ['Nobody of group engineering-leads has answered'] },
  ])('is escalated only for a group of which nobody is on it: $who', async ({ who, escalated }) => {
    await saved(escalatesTo(group('auditors')));
    const key = await opened();
    await time.pass(15 * MINUTE);
    for (const person of who) await people.act(person, key, { kind: 'acknowledge' });
    await time.pass(3 * HOUR);
    expect(record.emails('Escalated').map(({ text }) => text)).toEqual(
      escalated.map((words) => expect.stringContaining(words)),
    );
  });

  it('is escalated to all of several groups by one e-mail, each person once', async () => {
    await saved(escalatesTo(group('auditors'), group('jira-admins'), group('engineering-leads')));
    const key = await opened();
    await time.pass(HOUR);
    expect(toldOf('Escalated')).toEqual([{ at: '2026-11-24T03:30:00.000Z', to: ['ada', 'jo', 'lee', 'lou'] }]);
    expect((await site.change('erin', key)).called[2]?.groupName).toBe('auditors, engineering-leads and jira-admins');
  });

  it('is escalated to the people and groups of a role', async () => {
    const app = [...site.jira.store.accounts.values()].find(({ accountType }) => accountType === 'app');
    // Jira shows the people of a role only to who administers the project.
    await site.rest('jo', 'POST', '/project/OPS/role/10002', { user: [app?.accountId] });
    await site.rest('jo', 'POST', '/project/OPS/role/10004', { user: ['712020:pat'], groupId: ['group-auditors'] });
    await saved(escalatesTo(MEMBERS));
    const key = await opened();
    await time.pass(HOUR);
    expect(toldOf('Escalated')).toEqual([{ at: '2026-11-24T03:30:00.000Z', to: ['ada', 'pat'] }]);
    expect(record.bells('although they were called twice').map(({ to }) => [...to].sort())).toEqual([
      ['712020:ada', '712020:pat'],
    ]);
    expect((await site.change('erin', key)).called[2]?.groupName).toBe('the role Member');
    await people.act('pat', key, { kind: 'acknowledge' });
  });

  it('is told to several groups for one slot when it is declared', async () => {
    await saved(named('security', group('security-team'), group('jira-admins')));
    await opened();
    expect(toldOf('Emergency change 1:').map(({ to }) => to)).toEqual([
      ['lee', 'lou'],
      ['jo', 'sam', 'sky'],
    ]);
  });

  it('is escalated at last where Jira did not take the e-mail, and the ledger tells both', async () => {
    await saved(escalatesTo(group('auditors')));
    const key = await opened();
    await time.pass(29 * MINUTE);
    const fault = { service: 'jira', operation: '/notify', most: 2 } as const;
    site.forge.faults.add({ ...fault, failure: { kind: 'fail', when: 'before', status: 503 } });
    await time.pass(2 * MINUTE);
    expect((await site.change('erin', key)).called[2]).toMatchObject({ state: 'failed', sentAt: null });
    await time.pass(HOUR);
    expect(toldOf('Escalated')).toEqual([{ at: '2026-11-24T03:33:00.000Z', to: ['ada'] }]);
    const tries = record.eventsOf(key, 'effect-failed').filter(({ id }) => id === 'email:escalated');
    expect(tries).toHaveLength(2);
  });

  it('is escalated to whom the settings name once it is registered, and to nobody before that', async () => {
    const key = await opened();
    await time.pass(5 * MINUTE);
    await saved(escalatesTo(group('auditors')));
    await time.pass(2 * HOUR);
    expect(toldOf('Escalated').map(({ to }) => to)).toEqual([['ada']]);
    expect(record.eventsOf(key, 'policy-replaced')).toMatchObject([{ because: 'stricter-settings' }]);
  });
});

describe('the calendar of a project', () => {
  const CHRISTMAS_EVE = { date: '2026-12-24', name: 'Company closed' };
  const bavaria = (draft: SettingsDraft): SettingsDraft => ({
    ...draft,
    calendar: {
      timeZone: 'Europe/Berlin',
      workingDays: [1, 2, 3, 4, 5],
      publicHolidays: { country: 'DE', region: 'BY' },
      added: [CHRISTMAS_EVE],
      removed: [],
    },
  });
  /** A change that was deployed then, by the settings above. */
  const deployed = async (moment: string) => {
    await saved(bavaria);
    await site.clock.advance(Date.parse(moment) - site.clock.now().getTime());
    const key = await site.open();
    await site.settle();
    await people.deploy(key);
    return key;
  };

  it.each([
    {
      over: 'Christmas, an own day and a weekend',
      at: '2026-12-23T22:30:00.000Z',
      countedDays: ['2026-12-28', '2026-12-29', '2026-12-30'],
      due: '2026-12-30T22:59:59.999Z',
    },
    {
      over: 'the New Year, which begins in Berlin an hour before it does in UTC',
      at: '2026-12-31T23:30:00.000Z',
      countedDays: ['2027-01-04', '2027-01-05', '2027-01-07'],
      due: '2027-01-07T22:59:59.999Z',
    },
    {
      over: 'Epiphany, which is a holiday in Bavaria',
      at: '2027-01-04T12:00:00.000Z',
      countedDays: ['2027-01-05', '2027-01-07', '2027-01-08'],
      due: '2027-01-08T22:59:59.999Z',
    },
    {
      over: 'Easter, and the night in which the clocks go forward',
      at: '2027-03-25T16:00:00.000Z',
      countedDays: ['2027-03-30', '2027-03-31', '2027-04-01'],
      due: '2027-04-01T21:59:59.999Z',
    },
  ])('counts the follow-ups over $over', async ({ at, countedDays, due }) => {
    const key = await deployed(at);
    for (const followUp of ['post-mortem', 'change-documentation', 'pull-request']) {
      expect(duty(key, followUp)).toMatchObject({
        due,
        countedDays,
        rule: '3 business days',
        timeZone: 'Europe/Berlin',
      });
    }
    expect((await site.change('erin', key)).followUps.map((one) => one.due)).toEqual([due, due, due]);
    expect(record.subtasks(key).map(({ fields }) => fields.duedate)).toEqual(Array(3).fill(countedDays[2]));
  });

  it('reminds one business day before, flags when the time has passed, and tells either once', async () => {
    const key = await deployed('2026-12-23T12:00:00.000Z');
    await time.until('2026-12-29T22:59:59.998Z');
    expect(record.emails('due soon')).toEqual([]);
    await time.until('2026-12-30T00:00:00.000Z');
    expect(record.emails('due soon')).toMatchObject([
      { text: expect.stringContaining('30 Dec 2026, 23:59 (Europe/Berlin)') },
    ]);
    await time.until('2026-12-30T22:59:59.999Z');
    expect(breaches(key)).toEqual([]);
    await time.until('2027-01-03T12:00:00.000Z');
    expect(breaches(key)).toHaveLength(3);
    expect(record.emails('due soon')).toHaveLength(1);
    expect(record.emails('Breach')).toHaveLength(1);
    expect(record.comments(key).filter((text) => text.includes('stays on record'))).toHaveLength(1);
    expect(record.projection(key)).toMatchObject({ dueState: 'overdue' });
  });

  it('reminds before a holiday of what is due after it', async () => {
    await deployed('2027-01-01T12:00:00.000Z');
    await time.until('2027-01-05T22:59:59.998Z');
    expect(record.emails('due soon')).toEqual([]);
    await time.until('2027-01-06T00:00:00.000Z');
    expect(record.emails('due soon')).toHaveLength(1);
  });

  it('gives whoever is to ratify the time over the holidays', async () => {
    await saved(bavaria);
    await site.clock.advance(Date.parse('2026-12-23T20:00:00.000Z') - site.clock.now().getTime());
    const key = await site.open();
    await site.settle();
    expect(await people.report('pat', key, 'engineering-lead', 'lee')).toMatchObject({ kind: 'recorded' });
    const due = '2026-12-28T22:59:59.999Z';
    expect(duty(key, 'ratification')).toMatchObject({ due, countedDays: ['2026-12-28'], rule: '1 business day' });
    expect((await site.change('lee', key)).slots[0]?.ratifyBy).toBe(due);
    await time.until(due);
    expect(breaches(key)).toEqual([]);
    await time.pass(HOUR);
    expect(breaches(key)).toEqual(['ratification-late']);
  });

  it.each([
    { what: 'fewer days off', waits: false, change: (draft: SettingsDraft) => without(draft, CHRISTMAS_EVE.date) },
    {
      what: 'more days off',
      waits: true,
      change: (draft: SettingsDraft) => withDay(draft, { date: '2026-12-29', name: 'Inventory' }),
    },
    {
      what: 'another time zone',
      waits: true,
      change: (draft: SettingsDraft) => ({ ...draft, calendar: { ...draft.calendar, timeZone: 'Asia/Tokyo' } }),
    },
  ])('with $what saved afterwards moves no due time of a change that is deployed', async ({ change, waits }) => {
    const key = await deployed('2026-12-23T12:00:00.000Z');
    await saved(change);
    expect((await page.settings('pat')).waiting).toHaveLength(waits ? 1 : 0);
    if (waits) expect(await page.confirm('pat', 2)).toMatchObject({ kind: 'confirmed' });
    const later = await site.open();
    await time.until('2026-12-30T22:59:59.999Z');
    expect(record.eventsOf(later, 'registered')).toMatchObject([{ policy: { content: { version: 2 } } }]);
    expect(record.eventsOf(key, 'obligation-began').filter((begun) => begun.duty.kind === 'follow-up')).toHaveLength(3);
    expect((await site.change('erin', key)).followUps.map(({ due, state }) => ({ due, state }))).toEqual(
      Array(3).fill({ due: '2026-12-30T22:59:59.999Z', state: 'open' }),
    );
    expect(breaches(key)).toEqual([]);
  });

  const without = (draft: SettingsDraft, day: string): SettingsDraft => ({
    ...draft,
    calendar: { ...draft.calendar, added: draft.calendar.added.filter(({ date }) => date !== day) },
  });
  const withDay = (draft: SettingsDraft, day: { readonly date: string; readonly name: string }): SettingsDraft => ({
    ...draft,
    calendar: { ...draft.calendar, added: [...draft.calendar.added, day] },
  });
});
