import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { digestOf } from '../../src/domain/digest';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import { draftOf, policyOf } from '../../src/domain/settings/policy-of';
import { type Known, readDraft } from '../../src/domain/settings/read-draft';
import { type SettingsDraft, SettingsDraftSchema } from '../../src/domain/settings/settings-draft';

const DRAFT = draftOf(DEFAULT_POLICY);

/** The draft with what stands at a path such as `calendar.added` replaced. */
function withAt(path: string, value: unknown): unknown {
  const [first = '', ...rest] = path.split('.');
  const put = (whole: object, key: string, others: readonly string[]): object => {
    const members = new Map<string, unknown>(Object.entries(whole));
    const [next, ...more] = others;
    const inside = members.get(key);
    members.set(key, next === undefined || typeof inside !== 'object' ? value : put(inside ?? {}, next, more));
    return Object.fromEntries(members);
  };
  return put(DRAFT, first, rest);
}

const problemsOf = (input: unknown, known?: Known) => {
  const reading = readDraft(input, known);
  return reading.kind === 'problems' ? reading.problems : [];
};

const draftFrom = (input: unknown): SettingsDraft => {
  const reading = readDraft(input);
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  return reading.draft;
};

const group = (name: string, id: string | null = null, kind = 'group') => ({ kind, id, name });
const day = (date: string, name = 'Day off') => ({ date, name });
const dates = (count: number, from = Date.UTC(2026, 0, 1)) =>
  Array.from({ length: count }, (_, index) => new Date(from + index * 86_400_000).toISOString().slice(0, 10));

describe('any JSON', () => {
  const json = fc.jsonValue({ noUnicodeString: false });

  it('is read without a throw, and at most twenty problems are named', () => {
    fc.assert(
      fc.property(json, (input) => {
        const found = problemsOf(input);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(20);
      }),
    );
  });

  const paths = Object.entries(DRAFT).flatMap(([part, inside]) =>
    typeof inside === 'object' ? [part, ...Object.keys(inside).map((key) => `${part}.${key}`)] : [part],
  );
  const likely = fc.oneof(
    json,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'binary' }),
    fc.array(fc.string({ unit: 'binary', maxLength: 12 }), { maxLength: 4 }),
    fc.array(fc.record({ kind: fc.constantFrom('group', 'role'), id: fc.constant(null), name: fc.string() })),
    fc.array(fc.record({ date: fc.constantFrom(...dates(400)), name: fc.string({ unit: 'grapheme' }) })),
    fc.subarray(dates(400), { maxLength: 90 }),
    fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7]),
  );

  it('in the place of a setting is taken in one form or not at all', () => {
    let taken = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), likely, (path, value) => {
        const reading = readDraft(withAt(path, value));
        if (reading.kind === 'problems') {
          const fields = reading.problems.map(({ field }) => field);
          // A status can be missing or taken in another list than the one that was changed.
          const part = path.startsWith('statuses') ? 'statuses' : path;
          expect(fields.some((field) => field.startsWith(part) || part.startsWith(field))).toBe(true);
          return;
        }
        taken += 1;
        expect(v.parse(v.strictObject(SettingsDraftSchema.entries), reading.draft)).toEqual(reading.draft);
        expect(draftFrom(reading.draft)).toEqual(reading.draft);
        expect(digestOf(draftFrom(JSON.parse(JSON.stringify(reading.draft))))).toBe(digestOf(reading.draft));
      }),
      { numRuns: 2000 },
    );
    expect(taken).toBeGreaterThan(20);
  });
});

describe('settings that are the same', () => {
  it('have the same digest, however they are written', () => {
    const [a, b] = [group('a'), group('b', '12', 'role')];
    const write = (...[groups, days, week, statuses]: readonly (readonly unknown[])[]) => ({
      ...DRAFT,
      groups: { ...DRAFT.groups, security: groups },
      statuses: { ...DRAFT.statuses, closed: statuses },
      calendar: { ...DRAFT.calendar, workingDays: week, added: days },
    });
    const one = write([a, b], [day('2026-05-01', ' May '), day('2026-12-24')], [5, 1], ['Done', 'Shut']);
    const same = write(
      [b, { ...a, name: ' a ' }],
      [day('2026-12-24'), day('2026-05-01', 'May')],
      [1, 5],
      ['Shut ', 'Done'],
    );
    expect(digestOf(draftFrom(same))).toBe(digestOf(draftFrom(one)));
  });

  it('are those of the built-in policy as they stand', () => {
    expect(draftFrom(DRAFT)).toEqual(DRAFT);
    expect(policyOf(DRAFT, DEFAULT_POLICY.version, [])).toEqual(DEFAULT_POLICY);
  });
});

