import { beforeEach, describe, expect, it } from '@jest/globals';
import { settingsPage, withRules } from '../support/a-settings-page';
import { aSite, type Site } from '../support/a-site';
import { sitePage } from '../support/a-site-page';
import { freshCommandId } from '../support/memory-ports';

let site: Site;
let page: ReturnType<typeof sitePage>;
beforeEach(async () => {
  site = await aSite();
  page = sitePage(site);
});

const [OPS, NOWHERE] = ['10000', '99999'];
const group = (name: string) => ({ kind: 'group', id: null, name });
const GROUPS = { 'engineering-lead': [group('engineering-leads')], security: [group('security-team')] };

const rows = () => site.forge.kvs.store.entries('entity:policy', 0);
const configured = () => JSON.stringify([...site.jira.store.workflows.values(), ...site.jira.store.filters.values()]);

interface Call {
  readonly call: string;
  readonly payload?: unknown;
}

const CALLS: readonly Call[] = [
  { call: 'view' },
  { call: 'find-projects', payload: { query: '', cursor: null } },
  { call: 'find-groups', payload: { query: 'eng' } },
  { call: 'set-up', payload: { projectId: OPS } },
  { call: 'set-up-step', payload: { projectId: OPS, stepId: 'settings', groups: GROUPS } },
  { call: 'set-up-step', payload: { projectId: OPS, stepId: 'filters', groups: GROUPS } },
  { call: 'check', payload: { projectId: OPS } },
  { call: 'holidays', payload: { calendar: { publicHolidays: { country: 'DE', region: null } }, year: 2026 } },
  { call: 'import-days', payload: { ics: 'BEGIN:VCALENDAR' } },
  { call: 'preview-due', payload: { calendar: {}, deployedOn: '2026-11-24', days: 3 } },
];

describe('refused to everybody who does not administer Jira', () => {
  const people = ['erin', 'pat', 'lee', 'sam', 'ada', 'mal'];
  const cases = people.flatMap((who) => CALLS.map((one) => ({ who, ...one })));

  it.each(cases)('$call by $who', async ({ who, call, payload }) => {
    const before = configured();
    expect(await page.call(who, call, payload)).toMatchObject({
      kind: 'not-allowed',
      message: expect.stringContaining('Only Jira administrators'),
    });
    expect(rows()).toEqual([]);
    expect(configured()).toBe(before);
  });

  it('saving the defaults, even by an administrator of a project', async () => {
    await settingsPage(site).administrators('pat');
    expect(await page.saveDefaults(withRules({ followUpWithinBusinessDays: 1 }), { who: 'pat' })).toMatchObject({
      kind: 'not-allowed',
    });
    expect(rows()).toEqual([]);
  });
});

describe('what the page could not have sent is answered without harm', () => {
  const hostile: readonly Call[] = [
    { call: 'find-projects', payload: undefined },
    { call: 'find-projects', payload: { query: 'x'.repeat(300), cursor: null } },
    { call: 'find-projects', payload: { query: '', cursor: '-1' } },
    { call: 'find-projects', payload: { query: '', cursor: '1e9' } },
    { call: 'find-groups', payload: { query: ['a'] } },
    { call: 'set-up', payload: { projectId: 'OPS' } },
    { call: 'set-up', payload: { projectId: '10000/../../x' } },
    { call: 'set-up', payload: { projectId: 10000 } },
    { call: 'set-up', payload: JSON.parse('{"__proto__": {"projectId": "10000"}}') as unknown },
    { call: 'check', payload: { projectId: 'site' } },
    { call: 'check', payload: { projectId: '10000 OR 1=1' } },
    { call: 'set-up-step', payload: { projectId: OPS, stepId: 'settings' } },
    { call: 'set-up-step', payload: { projectId: OPS, stepId: 'settings', groups: { security: [] } } },
    {
      call: 'set-up-step',
      payload: { projectId: OPS, stepId: 'settings', groups: { ...GROUPS, security: Array(60).fill(group('a')) } },
    },
    {
      call: 'set-up-step',
      payload: {
        projectId: OPS,
        stepId: 'settings',
        groups: { ...GROUPS, security: [{ ...group('a'), kind: 'god' }] },
      },
    },
    { call: 'save-defaults', payload: { commandId: 'no', seq: 0, draft: {}, note: '' } },
    { call: 'save-defaults', payload: { commandId: freshCommandId(), seq: 0, draft: {}, note: 'x'.repeat(9000) } },
  ];

  it.each(hostile)('$call $payload', async ({ call, payload }) => {
    const reply = await page.call('jo', call, payload);
    expect(reply).toEqual({ kind: 'failed', message: 'This request could not be understood. Reload the page.' });
    expect(rows()).toEqual([]);
  });

  it('a project that is not there', async () => {
    const missing = { kind: 'failed', message: expect.stringContaining('you may not see it') };
    expect(await page.call('jo', 'set-up', { projectId: NOWHERE })).toMatchObject(missing);
    expect(await page.call('jo', 'check', { projectId: NOWHERE })).toMatchObject(missing);
    const step = { projectId: NOWHERE, stepId: 'settings', groups: GROUPS };
    expect(await page.call('jo', 'set-up-step', step)).toMatchObject(missing);
    expect(rows()).toEqual([]);
  });

  it('a step that there is not, and groups that there are not', async () => {
    const step = (stepId: string, groups: object) =>
      page.call('jo', 'set-up-step', { projectId: OPS, stepId, groups: { ...GROUPS, ...groups } });
    expect(await step('format-disk', {})).toMatchObject({ kind: 'refused' });
    expect(await step('settings', { security: [group('robert"); DROP')] })).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('no group'),
    });
    expect(await step('settings', { security: [] })).toMatchObject({ kind: 'refused' });
    expect(rows()).toEqual([]);
  });

  it('defaults that make no sense, each beside its field', async () => {
    const reply = await page.saveDefaults((draft) => ({
      ...draft,
      calendar: { ...draft.calendar, timeZone: 'Mars/Olympus' },
      rules: { ...draft.rules, ratifyWithinBusinessDays: 0 },
    }));
    expect(reply).toMatchObject({ kind: 'problems' });
    const fields = reply.kind === 'problems' ? reply.problems.map(({ field }) => field) : [];
    expect(fields.sort()).toEqual(['calendar.timeZone', 'rules.ratifyWithinBusinessDays']);
    expect(rows()).toEqual([]);
  });
});

