import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import type { Principal } from '../../emulator/seams';
import { aJira, as, call, paragraph } from './support/a-jira';
import { CHANGE_FIELD, putChangeField, putIssue } from './support/an-issue';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
});

const Found = v.object({ issues: v.array(v.object({ id: v.string() })) });
async function idsOf(jql: string, who: Principal = as('erin')): Promise<readonly string[]> {
  const { body } = await call(jira, who, 'POST', '/search/jql', { jql });
  return v.parse(Found, body).issues.map(({ id }) => id);
}
const statusOf = async (jql: string) => (await call(jira, as('erin'), 'POST', '/search/jql', { jql })).status;

describe('fields of Jira', () => {
  beforeEach(() => {
    jira.store.components.set('7', {
      id: '7',
      projectId: '10000',
      name: 'Checkout',
      description: '',
      leadAccountId: null,
      assigneeType: 'PROJECT_DEFAULT',
    });
    jira.store.issueLinkTypes.set('1', { id: '1', name: 'Blocks', inward: 'is blocked by', outward: 'blocks' });
    jira.store.issueLinks.set('1', { id: '1', typeId: '1', inwardIssueId: '1', outwardIssueId: '2' });
    putIssue(jira, {
      id: '1',
      fields: {
        summary: 'Checkout fails for everybody',
        description: paragraph('The payment service answered with errors.'),
        components: ['7'],
        labels: ['Post-mortem'],
        duedate: '2026-11-27',
        customfield_10050: '10101',
      },
      watchers: ['712020:sam'],
    });
    putIssue(jira, { id: '2', projectId: '10001', issueTypeId: '10011', key: 'WEB-2', statusId: '3' });
    putIssue(jira, { id: '3', issueTypeId: '10012', parentId: '1', fields: { summary: 'Write it up' } });
  });

  it.each([
    { jql: 'component = checkout', expected: ['1'] },
    { jql: 'watcher = "sam@example.com"', expected: ['1'] },
    { jql: 'creator = currentUser() AND parent = OPS-1', expected: ['3'] },
    { jql: 'parent is EMPTY ORDER BY id ASC', expected: ['1', '2'] },
    { jql: 'issueLink = OPS-1', expected: ['2'] },
    { jql: 'issue in linkedIssues(OPS-1)', expected: ['2'] },
    { jql: 'issue in linkedIssues(OPS-1, "is blocked by")', expected: [] },
    { jql: 'statusCategory = Done', expected: ['2'] },
    { jql: 'statusCategory != Done ORDER BY id', expected: ['3', '1'].reverse() },
    { jql: 'resolution is EMPTY AND type in (Task, Subtask) ORDER BY key', expected: ['3', '2'] },
    { jql: 'labels = post-mortem', expected: [] },
    { jql: 'labels in (Post-mortem, other)', expected: ['1'] },
    { jql: '"Kind of critical issue" = "Data corruption"', expected: ['1'] },
    { jql: '"Kind of critical issue[Dropdown]" is not EMPTY', expected: ['1'] },
    { jql: 'cf[10050] in (10101)', expected: ['1'] },
    { jql: 'summary ~ "failing checkouts"', expected: ['1'] },
    { jql: 'summary ~ "check"', expected: [] },
    { jql: 'summary ~ "check*"', expected: ['1'] },
    { jql: 'description ~ "\\"payment service\\""', expected: ['1'] },
    { jql: 'description ~ "\\"service payment\\""', expected: [] },
    { jql: 'text ~ "checkout errors"', expected: ['1'] },
    { jql: 'summary !~ checkout', expected: ['3'] },
    { jql: 'due < startOfDay(4d)', expected: ['1'] },
    { jql: 'due <= endOfWeek() AND due >= startOfWeek()', expected: ['1'] },
    { jql: 'duedate is EMPTY AND project = WEB', expected: ['2'] },
    {
      jql: 'created = 2026-11-24 AND created >= startOfDay() AND created <= endOfDay() AND key = OPS-1',
      expected: ['1'],
    },
    { jql: 'created > -1h AND updated <= now() AND id = 1', expected: ['1'] },
  ])('$jql', async ({ jql, expected }) => {
    expect(await idsOf(jql)).toEqual(expected);
  });

  it('a saved filter stands for its query, for those it is shared with', async () => {
    const filter = {
      description: '',
      editPermissions: [],
      favouriteOf: [],
      ownerId: '712020:erin',
      sharePermissions: [],
    };
    jira.store.filters.set('10001', {
      ...filter,
      id: '10001',
      name: 'Mine',
      jql: 'statusCategory = Done ORDER BY key',
    });
    jira.store.filters.set('10002', { ...filter, id: '10002', name: 'Round', jql: 'filter = 10002' });
    expect(await idsOf('filter = 10001')).toEqual(['2']);
    expect(await idsOf('filter != Mine AND project = OPS ORDER BY id ASC')).toEqual(['1', '3']);
    const reply = await call(jira, as('pat'), 'POST', '/search/jql', { jql: 'filter = 10001' });
    expect(reply).toMatchObject({
      status: 400,
      body: { errorMessages: ["The value '10001' does not exist for the field 'filter'."] },
    });
    expect(await statusOf('filter = Round')).toBe(400);
  });

  it('Flagged and labels are found as the REST API writes them', async () => {
    const flagged = [...jira.store.fields.values()].find(({ name }) => name === 'Flagged')?.id ?? '';
    const fields = { [flagged]: [{ value: 'Impediment' }] };
    expect((await call(jira, as('erin'), 'PUT', '/issue/OPS-1', { fields })).status).toBe(204);
    expect(await idsOf('Flagged = Impediment')).toEqual(['1']);
    expect(await idsOf('Flagged is not EMPTY')).toEqual(['1']);
    const update = { labels: [{ add: 'emergency-breach' }] };
    expect((await call(jira, as('erin'), 'PUT', '/issue/OPS-1', { update })).status).toBe(204);
    expect(await idsOf('labels = emergency-breach')).toEqual(['1']);
  });

  it('entity properties are found where an app had them indexed', async () => {
    jira.store.propertyIndexes.set('x', {
      propertyKey: 'risk',
      path: 'level.value',
      type: 'number',
      searchAlias: 'riskLevel',
    });
    putIssue(jira, { id: '4', properties: { risk: { level: { value: 3 } } } });
    expect(await idsOf('issue.property[risk].level.value > 2')).toEqual(['4']);
    expect(await idsOf('riskLevel in (3, 4)')).toEqual(['4']);
    expect(await statusOf('issue.property[risk].other = 1')).toBe(400);
    expect(await statusOf('riskLevel is EMPTY')).toBe(501);
  });
});

