import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call, emergency } from './support/a-jira';

let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, as('erin'), 'POST', '/issue', emergency());
  await call(jira, as('erin'), 'PUT', '/issue/OPS-1/properties/risk', { level: 'high' });
  await call(jira, as('jo'), 'POST', '/project/OPS/role/10002', { user: ['712020:sam'] });
});

const context = { issue: { key: 'OPS-1' }, project: { key: 'OPS' } };
const evaluate = (name: string, expression: string, more: object = context) =>
  call(jira, as(name), 'POST', '/expression/evaluate', { expression, context: more });

describe('evaluating a Jira expression', () => {
  it.each<[string, unknown]>([
    ['user.groups.includes("security-team")', true],
    ['user.groups.includes("auditors")', false],
    ['user.getProjectRoles(project).map(role => role.name)', ['Administrators']],
    ['user.getProjectRoles(issue.project).some(role => role.id == 10002)', true],
    ["issue.properties['risk'].level", 'high'],
    ["issue.properties['none']?.level", null],
    ["issue.issueType.properties['emergency-change'].enabled", true],
    ['issue.reporter == user', false],
    ['issue.customfield_10050.value', 'Service outage'],
    ['typeof issue.assignee', 'null'],
    ['issue.summary.slice(0, 8)', 'Checkout'],
  ])('%s', async (expression, value) => {
    expect(await evaluate('sam', expression)).toEqual({ status: 200, body: { value } });
    const old = await call(jira, as('sam'), 'POST', '/expression/eval', { expression, context });
    expect(old.body).toEqual({ value });
  });

  it('people are equal by their account, roles and all', async () => {
    expect((await evaluate('erin', 'issue.reporter == user && issue.reporter == issue.creator')).body).toEqual({
      value: true,
    });
  });

  it('takes variables of its caller', async () => {
    const custom = [
      { type: 'json', name: 'config', value: { limit: 2 } },
      { type: 'user', name: 'other', accountId: '712020:lee' },
    ];
    const expression = '`${other.displayName} ${config.limit}`';
    expect((await evaluate('sam', expression, { ...context, custom })).body).toEqual({ value: 'Lee Lindt 2' });
  });

  it('shows nobody an issue that he may not see, and tells a fault', async () => {
    expect((await evaluate('mal', 'issue.key')).status).toBe(404);
    const fault = await evaluate('sam', 'issue.assignee.accountId');
    expect(fault).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('of null')] } });
  });

  it('is analysed for what it costs', async () => {
    const expressions = ["issue.properties['a'] == 1 && issue.customfield_10050 != null", 'issue.key ==', 'true'];
    const { body } = await call(jira, as('sam'), 'POST', '/expression/analyse?check=complexity', { expressions });
    expect(body).toMatchObject({
      results: [
        { valid: true, complexity: { expensiveOperations: '2' } },
        { valid: false, errors: [{ type: 'syntax' }] },
        { valid: true, complexity: { expensiveOperations: '0' } },
      ],
    });
    expect((await call(jira, as('sam'), 'POST', '/expression/analyse?check=type', { expressions })).status).toBe(501);
  });
});
