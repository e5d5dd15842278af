import { describe, expect, it } from '@jest/globals';
import type { FieldMeta } from '../../emulator/host/api/field-meta';
import { jqlText } from '../../emulator/host/api/issue-search';
import { problemSentences } from '../../emulator/host/api/reply';
import { jsonOfValue, valueOfJson } from '../../emulator/host/pages/fields/field-json';
import { kindOfField } from '../../emulator/host/pages/fields/field-value';
import { day, momentOf } from '../../emulator/host/pages/moment';
import { routeOf } from '../../emulator/host/pages/router';

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
  it('lead to their pages', () => {
    expect(route('/')).toEqual({ kind: 'start' });
    expect(route('/issues?project=OPS')).toEqual({ kind: 'issues', project: 'OPS' });
    expect(route('/browse/ops-1')).toEqual({ kind: 'issue', key: 'OPS-1' });
    expect(route('/browse/OPS-1/x')).toEqual({ kind: 'nowhere', path: '/browse/OPS-1/x' });
  });
});

describe('fields', () => {
  it('are filled in by what they hold', () => {
    expect(kindOfField(field({ type: 'string', system: 'summary' }))).toBe('text');
    expect(kindOfField(field({ type: 'string', system: 'description' }))).toBe('document');
    expect(kindOfField(field({ type: 'option' }, [{ id: '1', value: 'One' }]))).toBe('choice');
    expect(kindOfField(field({ type: 'array', items: 'string', system: 'labels' }))).toBe('labels');
    expect(kindOfField(field({ type: 'issuelink', system: 'parent' }))).toBe('issue');
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

describe('words on the pages', () => {
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
