import { describe, expect, it } from '@jest/globals';
import type { FieldMeta } from '../../emulator/host/api/field-meta';
import { jqlText } from '../../emulator/host/api/issue-search';
import { problemSentences } from '../../emulator/host/api/reply';
import { appAddress } from '../../emulator/host/app-address';
import { fieldText } from '../../emulator/host/pages/fields/field-text';
import { jsonOfValue, valueOfJson } from '../../emulator/host/pages/fields/field-json';
import { kindOfField } from '../../emulator/host/pages/fields/field-value';
import { listed, mentionAt, wrapped } from '../../emulator/host/pages/fields/rich-text';
import { fileSize } from '../../emulator/host/pages/issue/file-size';
import { completionAt } from '../../emulator/host/pages/issues/jql-completion';
import { jqlOrder, orderedBy } from '../../emulator/host/pages/issues/jql-order';
import { day, momentOf } from '../../emulator/host/pages/moment';
import { routeOf } from '../../emulator/host/pages/router';
import { zonedMoment, zonedText } from '../../emulator/host/pages/zoned-time';
import { monthAfter, weeksOf } from '../../emulator/host/ui-kit/calendar-month';

const route = (address: string) => routeOf(new URL(address, 'http://127.0.0.1:4000'));

const field = (schema: FieldMeta['schema'], allowedValues?: FieldMeta['allowedValues']): FieldMeta => ({
  fieldId: 'a-field',
  name: 'A field',
  required: false,
  hasDefaultValue: false,
  schema,
  allowedValues,
});

describe('addresses', () => {
  it.each([
    { address: '/', to: { kind: 'start' } },
    { address: '/issues?project=OPS', to: { kind: 'issues', project: 'OPS' } },
    { address: '/issues/?jql=project%20%3D%20OPS', to: { kind: 'issues', project: undefined } },
    { address: '/browse/ops-1', to: { kind: 'issue', key: 'OPS-1' } },
    { address: '/projects', to: { kind: 'projects' } },
    { address: '/projects/ops', to: { kind: 'project', key: 'OPS', page: { kind: 'issues' } } },
    {
      address: '/projects/OPS/apps/report',
      to: { kind: 'project', key: 'OPS', page: { kind: 'app', moduleKey: 'report' } },
    },
    {
      address: '/projects/OPS/settings/apps/rules',
      to: { kind: 'project', key: 'OPS', page: { kind: 'settings', moduleKey: 'rules' } },
    },
    { address: '/settings', to: { kind: 'settings', moduleKey: undefined } },
    { address: '/settings/apps/admin', to: { kind: 'settings', moduleKey: 'admin' } },
    { address: '/apps/overview', to: { kind: 'app', moduleKey: 'overview' } },
    { address: '/outbox?entry=3', to: { kind: 'outbox', entry: '3', person: undefined } },
    { address: '/browse/OPS-1/x', to: { kind: 'nowhere', path: '/browse/OPS-1/x' } },
    { address: '/projects/OPS/settings/apps', to: { kind: 'nowhere', path: '/projects/OPS/settings/apps' } },
    { address: '/browse/%E0%A4%A', to: { kind: 'issue', key: '%E0%A4%A' } },
  ])('$address', ({ address, to }) => {
    expect(route(address)).toEqual(to);
  });

  it('of an app lead to pages of this site, and never to a script', () => {
    const site = 'http://127.0.0.1:4000';
    expect(appAddress({ target: 'module', moduleKey: 'report', projectKey: 'OPS' }, site)).toEqual({
      kind: 'here',
      path: '/projects/OPS/apps/report',
    });
    expect(appAddress({ target: 'projectSettingsDetails', projectKey: 'OPS' }, site)).toEqual({
      kind: 'here',
      path: '/projects/OPS/settings',
    });
    expect(appAddress({ url: 'javascript:alert(1)' }, site)).toMatchObject({ kind: 'refused' });
    expect(appAddress({ target: 'dashboard', dashboardId: '1' }, site)).toMatchObject({ kind: 'refused' });
  });
});

describe('JQL while somebody types', () => {
  it.each([
    { jql: 'sta', kind: 'field', field: '', typed: 'sta' },
    { jql: 'status ', kind: 'operator', field: 'status', typed: '' },
    { jql: 'status = Dep', kind: 'value', field: 'status', typed: 'Dep' },
    { jql: 'status in (Deploying, "In Pr', kind: 'value', field: 'status', typed: 'In Pr' },
    { jql: 'status not in (Deploying) ', kind: 'connector', field: '', typed: '' },
    { jql: 'status = Deployed A', kind: 'connector', field: '', typed: 'A' },
    { jql: 'status = Deployed AND (not rep', kind: 'field', field: '', typed: 'rep' },
    { jql: '"Kind of critical issue" ~ ', kind: 'value', field: 'Kind of critical issue', typed: '' },
    { jql: 'project = OPS ORDER BY cre', kind: 'order', field: '', typed: 'cre' },
  ])('$jql', ({ jql, kind, field: name, typed }) => {
    expect(completionAt(jql, jql.length)).toMatchObject({ kind, field: name, typed });
  });

  it('is ordered anew without touching what it chooses', () => {
    const jql = 'summary ~ "order by hand" ORDER BY created DESC, key';
    expect(jqlOrder(jql)).toEqual({ field: 'created', direction: 'DESC' });
    expect(orderedBy(jql, { field: 'Due date', direction: 'ASC' })).toBe(
      'summary ~ "order by hand" ORDER BY "Due date" ASC',
    );
    expect(jqlOrder('summary ~ "order by hand"')).toBeUndefined();
    expect(orderedBy('', { field: 'key', direction: 'DESC' })).toBe('ORDER BY key DESC');
  });
});

