import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import type { Principal } from '../../emulator/seams';
import { aJira, as, call, emergency, type Reply } from './support/a-jira';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
});

const search = (jql: string, who: Principal = as('erin'), more: object = {}): Promise<Reply> =>
  call(jira, who, 'POST', '/search/jql', { jql, fields: ['summary'], ...more });

const Page = v.object({
  issues: v.array(v.object({ key: v.string() })),
  isLast: v.boolean(),
  nextPageToken: v.optional(v.string()),
});
const keysOf = ({ body }: Reply) => v.parse(Page, body).issues.map(({ key }) => key);

describe('what does not exist is an error, on an empty site too', () => {
  it.each([
    ['colour = red', "Field 'colour' does not exist or you do not have permission to view it."],
    [
      'project = OPS AND (status = "Gone" OR priority = High)',
      "The value 'Gone' does not exist for the field 'status'.",
    ],
    ['project in (OPS, NOPE)', "The value 'NOPE' does not exist for the field 'project'."],
    ['NOT assignee = nobody', "The value 'nobody' does not exist for the field 'assignee'."],
    ['key = OPS-7', "An issue with key 'OPS-7' does not exist for field 'key'."],
    ['key = "not a key"', "The issue key 'not a key' for field 'key' is invalid."],
    ['status >= Closed', "The operator '>=' is not supported by the 'status' field."],
    ['summary is EMPTY', "The field 'summary' does not support searching for EMPTY values."],
    ['summary WAS "Old"', "History searches do not support the 'summary' field."],
    ['assignee = membersOf("engineers")', "Operator '=' does not support the list value 'membersOf(\"engineers\")'"],
    ['assignee in currentUser()', "Operator 'in' does not support the non-list value 'currentUser()'"],
    ['status = now()', "A value provided by the function 'now' is invalid for the field 'status'."],
    ['assignee in membersOf("nobody")', "for group 'nobody'; the group does not exist."],
    ['assignee = whoAmI()', "Unable to find JQL function 'whoAmI()'."],
    ['created > startOfDay("x")', "Duration for function 'startOfDay' should have the format (+/-)n(yMwdhm)"],
    ['created > startOfDay(1, 2)', "Function 'startOfDay' expected between '0' and '1' arguments but received '2'."],
    ['created > tomorrow', "Date value 'tomorrow' for field 'created' is invalid."],
    ['due = 2026-02-30', "Date value '2026-02-30' for field 'due' is invalid."],
    ['project = OPS ORDER BY text', "Not able to sort using field 'text'."],
    ['issue.property[secret].level = 3', "Field 'issue.property[secret].level' does not exist"],
    ['project OPS', "Error in the JQL Query: Expecting operator but got 'OPS'."],
    ['project = OPS key = OPS-1', "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'key'."],
    ['project = ', 'Error in the JQL Query: Expecting either a value, list or function'],
    ['summary = "Checkout"', "The operator '=' is not supported by the 'summary' field."],
    ['project ~ "OPS"', "The operator '~' is not supported by the 'project' field."],
    ['project = OPS ORDER BY colour', "Field 'colour' does not exist or you do not have permission to view it."],
    ['ORDER BY created', 'Unbounded JQL queries are not allowed here.'],
  ])('%s', async (jql, words) => {
    expect(await search(jql)).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining(words)] } });
  });

  it.each(['sprint = 1', 'voter = currentUser()', 'issue in watchedIssues()', 'project = OPS ORDER BY rank'])(
    'what Jira has and this has not is 501: %s',
    async (jql) => {
      expect((await search(jql)).status).toBe(501);
    },
  );

  it('everything that is wrong is told at once', async () => {
    expect((await search('colour = red AND status = Gone ORDER BY weight')).body).toEqual({
      errorMessages: [
        expect.stringContaining("Field 'colour'"),
        expect.stringContaining("The value 'Gone'"),
        expect.stringContaining("Field 'weight'"),
      ],
      errors: {},
    });
  });

  it('an issue that the caller may not see does not exist', async () => {
    await call(jira, as('erin'), 'POST', '/issue', emergency());
    expect((await search('key = OPS-1', as('mal'))).status).toBe(400);
    expect((await search('project = OPS', as('mal'))).status).toBe(400);
    expect(keysOf(await search('created > -1d', as('mal')))).toEqual([]);
    expect(keysOf(await search('created > -1d', { kind: 'anonymous' }))).toEqual([]);
    expect(keysOf(await search('key = ops-1'))).toEqual(['OPS-1']);
  });
});

