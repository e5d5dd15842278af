import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call } from './support/a-jira';
import { putIssue } from './support/an-issue';

let jira: Jira;
const Found = v.object({ issues: v.array(v.object({ id: v.string() })) });
async function idsOf(jql: string): Promise<readonly string[]> {
  const { body } = await call(jira, as('erin'), 'POST', '/search/jql', { jql: `${jql} ORDER BY id ASC` });
  return v.parse(Found, body).issues.map(({ id }) => id);
}

const moved = (at: string, authorId: string, from: string, to: string) => ({
  id: at,
  authorId,
  created: at,
  items: [
    { field: 'status', fieldtype: 'jira', fieldId: 'status', from, fromString: null, to, toString: null },
  ] as const,
});

/** 1: Identified on the 10th, Deploying on the 12th by Pat, Deployed on the 14th by Lee. 2: stayed Identified. */
beforeEach(() => {
  jira = aJira();
  putIssue(jira, {
    id: '1',
    created: '2026-11-10T09:00:00.000Z',
    statusId: '13',
    histories: [
      moved('2026-11-12T09:00:00.000Z', '712020:pat', '11', '12'),
      moved('2026-11-14T09:00:00.000Z', '712020:lee', '12', '13'),
    ],
  });
  putIssue(jira, { id: '2', created: '2026-11-11T09:00:00.000Z', fields: { assignee: '712020:sam' } });
});

describe('WAS', () => {
  it.each([
    { jql: 'status WAS Deploying', expected: ['1'] },
    { jql: 'status WAS "Identified"', expected: ['1', '2'] },
    { jql: 'status WAS NOT Deployed', expected: ['2'] },
    { jql: 'status WAS IN (Closed, Deployed)', expected: ['1'] },
    { jql: 'status WAS NOT IN (Deploying, Deployed)', expected: ['2'] },
    { jql: 'NOT status WAS Deploying', expected: ['2'] },
    { jql: 'status WAS Deploying AFTER 2026-11-15', expected: [] },
    { jql: 'status WAS Deploying BEFORE "2026-11-12 10:00"', expected: [] },
    { jql: 'status WAS Deploying BEFORE "2026-11-12 10:01"', expected: ['1'] },
    { jql: 'status WAS "Identified" ON 2026-11-12', expected: ['1', '2'] },
    { jql: 'status WAS "Identified" ON 2026-11-13', expected: ['2'] },
    { jql: 'status WAS "Identified" DURING (2026-11-01, 2026-11-10)', expected: ['1'] },
    { jql: 'status WAS Deploying BY "pat@example.com"', expected: ['1'] },
    { jql: 'status WAS Deploying BY currentUser()', expected: [] },
    { jql: 'assignee WAS "sam@example.com"', expected: ['2'] },
    { jql: 'assignee WAS EMPTY', expected: ['1'] },
  ])('$jql', async ({ jql, expected }) => {
    expect(await idsOf(jql)).toEqual(expected);
  });
});

describe('CHANGED', () => {
  it.each([
    { jql: 'status CHANGED', expected: ['1'] },
    { jql: 'NOT status CHANGED', expected: ['2'] },
    { jql: 'status CHANGED FROM Deploying TO Deployed BY "lee@example.com"', expected: ['1'] },
    { jql: 'status CHANGED FROM Deploying BY "pat@example.com"', expected: [] },
    { jql: 'status CHANGED TO Deployed ON 2026-11-14', expected: ['1'] },
    { jql: 'status CHANGED AFTER -1w', expected: [] },
    { jql: 'status CHANGED AFTER -2w BEFORE 2026-11-13', expected: ['1'] },
    { jql: 'status CHANGED DURING (startOfMonth(), 2026-11-11)', expected: [] },
    { jql: 'assignee CHANGED', expected: [] },
  ])('$jql', async ({ jql, expected }) => {
    expect(await idsOf(jql)).toEqual(expected);
  });

  it('a value that does not exist is an error here too', async () => {
    const reply = await call(jira, as('erin'), 'POST', '/search/jql', { jql: 'status CHANGED TO Gone' });
    expect(reply).toMatchObject({
      status: 400,
      body: { errorMessages: ["The value 'Gone' does not exist for the field 'status'."] },
    });
  });
});