describe('a text while somebody writes', () => {
  it.each([
    { text: 'Hello @Le', mention: { typed: 'Le', start: 6 } },
    { text: '@', mention: { typed: '', start: 0 } },
    { text: '(@Lee Li', mention: { typed: 'Lee Li', start: 1 } },
    { text: 'erin@example', mention: undefined },
    { text: '@Lee Lindt is', mention: undefined },
  ])('$text', ({ text, mention }) => {
    expect(mentionAt(text, text.length)).toEqual(mention);
  });

  it('gets marks around what is selected, and lists of its lines', () => {
    expect(wrapped({ text: 'stop now', start: 0, end: 4 }, '**')).toEqual({ text: '**stop** now', start: 2, end: 6 });
    expect(listed({ text: 'a\nb\nc', start: 0, end: 3 }, (index) => `${index + 1}.`).text).toBe('1. a\n2. b\nc');
  });
});

describe('fields', () => {
  it('are filled in by what they hold', () => {
    expect(kindOfField(field({ type: 'string', system: 'summary' }))).toBe('text');
    expect(kindOfField(field({ type: 'string', system: 'description' }))).toBe('document');
    expect(kindOfField(field({ type: 'option' }, [{ id: '1', value: 'One' }]))).toBe('choice');
    expect(kindOfField(field({ type: 'array', items: 'string', system: 'labels' }))).toBe('labels');
    expect(kindOfField(field({ type: 'issuelink', system: 'parent' }))).toBe('issue');
    expect(kindOfField(field({ type: 'array', items: 'option' }, [{ id: '1', value: 'Impediment' }]))).toBe('choices');
    expect(kindOfField(field({ type: 'array', items: 'attachment' }))).toBeUndefined();
  });

  it('are told to Jira as it told them', () => {
    const person = { accountId: '712020:erin', displayName: 'Erin Engel' };
    expect(jsonOfValue(valueOfJson('person', person))).toEqual({ accountId: '712020:erin' });
    expect(jsonOfValue(valueOfJson('choice', { id: '10100', value: 'Service outage' }))).toEqual({ id: '10100' });
    expect(jsonOfValue(valueOfJson('choice', null))).toBeNull();
    expect(jsonOfValue(valueOfJson('labels', ['one']))).toEqual(['one']);
  });
});

describe('times', () => {
  it.each([
    { timeZone: 'Europe/Berlin', text: '2026-11-24T09:00', moment: '2026-11-24T08:00:00.000Z' },
    { timeZone: 'Europe/Berlin', text: '2026-07-01T09:00', moment: '2026-07-01T07:00:00.000Z' },
    { timeZone: 'America/New_York', text: '2026-03-08T12:00', moment: '2026-03-08T16:00:00.000Z' },
    { timeZone: 'Asia/Kolkata', text: '2026-11-24T00:15', moment: '2026-11-23T18:45:00.000Z' },
  ])('of $timeZone: $text', ({ timeZone, text, moment }) => {
    expect(zonedMoment(text, timeZone)?.toISOString()).toBe(moment);
    expect(zonedText(new Date(moment), timeZone)).toBe(text);
  });

  it('are none where the text is none', () => {
    expect(zonedMoment('', 'UTC')).toBeUndefined();
  });

  it('has the weeks of a month, and its neighbours', () => {
    const weeks = weeksOf(2026, 2, 1);
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.map((one) => one?.day)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      1,
    ]);
    expect(weeks.flat().filter((one) => one !== undefined)).toHaveLength(28);
    expect(monthAfter(2026, 12, 1)).toEqual({ year: 2027, month: 1 });
    expect(monthAfter(2026, 1, -1)).toEqual({ year: 2025, month: 12 });
  });
});

describe('words on the pages', () => {
  it.each([
    { json: null, text: '' },
    { json: ['one', 'two'], text: 'one, two' },
    { json: [{ id: '1', value: 'Impediment' }], text: 'Impediment' },
    { json: { displayName: 'Lee Lindt', accountId: '1' }, text: 'Lee Lindt' },
    { json: { phase: 'deployed', breaches: [], number: 7, verdict: 'none' }, text: 'phase: deployed, number: 7' },
  ])('a field that holds $json says "$text"', ({ json, text }) => {
    expect(fieldText(json)).toBe(text);
  });

  it('says sizes as people do', () => {
    expect([0, 999, 1500, 12_345, 7_300_000].map(fileSize)).toEqual(['0 B', '999 B', '1.5 kB', '12 kB', '7.3 MB']);
  });

  it('a text of a person cannot leave its JQL literal', () => {
    expect(jqlText('A" OR project = "B\\')).toBe('"A\\" OR project = \\"B\\\\"');
  });

  it("reads Jira's moments and shows them in the viewer's time zone", () => {
    const moment = momentOf('2026-11-24T23:30:00.000+0000');
    expect(moment.toISOString()).toBe('2026-11-24T23:30:00.000Z');
    expect(day(moment, 'Europe/Berlin')).toBe('25 Nov 2026');
  });

  it('says once what is wrong with a field that has a place for it', () => {
    const problem = {
      kind: 'refused',
      status: 400,
      messages: ['It cannot be done.'],
      fieldErrors: { summary: 'You must specify a summary.', other: 'Other is wrong.' },
    } as const;
    expect(problemSentences(problem, ['summary'])).toEqual(['It cannot be done.', 'Other is wrong.']);
  });
});