describe('NOT', () => {
  beforeEach(async () => {
    await call(jira, as('erin'), 'POST', '/issue', emergency('Assigned', { assignee: { accountId: '712020:lee' } }));
    await call(jira, as('erin'), 'POST', '/issue', emergency('Unassigned'));
  });

  it.each([
    ['NOT assignee = "lee@example.com"', []],
    ['NOT assignee is EMPTY', ['OPS-1']],
    ['NOT (assignee is EMPTY OR summary ~ "nothing")', ['OPS-1']],
    ['NOT NOT assignee = "Lee Lindt"', ['OPS-1']],
    ['resolution = Unresolved ORDER BY key', ['OPS-1', 'OPS-2']],
  ])('is pushed into the clause, as in Jira: %s', async (jql, expected) => {
    expect(keysOf(await search(jql))).toEqual(expected);
  });
});

describe('order, time and pages', () => {
  it('sorts by key as numbers, and by priority with the highest as the greatest', async () => {
    for (const priority of ['Low', 'Highest', 'High']) {
      await call(jira, as('erin'), 'POST', '/issue', emergency(priority, { priority: { name: priority } }));
    }
    jira.store.projects.forEach((project) => (project.lastIssueNumber = 9));
    await call(jira, as('erin'), 'POST', '/issue', emergency('Tenth', { priority: { name: 'Lowest' } }));
    expect(keysOf(await search('project = OPS ORDER BY key'))).toEqual(['OPS-1', 'OPS-2', 'OPS-3', 'OPS-10']);
    const byPriority = 'project = OPS ORDER BY priority DESC';
    expect(keysOf(await search(byPriority))).toEqual(['OPS-2', 'OPS-3', 'OPS-1', 'OPS-10']);
    expect(keysOf(await search('priority >= High ORDER BY priority'))).toEqual(['OPS-3', 'OPS-2']);
    expect(keysOf(await search('key > OPS-2 AND key <= OPS-10 ORDER BY key'))).toEqual(['OPS-3', 'OPS-10']);
  });

  it('reads a time of day in the time zone of who asks', async () => {
    // 09:00 UTC is 10:00 for Erin in Berlin and 04:00 for Pat in New York.
    await call(jira, as('erin'), 'POST', '/issue', emergency());
    expect(keysOf(await search('created < "2026-11-24 09:30"', as('erin')))).toEqual([]);
    expect(keysOf(await search('created < "2026-11-24 10:01"', as('erin')))).toEqual(['OPS-1']);
    expect(keysOf(await search('created >= "2026/11/24 04:00"', as('pat')))).toEqual(['OPS-1']);
    expect(keysOf(await search('created >= "2026/11/24 04:01"', as('pat')))).toEqual([]);
    expect(keysOf(await search('created >= "-1w 2d" AND created <= now()'))).toEqual(['OPS-1']);
  });

  it('walks through all pages, and names no page after the last', async () => {
    for (let n = 0; n < 5; n += 1) await call(jira, as('erin'), 'POST', '/issue', emergency(`Number ${n}`));
    const found: string[] = [];
    let token: string | undefined;
    do {
      const more = { maxResults: 2, ...(token === undefined ? {} : { nextPageToken: token }) };
      const page = v.parse(Page, (await search('project = OPS ORDER BY key', as('erin'), more)).body);
      expect(page.isLast).toBe(page.nextPageToken === undefined);
      found.push(...page.issues.map(({ key }) => key));
      token = page.nextPageToken;
    } while (token !== undefined);
    expect(found).toEqual(['OPS-1', 'OPS-2', 'OPS-3', 'OPS-4', 'OPS-5']);
  });
});
