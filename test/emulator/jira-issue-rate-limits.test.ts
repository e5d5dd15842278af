import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import { DOCUMENTED_RATE_LIMITS } from '../../emulator/jira/rate-limits';
import type { Principal } from '../../emulator/seams';
import { aJira, as, call, emergency } from './support/a-jira';

const [erin, app] = [as('erin'), as('app')];
let jira: Jira;
beforeEach(async () => {
  jira = aJira();
  await call(jira, erin, 'POST', '/issue', emergency());
  await call(jira, erin, 'POST', '/issue', emergency('Second'));
});

const send = (who: Principal, method: string, path: string, body?: unknown) =>
  jira.handle(
    new Request(`http://jira.test/rest/api/3${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
    who,
  );
const write = (key = 'OPS-1') => send(erin, 'PUT', `/issue/${key}/properties/p`, 1);
const LOOSE = {
  pointsPerHour: 1e9,
  requestsPerSecond: { GET: 1e9, POST: 1e9, PUT: 1e9, DELETE: 1e9 },
  issueWrites: [],
};
const headersOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => /limit|retry/.test(name)));

describe('rate limits', () => {
  it('are off for people', async () => {
    for (let n = 0; n < 200; n += 1) expect((await write()).status).toBeLessThan(300);
    expect(headersOf(await write())).toEqual({});
  });

  it('let one issue be written 20 times in two seconds', async () => {
    jira.rateLimits.policy = DOCUMENTED_RATE_LIMITS;
    for (let n = 0; n < 20; n += 1) expect((await write()).status).toBeLessThan(300);
    const refused = await write('10000');
    expect(refused.status).toBe(429);
    expect(headersOf(refused)).toEqual({
      'retry-after': '2',
      'ratelimit-reason': 'jira-per-issue-on-write',
      'x-ratelimit-limit': '20',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-24T09:00Z',
    });
    expect(await refused.json()).toMatchObject({ errorMessages: [expect.any(String)], errors: {} });
    expect((await write('OPS-2')).status).toBe(201);
    expect((await send(erin, 'GET', '/issue/OPS-1')).status).toBe(200);
    await jira.clock.advance(2000);
    expect((await write()).status).toBe(200);
  });

  it('and 100 times in 30 seconds', async () => {
    jira.rateLimits.policy = { ...LOOSE, issueWrites: DOCUMENTED_RATE_LIMITS.issueWrites };
    for (let n = 0; n < 100; n += 1) {
      expect((await write()).status).toBeLessThan(300);
      if (n % 20 === 19) await jira.clock.advance(2000);
    }
    const refused = await write();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
  });

  it('hold back bursts on one operation, and warn before', async () => {
    jira.rateLimits.policy = { ...LOOSE, requestsPerSecond: { ...LOOSE.requestsPerSecond, GET: 10 } };
    const answers = [];
    for (let n = 0; n < 11; n += 1) answers.push(await send(erin, 'GET', '/myself'));
    expect(answers.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 200), 429]);
    expect(answers.map(({ headers }) => headers.get('x-ratelimit-nearlimit')).indexOf('true')).toBe(8);
    expect(answers[3]?.headers.get('x-ratelimit-remaining')).toBe('6');
    expect(answers[10]?.headers.get('ratelimit-reason')).toBe('jira-burst-based');
    expect((await send(erin, 'GET', '/issue/OPS-1')).status).toBe(200);
    await jira.clock.advance(1000);
    expect((await send(erin, 'GET', '/myself')).status).toBe(200);
  });

  it('count what an app reads and writes in points, until the hour is over', async () => {
    jira.rateLimits.policy = { ...LOOSE, pointsPerHour: 9 };
    const search = { jql: 'project = OPS', fields: ['summary'] };
    expect((await send(app, 'POST', '/search/jql', search)).status).toBe(200); // 1 + 2
    expect((await send(app, 'GET', '/myself')).status).toBe(200); // 1 + 2
    expect((await send(app, 'PUT', '/issue/OPS-1/properties/p', 1)).status).toBe(201); // 1
    const last = await send(app, 'GET', '/issue/OPS-1'); // 1 + 1
    expect([last.status, last.headers.get('x-ratelimit-nearlimit')]).toEqual([200, 'true']);
    const refused = await send(app, 'GET', '/issue/OPS-1');
    expect(headersOf(refused)).toMatchObject({
      'retry-after': '3600',
      'ratelimit-reason': 'jira-quota-global-based',
      'x-ratelimit-reset': '2026-11-24T10:00Z',
    });
    expect((await send(erin, 'GET', '/issue/OPS-1')).status).toBe(200);
    await jira.clock.advance(3_600_000);
    expect((await send(app, 'GET', '/issue/OPS-1')).status).toBe(200);
  });
});