describe('calendar functions', () => {
  it.each([
    // Erin's Tuesday in Berlin is 23:00 UTC of the day before to 22:59:59.999.
    { jql: 'startOfDay()', at: '2026-11-23T23:00:00.000Z' },
    { jql: 'startOfDay(-1)', at: '2026-11-22T23:00:00.000Z' },
    { jql: 'endOfDay()', at: '2026-11-24T22:59:59.999Z' },
    { jql: 'startOfWeek()', at: '2026-11-21T23:00:00.000Z' },
    { jql: 'startOfMonth(-1)', at: '2026-09-30T22:00:00.000Z' },
    { jql: 'endOfMonth(3)', at: '2027-02-28T22:59:59.999Z' },
    { jql: 'endOfMonth("+15d")', at: '2026-12-15T22:59:59.999Z' },
    { jql: 'startOfYear("8h")', at: '2026-01-01T07:00:00.000Z' },
  ])('$jql is $at in Berlin', async ({ jql, at }) => {
    putIssue(jira, { id: '1', created: at });
    expect(await idsOf(`created >= ${jql} AND created <= ${jql}`)).toEqual(['1']);
    putIssue(jira, { id: '1', created: new Date(Date.parse(at) + 1).toISOString() });
    expect(await idsOf(`created >= ${jql} AND created <= ${jql}`)).toEqual([]);
  });
});