describe('what is unusual and right', () => {
  it.each([
    { what: 'quotes and commas', name: `R&D, "ops", 'on-call'; DROP TABLE` },
    { what: 'writing from the right', name: 'فريق الأمن' },
    { what: 'emoji', name: '🚒 on call 👩‍🚒' },
    { what: 'mark-up', name: '<b>&amp;</b>' },
    { what: '255 characters', name: 'g'.repeat(255) },
    { what: 'the name of a member of objects', name: '__proto__' },
  ])('is kept: a group and a day with $what', ({ name }) => {
    expect(draftFrom(withAt('groups.security', [group(name)])).groups.security).toEqual([group(name)]);
    const short = name.slice(0, 60);
    expect(draftFrom(withAt('calendar.added', [day('2026-01-02', short)])).calendar.added).toEqual([
      day('2026-01-02', short),
    ]);
  });

  it.each([
    { path: 'statuses.deploying', value: [] },
    { path: 'statuses.deployed', value: [] },
    { path: 'statuses.cancelled', value: [] },
    { path: 'groups.security', value: [group('engineering-leads')] },
    { path: 'rules.approvalExpiresAfterHours', value: 720 },
    { path: 'rules.notifyWithinMinutes', value: 1440 },
    { path: 'attendees.security', value: 5 },
    { path: 'calendar.workingDays', value: [7] },
    { path: 'calendar.publicHolidays', value: { country: 'DE', region: 'BY' } },
    {
      path: 'calendar.added',
      value: dates(500, Date.UTC(2026, 8, 23))
        .slice(0, 100)
        .map((date) => day(date)),
    },
  ])('is taken: $path', ({ path, value }) => {
    expect(problemsOf(withAt(path, value))).toEqual([]);
  });
});

const STATUSES = Array.from({ length: 21 }, (_, index) => `Status ${index}`);
const GROUPS = Array.from({ length: 11 }, (_, index) => group(`group ${index}`));
const OVER_YEARS = dates(501 * 5).filter((_, index) => index % 5 === 0);
const HOSTILE: unknown = JSON.parse('{"__proto__": {"enabled": true}}');
const WITH_CONSTRUCTOR: unknown = JSON.parse(JSON.stringify(DRAFT).replace('{', '{"constructor": {},'));