describe('the list of projects', () => {
  it('tells of each what is on record', async () => {
    expect(await page.project('OPS')).toEqual({
      projectId: OPS,
      key: 'OPS',
      name: 'Operations',
      style: 'company-managed',
      version: null,
      enabled: true,
      setUp: 'not-set-up',
      holes: 0,
      checkedAt: null,
      openBreaches: null,
    });
    const settings = settingsPage(site);
    await settings.save('jo', (draft) => ({ ...draft, enabled: true }), { note: 'As it is.' });
    expect(await page.project('OPS')).toMatchObject({ version: 1, setUp: 'not-checked', openBreaches: 0 });
    await page.call('jo', 'check', { projectId: OPS });
    await site.settle();
    const checked = await page.project('OPS');
    expect(['sound', 'holes']).toContain(checked.setUp);
    expect(checked.checkedAt).not.toBeNull();
  });

  it('counts about how many open changes have a breach', async () => {
    await settingsPage(site).save('jo', (draft) => draft, {});
    const key = await site.open();
    await site.settle();
    const transitions = [...site.jira.store.workflows.values()].flatMap((one) => one.transitions);
    for (const transition of transitions) Object.assign(transition, { validators: [] });
    await site.startDeployment('erin', key);
    await site.settle();
    expect(await page.project('OPS')).toMatchObject({ openBreaches: 1 });
  });

  it('is searched, and goes on from page to page', async () => {
    const create = async (n: number) =>
      site.rest('jo', 'POST', '/project', {
        key: `P${n}`,
        name: `Project ${n}`,
        projectTypeKey: 'software',
        projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
        leadAccountId: '712020:jo',
      });
    for (let n = 10; n < 32; n += 1) expect(await create(n)).toMatchObject({ status: 201 });
    const first = await page.view();
    expect(first.projects).toHaveLength(20);
    expect(first.nextCursor).toBe('20');
    const rest = await page.call('jo', 'find-projects', { query: '', cursor: first.nextCursor });
    expect(rest).toMatchObject({ kind: 'projects', nextCursor: null, projects: { length: 4 } });
    expect(await page.call('jo', 'find-projects', { query: 'project 31', cursor: null })).toMatchObject({
      projects: [{ key: 'P31' }],
      nextCursor: null,
    });
  });
});

describe('the defaults', () => {
  it('are what the set-up of a project starts from, and change no project that has settings', async () => {
    const saved = await page.saveDefaults(withRules({ followUpWithinBusinessDays: 2 }));
    expect(saved).toMatchObject({
      kind: 'saved',
      defaults: { seq: 1, draft: { rules: { followUpWithinBusinessDays: 2 } } },
    });
    const step = { projectId: OPS, stepId: 'settings', groups: GROUPS };
    expect(await page.call('jo', 'set-up-step', step)).toMatchObject({ kind: 'done' });
    await page.saveDefaults(withRules({ followUpWithinBusinessDays: 1 }));
    const settings = await settingsPage(site).settings('jo');
    expect(settings).toMatchObject({
      draft: { rules: { followUpWithinBusinessDays: 2 } },
      versions: [{ version: 1, by: '712020:jo', note: 'First settings, saved by the set-up.' }],
    });
  });

  it('are not saved over those that somebody else saved in the meantime', async () => {
    await page.saveDefaults(withRules({ followUpWithinBusinessDays: 2 }));
    expect(await page.saveDefaults(withRules({ followUpWithinBusinessDays: 1 }), { seq: 0 })).toMatchObject({
      kind: 'changed-meanwhile',
      defaults: { seq: 1, draft: { rules: { followUpWithinBusinessDays: 2 } } },
    });
    expect(rows()).toHaveLength(1);
  });

  it('let two set-ups at once save one first version', async () => {
    const step = { projectId: OPS, stepId: 'settings', groups: GROUPS };
    await Promise.all([page.call('jo', 'set-up-step', step), page.call('jo', 'set-up-step', step)]);
    expect((await settingsPage(site).settings('jo')).versions).toHaveLength(1);
  });
});