describe('the lists of the procedure, on the object that the app writes', () => {
  const change = (id: string, value: object) =>
    putIssue(jira, { id, fields: { summary: 'Change', [CHANGE_FIELD]: value } });

  beforeEach(() => {
    putChangeField(jira);
    change('1', {
      phase: 'deployed',
      isOpen: true,
      slots: { lead: 'reported' },
      breaches: ['bypass', 'late-post-mortem'],
      approvals: [{ by: '712020:lee' }, { by: '712020:sam' }],
      postMortem: { due: '2026-11-25T16:00Z' },
      month: '2026-11',
      number: 7,
      note: 'Rolled back twice',
    });
    change('2', {
      phase: 'identified',
      isOpen: true,
      slots: { lead: 'awaiting' },
      breaches: [],
      month: '2026-11',
      number: 8,
    });
    change('3', {
      phase: 'closed',
      isOpen: false,
      breaches: ['bypass'],
      postMortem: { due: '2026-10-01' },
      month: '2026-10',
    });
    // With seconds: nothing documents that this is indexed.
    change('4', { phase: 'closed', isOpen: false, postMortem: { due: '2026-11-25T16:00:00Z' } });
    putIssue(jira, { id: '5' });
  });

  it.each([
    { what: 'all open', jql: 'EmergencyChange.open = "true" ORDER BY created, key', expected: ['1', '2'] },
    { what: 'awaiting lead', jql: 'EmergencyChange.lead = awaiting', expected: ['2'] },
    { what: 'unratified', jql: 'EmergencyChange.lead = "reported"', expected: ['1'] },
    { what: 'breached by rule', jql: 'EmergencyChange.breach = bypass ORDER BY id ASC', expected: ['1', '3'] },
    { what: 'breached by another', jql: 'EmergencyChange.breach in ("late-post-mortem", other)', expected: ['1'] },
    { what: 'not breached by a rule', jql: 'EmergencyChange.breach != "late-post-mortem"', expected: ['3'] },
    {
      what: 'due in the next business day',
      jql: 'EmergencyChange.due >= "2026-11-24T09:00Z" AND EmergencyChange.due < "2026-11-25T23:00+01:00"',
      expected: ['1'],
    },
    {
      what: 'due, in the caller’s zone',
      jql: 'EmergencyChange.due <= "2026-11-25 17:00" ORDER BY EmergencyChange.due',
      expected: ['3', '1'],
    },
    { what: 'by approver', jql: 'EmergencyChange.approver = "712020:sam"', expected: ['1'] },
    { what: 'by me as approver', jql: 'EmergencyChange.approver = currentUser()', expected: [] },
    { what: 'by month', jql: 'EmergencyChange.month = "2026-11" ORDER BY id ASC', expected: ['1', '2'] },
    { what: 'by number', jql: 'EmergencyChange.number >= 8', expected: ['2'] },
    { what: 'words of a text alias', jql: 'EmergencyChange.note ~ "rolled"', expected: ['1'] },
    { what: 'words anywhere', jql: 'EmergencyChange ~ "awaiting"', expected: ['2'] },
    { what: 'without regard to case', jql: 'emergencychange.PHASE = "Identified"', expected: ['2'] },
  ])('$what', async ({ jql, expected }) => {
    expect(await idsOf(jql)).toEqual(expected);
  });

  it.each([
    'EmergencyChange.lead is EMPTY',
    'EmergencyChange.lead is not EMPTY',
    'EmergencyChange.due < now()',
    'EmergencyChange.due < -1d',
    'EmergencyChange.due >= startOfDay()',
    'EmergencyChange is EMPTY',
    'EmergencyChange = deployed',
    'EmergencyChange.phase ~ depl',
    'EmergencyChange.phase > closed',
    '"cf[10077].phase" = deployed',
    'project = OPS ORDER BY EmergencyChange.phase',
  ])('nothing documents it, so it is 501 and recorded: %s', async (jql) => {
    expect(await statusOf(jql)).toBe(501);
    expect(jira.unmodelled.at(-1)?.why).toMatch(/documented nowhere/);
  });

  it('a part without a search alias does not exist', async () => {
    expect(await statusOf('EmergencyChange.colour = red')).toBe(400);
  });
});