describe('what is wrong', () => {
  it.each([
    { path: 'enabled', value: 'true', field: 'enabled', says: 'yes or no' },
    { path: 'workType', value: ' ', field: 'workType', says: 'name of the work type' },
    { path: 'workType', value: 'x'.repeat(61), field: 'workType', says: 'At most 60 characters' },
    { path: 'kindField', value: 'a\u0000b', field: 'kindField', says: 'cannot be shown' },
    { path: 'kindField', value: 'half \uD83D', field: 'kindField', says: 'cannot be shown' },
    { path: 'kindField', value: '\u200B\u2060', field: 'kindField', says: 'name of the field' },
    { path: 'groups.security', value: [], field: 'groups.security', says: 'nobody can approve' },
    { path: 'groups.engineering-lead', value: 'leads', field: 'groups.engineering-lead', says: 'Give a list' },
    { path: 'groups.escalation', value: GROUPS, field: 'groups.escalation', says: 'At most 10' },
    { path: 'groups.security', value: [group('')], field: 'groups.security[0].name', says: 'name of the group' },
    { path: 'groups.security', value: [group('a', null, 'team')], field: 'groups.security[0].kind', says: 'Choose' },
    { path: 'groups.security', value: [group('g'.repeat(256))], field: 'groups.security[0].name', says: 'At most 255' },
    {
      path: 'groups.security',
      value: [group('a', '1'), group('a')],
      field: 'groups.security[1]',
      says: 'listed twice',
    },
    { path: 'groups', value: { ...DRAFT.groups, admins: [] }, field: 'groups', says: '"admins" is not one of' },
    { path: 'statuses.closed', value: [], field: 'statuses.closed', says: 'means closed' },
    { path: 'statuses.closed', value: STATUSES, field: 'statuses.closed', says: 'At most 20' },
    { path: 'statuses.closed', value: ['deployed'], field: 'statuses.closed[0]', says: 'already means deployed' },
    { path: 'statuses.closed', value: ['Done', 'Done '], field: 'statuses.closed[1]', says: 'listed twice' },
    { path: 'rules.notifyWithinMinutes', value: 0, field: 'rules.notifyWithinMinutes', says: '1 to 1440' },
    { path: 'rules.notifyWithinMinutes', value: 1.5, field: 'rules.notifyWithinMinutes', says: 'whole number' },
    { path: 'rules.markDeployedWithinHours', value: 721, field: 'rules.markDeployedWithinHours', says: '1 to 720' },
    { path: 'rules.ratifyWithinBusinessDays', value: 31, field: 'rules.ratifyWithinBusinessDays', says: '1 to 30' },
    { path: 'rules.reapproveOnChange', value: null, field: 'rules.reapproveOnChange', says: 'yes or no' },
    { path: 'attendees.security', value: 6, field: 'attendees.security', says: '1 to 5' },
    { path: 'assignees.post-mortem', value: 'boss', field: 'assignees.post-mortem', says: 'Choose one of reporter' },
    {
      path: 'calendar.timeZone',
      value: 'Europe/Atlantis',
      field: 'calendar.timeZone',
      says: '"Europe/Atlantis" is no',
    },
    { path: 'calendar.timeZone', value: '__proto__', field: 'calendar.timeZone', says: 'Europe/Berlin' },
    { path: 'calendar.workingDays', value: [], field: 'calendar.workingDays', says: 'At least one day' },
    { path: 'calendar.workingDays', value: [1, 1], field: 'calendar.workingDays', says: 'each day once' },
    {
      path: 'calendar.publicHolidays',
      value: { country: '', region: null },
      field: 'calendar.publicHolidays.country',
      says: 'Choose a country',
    },
    { path: 'calendar.added', value: OVER_YEARS.map((one) => day(one)), field: 'calendar.added', says: 'At most 500' },
    {
      path: 'calendar.added',
      value: dates(101).map((one) => day(one)),
      field: 'calendar.added',
      says: '2026 has 101 days off; at most 100 a year. Set the working days instead.',
    },
    {
      path: 'calendar.added',
      value: [day('2026-02-30')],
      field: 'calendar.added[0].date',
      says: '"2026-02-30" is no date. Write it as 2026-12-25.',
    },
    { path: 'calendar.added', value: [day('2026-02-03', 'n'.repeat(61))], field: 'calendar.added[0].name', says: '60' },
    {
      path: 'calendar.added',
      value: [day('2026-02-03'), day('2026-02-03', 'Again')],
      field: 'calendar.added[1].date',
      says: 'listed twice',
    },
    { path: 'calendar.removed', value: ['2026-13-01'], field: 'calendar.removed[0]', says: 'is no date' },
  ])('is said beside $field: $says', ({ path, value, field, says }) => {
    expect(problemsOf(withAt(path, value))).toEqual([{ field, message: expect.stringContaining(says) }]);
  });

  it.each([
    { what: 'constructor of the settings', input: WITH_CONSTRUCTOR, field: '' },
    { what: 'prototype of the groups', input: withAt('groups', HOSTILE), field: 'groups' },
    { what: 'prototype of a day', input: withAt('calendar.added', [HOSTILE]), field: 'calendar.added[0]' },
  ])('is another $what', ({ input, field }) => {
    expect(problemsOf(input)).toContainEqual({ field, message: expect.stringContaining('is not one of') });
  });

  it('is said of both lists when no status means deploying or deployed', () => {
    const statuses = { ...DRAFT.statuses, deploying: [], deployed: [] };
    expect(problemsOf({ ...DRAFT, statuses })).toEqual([
      { field: 'statuses.deployed', message: expect.stringContaining('approvals are checked there') },
    ]);
  });

  it('is a date that is both taken out and a day of their own', () => {
    const calendar = {
      ...DRAFT.calendar,
      publicHolidays: { country: 'DE', region: null },
      added: [day('2026-05-01')],
      removed: ['2026-05-01'],
    };
    expect(problemsOf({ ...DRAFT, calendar })).toMatchObject([{ field: 'calendar.removed[0]' }]);
  });

  it('is all of it, when it does not fit into a row of the chain', () => {
    const added = OVER_YEARS.slice(0, 500).map((date) => day(date, '界'.repeat(60)));
    expect(problemsOf(withAt('calendar.added', added))).toEqual([
      { field: '', message: expect.stringMatching(/^These settings take 1\d\d KB; at most 48/) },
    ]);
  });

  it('is what the project does not have', () => {
    const known: Known = {
      workTypes: ['Bug'],
      kindFields: ['Kind'],
      statuses: ['Deploying', 'Deployed', 'Closed'],
      groups: [
        { kind: 'group', id: '1', name: 'engineering-leads' },
        { kind: 'role', id: '2', name: 'security-team' },
      ],
    };
    expect(problemsOf(DRAFT, known).map(({ field }) => field)).toEqual([
      'workType',
      'kindField',
      'groups.security[0]',
      'statuses.cancelled[0]',
    ]);
  });

  it('is named for the first twenty fields only', () => {
    const nameless = GROUPS.slice(0, 10).map(() => group(''));
    const groups = { ...DRAFT.groups, security: nameless, escalation: nameless, peerReview: nameless };
    expect(problemsOf({ ...DRAFT, groups })).toHaveLength(20);
  });

  it('is not a date taken out where there are no public holidays: it is left out', () => {
    expect(draftFrom(withAt('calendar.removed', ['2026-05-01']))).toEqual(DRAFT);
  });

  it('is the name of one group with the id of another', () => {
    const known: Known = {
      groups: [
        { kind: 'group', id: '1', name: 'engineering-leads' },
        { kind: 'group', id: '2', name: 'security-team' },
        { kind: 'group', id: '3', name: 'everybody' },
      ],
    };
    expect(problemsOf(withAt('groups.security', [group('security-team', '2')]), known)).toEqual([]);
    expect(problemsOf(withAt('groups.security', [group('security-team', '3')]), known)).toMatchObject([
      { field: 'groups.security[0]' },
    ]);
  });
});

