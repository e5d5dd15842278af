import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call } from './support/a-jira';
import { putChangeField, putIssue } from './support/an-issue';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
  putChangeField(jira);
  for (const id of ['1', '2', '3', '4', '5']) putIssue(jira, { id, fields: { summary: `Number ${id}` } });
});

const search = (body: object, name = 'erin') => call(jira, as(name), 'POST', '/search/jql', body);
const Page = v.object({
  issues: v.array(v.object({ id: v.string() })),
  nextPageToken: v.optional(v.string()),
  isLast: v.boolean(),
});

describe('pages', () => {
  const asked = { jql: 'project = OPS ORDER BY key', maxResults: 2 };
  const firstPage = async () => v.parse(Page, (await search(asked)).body);

  it('a token goes on after the last issue of its page, even if others came or went', async () => {
    const { nextPageToken } = await firstPage();
    jira.store.issues.delete('1');
    putIssue(jira, { id: '0' });
    const next = v.parse(Page, (await search({ ...asked, nextPageToken })).body);
    expect(next.issues.map(({ id }) => id)).toEqual(['3', '4']);
    expect(next.isLast).toBe(false);
  });

  it.each([
    { what: 'broken', change: () => ({ nextPageToken: 'BOGUS' }) },
    {
      what: 'altered',
      change: (token: string) => ({
        nextPageToken: token.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')).replace(/^...../, 'WyJ7I'),
      }),
    },
    {
      what: 'of another query',
      change: (nextPageToken: string) => ({ nextPageToken, jql: 'project = OPS ORDER BY id' }),
    },
    {
      what: 'with other issues to reconcile',
      change: (nextPageToken: string) => ({ nextPageToken, reconcileIssues: [1] }),
    },
  ])('a token that is $what is 400', async ({ change }) => {
    const { nextPageToken = '' } = await firstPage();
    expect((await search({ ...asked, ...change(nextPageToken) })).status).toBe(400);
  });

  it('a token is for who got it, for a week', async () => {
    const { nextPageToken } = await firstPage();
    expect((await search({ ...asked, nextPageToken }, 'pat')).status).toBe(400);
    await jira.clock.advance(7 * 86_400_000);
    expect((await search({ ...asked, nextPageToken })).status).toBe(200);
    await jira.clock.advance(1);
    expect((await search({ ...asked, nextPageToken })).status).toBe(400);
  });

  it('gives ids alone unless fields are asked for, none for 0, and 100 at most with fields', async () => {
    expect((await search({ jql: 'id = 1' })).body).toEqual({ issues: [{ id: '1' }], isLast: true });
    expect((await search({ jql: 'project = OPS', maxResults: 0 })).body).toEqual({ issues: [], isLast: true });
    expect((await search({ jql: 'project = OPS', maxResults: -1 })).status).toBe(400);
    for (let n = 6; n <= 130; n += 1) putIssue(jira, { id: String(n) });
    const many = { jql: 'project = OPS', maxResults: 5000 };
    expect(v.parse(Page, (await search(many)).body).issues).toHaveLength(130);
    expect(v.parse(Page, (await search({ ...many, fields: ['summary'] })).body).issues).toHaveLength(100);
  });

  it('describes fields once, above the issues, and gives properties', async () => {
    putIssue(jira, { id: '1', fields: { summary: 'Hello' }, properties: { risk: 3, other: 4 } });
    const { body } = await search({ jql: 'id = 1', fields: ['summary'], properties: ['risk'], expand: 'names,schema' });
    expect(body).toMatchObject({
      names: { summary: 'Summary' },
      schema: { summary: { type: 'string' } },
      issues: [{ key: 'OPS-1', fields: { summary: 'Hello' }, properties: { risk: 3 } }],
    });
    const properties = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect((await search({ jql: 'id = 1', properties })).status).toBe(400);
  });

  it('sorts by seven fields at most', async () => {
    const fields = ['key', 'created', 'updated', 'status', 'summary', 'priority', 'assignee', 'reporter'];
    expect((await search({ jql: `project = OPS ORDER BY ${fields.slice(0, 7).join(', ')}` })).status).toBe(200);
    expect((await search({ jql: `project = OPS ORDER BY ${fields.join(', ')}` })).status).toBe(400);
  });

  it('GET answers as POST does', async () => {
    const path = `/search/jql?jql=${encodeURIComponent(asked.jql)}&maxResults=2`;
    const first = v.parse(Page, (await call(jira, as('erin'), 'GET', path)).body);
    const next = await call(jira, as('erin'), 'GET', `${path}&nextPageToken=${first.nextPageToken ?? ''}`);
    expect(v.parse(Page, next.body).issues.map(({ id }) => id)).toEqual(['3', '4']);
    expect((await call(jira, as('erin'), 'GET', `${path}&failFast=true`)).status).toBe(501);
  });
});

