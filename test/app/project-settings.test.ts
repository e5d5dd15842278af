import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsDraft } from '../../src/api-settings';
import { settingsPage, withRules } from '../support/a-settings-page';
import { aSite, type Site } from '../support/a-site';
import { procedure } from '../support/a-procedure';
import { freshCommandId } from '../support/memory-ports';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

let site: Site;
let page: ReturnType<typeof settingsPage>;
let record: ReturnType<typeof onRecord>;
let time: ReturnType<typeof timeOf>;
beforeEach(async () => {
  site = await aSite();
  page = settingsPage(site);
  record = onRecord(site);
  time = timeOf(site);
  await page.administrators('pat', 'sky', 'erin');
});

const stricter = withRules({ followUpWithinBusinessDays: 2 });
const looser = withRules({ followUpWithinBusinessDays: 5 });
const off = (draft: SettingsDraft): SettingsDraft => ({ ...draft, enabled: false });
const days = (key: string) => record.eventsOf(key, 'registered')[0]?.policy.content.rules.followUpWithinBusinessDays;
const NOTICE = 'The rules for emergency changes are about to ask less';

describe('the settings of a project', () => {
  it('start from the built-in rules, with nothing saved', async () => {
    const settings = await page.settings('jo');
    expect(settings).toMatchObject({ seq: 0, versions: [], waiting: [] });
    expect(settings.warnings.map(({ field }) => field)).toEqual(['groups.engineering-lead', 'groups.security']);
    expect(settings.draft.workType).toBe('Emergency Change');
    expect(settings.choices.statuses).toContain('Deployed');
    expect(settings.choices.countries.length).toBeGreaterThan(100);
  });

  it('are saved as a version with who, when, why and what changed', async () => {
    const saved = await page.save('jo', stricter, { note: 'The auditor asked for it.' });
    expect(saved).toMatchObject({
      kind: 'saved',
      settings: {
        versions: [
          {
            version: 1,
            by: '712020:jo',
            note: 'The auditor asked for it.',
            state: 'in-force',
            changes: [
              {
                title: 'Post-mortem and documentation within',
                before: '3 business days',
                after: '2 business days',
                loosens: false,
              },
            ],
          },
        ],
      },
    });
    const key = await site.open();
    await site.settle();
    expect(days(key)).toBe(2);
  });

  it('are saved once, however often the same save is sent', async () => {
    const commandId = freshCommandId();
    await page.save('jo', stricter, { commandId });
    const again = await page.save('jo', stricter, { commandId, seq: 0 });
    expect(again).toMatchObject({ kind: 'saved' });
    expect((await page.settings('jo')).versions).toHaveLength(1);
  });

  it('tell the second of two administrators who save at once, and lose nothing', async () => {
    const { seq } = await page.settings('pat');
    await page.save('jo', stricter);
    const second = await page.save('pat', withRules({ ratifyWithinBusinessDays: 2 }), { seq });
    expect(second).toMatchObject({
      kind: 'changed-meanwhile',
      settings: { versions: [{ version: 1, by: '712020:jo' }] },
    });
    expect((await page.settings('pat')).versions).toHaveLength(1);
  });

  it('make one version each of saves at the very same moment, and answer the loser', async () => {
    const replies = await Promise.all([
      page.save('jo', stricter),
      page.save('pat', withRules({ markDeployedWithinHours: 2 })),
    ]);
    expect(replies.map(({ kind }) => kind).sort()).toEqual(['changed-meanwhile', 'saved']);
  });

  it.each(['view', 'save', 'confirm', 'compare', 'find-groups', 'holidays', 'import-days', 'preview-due', 'check'])(
    'answer %s to nobody who does not administer the project',
    async (functionKey) => {
      const payloads: Record<string, unknown> = {
        save: { commandId: freshCommandId(), seq: 0, draft: {}, note: '' },
        confirm: { commandId: freshCommandId(), version: 1 },
        compare: { from: 0, to: 1 },
        'find-groups': { query: 'a' },
      };
      for (const who of ['lee', 'sam', 'mal', 'ada']) {
        expect(await page.pastThePlatform(who, functionKey, payloads[functionKey])).toMatchObject({
          kind: 'not-allowed',
          message: expect.stringContaining('Ask a project administrator'),
        });
      }
      expect((await page.settings('jo')).versions).toEqual([]);
    },
  );

  it.each([
    {
      name: 'a holiday list as long as a call can carry',
      field: 'calendar.added',
      change: (draft: SettingsDraft) => ({
        ...draft,
        calendar: {
          ...draft.calendar,
          added: Array.from({ length: 9_000 }, () => ({ date: '2026-12-24', name: 'Christmas Eve' })),
        },
      }),
    },
    {
      name: 'a time zone that does not exist',
      field: 'calendar.timeZone',
      change: (draft: SettingsDraft) => ({ ...draft, calendar: { ...draft.calendar, timeZone: 'Mars/Olympus' } }),
    },
    {
      name: '__proto__',
      field: '',
      change: (draft: SettingsDraft) =>
        JSON.parse(`{"__proto__": {"enabled": false}, ${JSON.stringify(draft).slice(1)}`) as unknown,
    },
    {
      name: 'a group that does not exist',
      field: 'groups.security[0]',
      change: (draft: SettingsDraft) => ({
        ...draft,
        groups: { ...draft.groups, security: [{ kind: 'group', id: 'group-auditors', name: 'no such, "group"' }] },
      }),
    },
    {
      name: 'nobody for Security',
      field: 'groups.security',
      change: (draft: SettingsDraft) => ({ ...draft, groups: { ...draft.groups, security: [] } }),
    },
  ])('refuse $name beside its field, and save nothing', async ({ field, change }) => {
    const reply = await page.save('jo', change);
    expect(reply).toMatchObject({ kind: 'problems', problems: [{ field }] });
    expect((await page.settings('jo')).versions).toEqual([]);
  });

  it('are not asked at all with a holiday list of 1 MB, which the platform does not carry', async () => {
    const huge = 'x'.repeat(1_000_000);
    await expect(page.save('jo', (draft) => ({ ...draft, note: huge }))).rejects.toThrow('bigger than 500 KB');
  });

  it('take the id of a group from its name, whatever id is sent with it', async () => {
    await page.save('jo', (draft) => ({
      ...draft,
      groups: { ...draft.groups, security: [{ kind: 'group', id: 'group-engineers', name: 'security-team' }] },
    }));
    expect((await page.settings('jo')).draft.groups.security).toEqual([
      { kind: 'group', id: 'group-security-team', name: 'security-team' },
    ]);
  });
});