describe('a megabyte', () => {
  it.each([
    { what: 'of days', path: 'calendar.added', value: dates(25_000).map((one) => day(one)) },
    { what: 'of dates', path: 'calendar.removed', value: dates(80_000) },
    { what: 'of one name', path: 'calendar.added', value: [day('2026-01-01', 'x'.repeat(1_000_000))] },
    { what: 'of a time zone', path: 'calendar.timeZone', value: 'A/'.repeat(500_000) },
    { what: 'of blanks', path: 'workType', value: ' '.repeat(1_000_000) },
    { what: 'of statuses', path: 'statuses.closed', value: Array.from({ length: 100_000 }, (_, i) => `S${i}`) },
    {
      what: 'of members',
      path: 'rules',
      value: Object.fromEntries(Array.from({ length: 70_000 }, (_, i) => [`rule${i}`, true])),
    },
  ])('$what is refused at once', ({ path, value }) => {
    const input = withAt(path, value);
    const before = process.cpuUsage();
    const found = problemsOf(input);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found).length).toBeLessThan(5000);
  });
});

describe('the days off of the policy', () => {
  it('are the public holidays, without those taken out, and the own days, whose names win', () => {
    const calendar = {
      ...DRAFT.calendar,
      publicHolidays: { country: 'DE', region: null },
      added: [day('2026-12-24', 'Half a day, all of it off'), day('2026-12-25', 'Our feast')],
      removed: ['2026-05-01'],
    };
    const known = [day('2026-01-01', 'New Year'), day('2026-05-01', 'Labour Day'), day('2026-12-25', 'Christmas')];
    expect(policyOf({ ...DRAFT, calendar }, 7, known)).toEqual({
      ...DEFAULT_POLICY,
      version: 7,
      calendar: {
        timeZone: 'UTC',
        workingDays: [1, 2, 3, 4, 5],
        holidays: [
          day('2026-01-01', 'New Year'),
          day('2026-12-24', 'Half a day, all of it off'),
          day('2026-12-25', 'Our feast'),
        ],
      },
    });
  });
});