describe('parse', () => {
  const parse = async (query: string, validation = 'strict') =>
    (await call(jira, as('erin'), 'POST', `/jql/parse?validation=${validation}`, { queries: [query] })).body;

  it('gives the tree of a query', async () => {
    const query =
      'summary ~ test AND NOT status CHANGED AFTER startOfMonth(-1M) OR labels in (a, "b c") ORDER BY updated DESC';
    expect(await parse(query)).toEqual({
      queries: [
        {
          query,
          structure: {
            where: {
              operator: 'or',
              clauses: [
                {
                  operator: 'and',
                  clauses: [
                    {
                      field: { name: 'summary', encodedName: 'summary' },
                      operator: '~',
                      operand: { value: 'test', encodedValue: 'test' },
                    },
                    {
                      operator: 'not',
                      clauses: [
                        {
                          field: { name: 'status', encodedName: 'status' },
                          operator: 'changed',
                          predicates: [
                            {
                              operator: 'after',
                              operand: {
                                function: 'startOfMonth',
                                arguments: ['-1M'],
                                encodedOperand: 'startOfMonth(-1M)',
                              },
                            },
                          ],
                        },
                      ],
                    },
                  ],
                },
                {
                  field: { name: 'labels', encodedName: 'labels' },
                  operator: 'in',
                  operand: {
                    values: [
                      { value: 'a', encodedValue: 'a' },
                      { value: 'b c', encodedValue: '"b c"' },
                    ],
                    encodedOperand: '(a, "b c")',
                  },
                },
              ],
            },
            orderBy: { fields: [{ field: { name: 'updated', encodedName: 'updated' }, direction: 'desc' }] },
          },
        },
      ],
    });
  });

  it.each([
    {
      query: 'universe = 42',
      validation: 'strict',
      hasTree: false,
      errors: ["Field 'universe' does not exist"],
      warnings: [],
    },
    {
      query: 'universe = 42',
      validation: 'warn',
      hasTree: true,
      errors: ["Field 'universe' does not exist"],
      warnings: [],
    },
    { query: 'universe = 42', validation: 'none', hasTree: true, errors: [], warnings: [] },
    {
      query: 'project = INVALID',
      validation: 'strict',
      hasTree: false,
      errors: [],
      warnings: ["The value 'INVALID' does not exist for the field 'project'."],
    },
    {
      query: 'project INVALID',
      validation: 'none',
      hasTree: false,
      errors: ['Error in the JQL Query: '],
      warnings: [],
    },
    { query: 'project = OPS', validation: 'strict', hasTree: true, errors: [], warnings: [] },
  ])('$query, $validation', async ({ query, validation, hasTree, errors, warnings }) => {
    const Parsed = v.object({
      queries: v.tuple([
        v.object({
          structure: v.optional(v.unknown()),
          errors: v.optional(v.array(v.string()), []),
          warnings: v.optional(v.array(v.string()), []),
        }),
      ]),
    });
    const [found] = v.parse(Parsed, await parse(query, validation)).queries;
    expect(found.structure !== undefined).toBe(hasTree);
    expect(found.errors).toEqual(errors.map((words) => expect.stringContaining(words)));
    expect(found.warnings).toEqual(warnings);
  });
});

it('match says which issues each query finds, and what is wrong with it', async () => {
  const body = { issueIds: [1, 4, 99], jqls: ['key <= OPS-3', 'project = OPS', 'colour = red'] };
  expect((await call(jira, as('erin'), 'POST', '/jql/match', body)).body).toEqual({
    matches: [
      { matchedIssues: [1], errors: [] },
      { matchedIssues: [1, 4], errors: [] },
      { matchedIssues: [], errors: ["Field 'colour' does not exist or you do not have permission to view it."] },
    ],
  });
  expect((await call(jira, as('mal'), 'POST', '/jql/match', { ...body, jqls: ['created < now()'] })).body).toEqual({
    matches: [{ matchedIssues: [], errors: [] }],
  });
});

describe('what helps people to write a query', () => {
  it('fields with their operators, functions and reserved words', async () => {
    const { body } = await call(jira, as('erin'), 'GET', '/jql/autocompletedata');
    const field = (value: string, more: object) => expect.objectContaining({ value, ...more });
    expect(body).toMatchObject({
      visibleFieldNames: expect.arrayContaining([
        field('summary', { displayName: 'summary', operators: ['~', '!~'], orderable: 'true' }),
        field('EmergencyChange', { cfid: 'cf[10077]', displayName: 'EmergencyChange - cf[10077]' }),
        field('EmergencyChange.phase', { operators: ['=', '!=', 'in', 'not in'], orderable: 'false' }),
        field('"Kind of critical issue"', { auto: 'true' }),
      ]),
      visibleFunctionNames: expect.arrayContaining([expect.objectContaining({ value: 'currentUser()' })]),
      jqlReservedWords: expect.arrayContaining(['and', 'order']),
    });
  });

  it.each([
    {
      fieldName: 'status',
      fieldValue: 'dep',
      expected: [
        ['Deploying', '<b>Dep</b>loying'],
        ['Deployed', '<b>Dep</b>loyed'],
      ],
    },
    { fieldName: 'assignee', fieldValue: 'lind', expected: [['"712020:lee"', 'Lee <b>Lind</b>t']] },
    {
      fieldName: 'Kind of critical issue',
      fieldValue: 'outage',
      expected: [['"Service outage"', 'Service <b>outage</b>']],
    },
    { fieldName: 'colour', fieldValue: 'r', expected: [] },
    { fieldName: 'created', fieldValue: '', expected: [] },
  ])('values of $fieldName that have a word like "$fieldValue"', async ({ fieldName, fieldValue, expected }) => {
    const query = new URLSearchParams({ fieldName, fieldValue }).toString();
    const { body } = await call(jira, as('erin'), 'GET', `/jql/autocompletedata/suggestions?${query}`);
    expect(body).toEqual({ results: expected.map(([value, displayName]) => ({ value, displayName })) });
  });
});