describe('looser settings', () => {
  beforeEach(async () => {
    await page.save('jo', stricter);
  });

  it('wait, while both groups are told, and come into force 24 hours later', async () => {
    await page.save('jo', looser);
    expect(record.emails(NOTICE).map(({ to }) => to.sort())).toEqual([['lee', 'lou', 'sam', 'sky']]);
    expect((await page.settings('pat')).waiting).toMatchObject([
      {
        version: 2,
        loosens: [{ before: '2 business days', after: '5 business days' }],
        noticedAt: '2026-11-24T03:00:00.000Z',
        inForceAt: '2026-11-25T03:00:00.000Z',
        mayConfirm: true,
      },
    ]);
    await time.pass(24 * HOUR - 1);
    const early = await site.open();
    await site.settle();
    expect(days(early)).toBe(2);
    await time.pass(1);
    const later = await site.open();
    await site.settle();
    expect(days(later)).toBe(5);
    expect((await page.settings('pat')).versions[0]).toMatchObject({ version: 2, state: 'in-force' });
  });

  it('come into force at once when a second administrator confirms them, and not by their author', async () => {
    await page.save('jo', looser);
    expect(await page.confirm('jo', 2)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('another project administrator'),
    });
    expect(await page.confirm('pat', 2)).toMatchObject({ kind: 'confirmed', settings: { waiting: [] } });
    const key = await site.open();
    await site.settle();
    expect(days(key)).toBe(5);
  });

  it('count from the notice, so that they never come into force by themselves while nobody was told', async () => {
    site.forge.faults.add({
      service: 'jira',
      operation: '/notify',
      failure: { kind: 'fail', when: 'before', status: 503 },
    });
    await page.save('jo', looser);
    expect((await page.settings('pat')).waiting).toMatchObject([{ noticedAt: null, inForceAt: null }]);
    await time.pass(30 * HOUR);
    const key = await site.open();
    await site.settle();
    expect(days(key)).toBe(2);
  });

  it('release no change that is registered', async () => {
    const key = await site.open();
    await site.settle();
    await page.save('jo', (draft) => off(looser(draft)));
    await page.confirm('pat', 2);
    await time.pass(25 * HOUR);
    expect(record.eventsOf(key, 'policy-replaced')).toEqual([]);
    const answer = await site.startDeployment('erin', key);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('Approval by an Engineering Lead is missing');
  });
});

describe('a change and the settings of those who asked for it', () => {
  it('is judged by stricter settings that others save after its registration', async () => {
    const key = await site.open();
    await time.pass(MINUTE);
    await page.save('jo', withRules({ reportedOpensDeployGate: false }));
    await time.pass(MINUTE);
    expect(record.eventsOf(key, 'policy-replaced')).toMatchObject([
      { because: 'stricter-settings', policy: { content: { rules: { reportedOpensDeployGate: false } } } },
    ]);
  });

  it('cannot go on by settings of its reporter alone, until another administrator saves some', async () => {
    await page.save('erin', (draft) => draft);
    const key = await site.open('erin');
    await site.settle();
    const people = procedure(site);
    await people.approveBoth(key);
    await people.reviewBoth(key);
    const blocked = await site.startDeployment('erin', key);
    expect(blocked.status).toBe(400);
    expect(JSON.stringify(blocked.body)).toContain('another administrator of this project has to save');
    await time.pass(MINUTE);
    expect(await page.save('jo', (draft) => draft)).toMatchObject({ kind: 'saved' });
    await time.pass(MINUTE);
    expect(record.eventsOf(key, 'policy-replaced')).toMatchObject([{ because: 'author-is-requester' }]);
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('goes back to the settings of others when the author of those in force becomes its assignee', async () => {
    await page.save('jo', stricter);
    await page.save('pat', looser);
    await page.confirm('sky', 2);
    const key = await site.open();
    await site.settle();
    expect(days(key)).toBe(5);
    await site.rest('erin', 'PUT', `/issue/${key}/assignee`, { accountId: '712020:pat' });
    await time.pass(5 * 60_000);
    expect(record.eventsOf(key, 'policy-replaced')).toMatchObject([
      { because: 'author-is-requester', policy: { content: { version: 1, rules: { followUpWithinBusinessDays: 2 } } } },
    ]);
  });
});

describe('a project that is switched off', () => {
  it('registers no new change, says so in the panel, and opens no gate', async () => {
    await page.save('jo', off);
    const key = await site.open();
    await site.settle();
    expect(await site.view('erin', key)).toMatchObject({
      kind: 'not-here',
      message: expect.stringContaining('switched off'),
    });
    const answer = await site.startDeployment('erin', key);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain('switched off in this project');
    expect(record.register()).toEqual([]);
  });
});
