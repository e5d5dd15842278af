import { beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import * as v from 'valibot';
import { frozenClock } from '../../emulator/clock';
import { createEmulator, type Emulator } from '../../emulator/emulator';
import { ERIN, LEE, MAL, START } from './fixtures/site';

const BASE_URL = 'http://127.0.0.1:4000';

let emulator: Emulator;
beforeEach(async () => {
  emulator = await createEmulator({ appRoot: join(__dirname, 'fixtures', 'app'), clock: frozenClock(START) });
});

async function ask(method: string, path: string, headers: Record<string, string> = {}, body?: object) {
  const response = await emulator.fetch(
    new Request(BASE_URL + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );
  const text = await response.text();
  const json = v.safeParse(v.pipe(v.string(), v.parseJson()), text);
  return { status: response.status, body: json.success ? json.output : text, headers: response.headers };
}

const basic = (credentials: string) => ({ authorization: `Basic ${Buffer.from(credentials).toString('base64')}` });
const session = (accountId: string) => ({ cookie: `emulator-account=${encodeURIComponent(accountId)}` });
const SAME_SITE = { 'x-atlassian-token': 'no-check' };

const NEW_ISSUE = {
  fields: {
    project: { key: 'OPS' },
    issuetype: { name: 'Emergency Change' },
    summary: 'The database is down',
    customfield_10050: { value: 'Service outage' },
  },
};

async function createIssue(): Promise<string> {
  const { body } = await ask('POST', '/rest/api/3/issue', basic('erin@example.com:erin-token'), NEW_ISSUE);
  return v.parse(v.object({ key: v.string() }), body).key;
}

describe('Jira’s REST API over HTTP', () => {
  it('knows people by e-mail and API token', async () => {
    const answer = await ask('GET', '/rest/api/3/myself', basic('erin@example.com:erin-token'));
    expect(answer).toMatchObject({ status: 200, body: { accountId: ERIN } });
  });

  it.each(['erin@example.com:wrong', 'nobody@example.com:erin-token', ':'])(
    'refuses %s in Jira’s shape',
    async (who) => {
      expect(await ask('GET', '/rest/api/3/myself', basic(who))).toMatchObject({
        status: 401,
        body: { errorMessages: [expect.any(String)], errors: {} },
      });
    },
  );

  it('does not fall back to the session when the credentials are wrong', async () => {
    const headers = { ...basic('erin@example.com:wrong'), ...session(ERIN) };
    expect((await ask('GET', '/rest/api/3/myself', headers)).status).toBe(401);
  });

  it('lets the session read, and change only from the site’s own pages', async () => {
    const create = (headers: Record<string, string>) =>
      ask('POST', '/rest/api/3/issue', { ...session(ERIN), ...headers }, NEW_ISSUE);
    expect((await ask('GET', '/rest/api/3/myself', session(LEE))).body).toMatchObject({ accountId: LEE });
    expect((await create({})).status).toBe(403);
    expect((await create({ origin: 'https://evil.example' })).status).toBe(403);
    expect((await create(SAME_SITE)).status).toBe(201);
    expect((await create({ origin: BASE_URL })).status).toBe(201);
  });
});

describe('the session of the host page', () => {
  it('is Erin’s until somebody else is chosen', async () => {
    expect((await ask('GET', '/emulator/session')).body).toMatchObject({ accountId: ERIN });
    const chosen = await ask('POST', '/emulator/session', {}, { accountId: LEE });
    expect(chosen.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    expect((await ask('GET', '/emulator/session', session(LEE))).body).toMatchObject({ accountId: LEE });
  });

  it('cannot be somebody who is not there, nor be switched by another site', async () => {
    expect((await ask('POST', '/emulator/session', {}, { accountId: 'nobody' })).status).toBe(404);
    const foreign = await ask('POST', '/emulator/session', { origin: 'https://evil.example' }, { accountId: LEE });
    expect(foreign.status).toBe(403);
  });
});

describe('the bridge of the host page', () => {
  const invoke = (issueKey: string, accountId: string, functionKey = 'context') =>
    ask(
      'POST',
      '/emulator/bridge/invoke',
      { ...session(accountId), ...SAME_SITE },
      {
        moduleKey: 'fixture-panel',
        issueKey,
        functionKey,
        payload: {},
      },
    );

  it('calls the resolver as the person of the session, on the issue', async () => {
    const key = await createIssue();
    expect(await invoke(key, LEE)).toMatchObject({
      status: 200,
      body: { result: { context: { accountId: LEE, extension: { issue: { key } } } } },
    });
  });

  it('has nothing for somebody who may not see the issue', async () => {
    const key = await createIssue();
    expect((await invoke(key, MAL)).status).toBe(404);
    expect((await ask('GET', `/emulator/modules?issueKey=${key}`, session(MAL))).body).toEqual({ panels: [] });
    expect(emulator.forge.invocations).toHaveLength(0);
  });

  it('hands on the message of a resolver that throws', async () => {
    const key = await createIssue();
    expect(await invoke(key, ERIN, 'throw')).toMatchObject({ status: 500, body: { message: 'on purpose' } });
  });

  it('passes calls of the front end to Jira with the person’s rights', async () => {
    const key = await createIssue();
    const restPath = `/rest/api/3/issue/${key}`;
    const read = (accountId: string) =>
      ask(
        'POST',
        '/emulator/bridge/fetch-product',
        { ...session(accountId), ...SAME_SITE },
        { product: 'jira', restPath },
      );
    expect((await read(LEE)).body).toMatchObject({ status: 200 });
    expect((await read(MAL)).body).toMatchObject({ status: 404 });
  });
});

describe('the control API', () => {
  it('moves the clock forward, and delivers what fell due', async () => {
    await createIssue();
    expect((await ask('POST', '/emulator/clock', {}, { advance: 'P1DT1H' })).body).toEqual({
      now: '2026-11-25T10:00:00.000Z',
    });
    expect(emulator.forge.invocations.length).toBeGreaterThan(0);
    expect((await ask('GET', '/emulator/clock')).body).toEqual({ now: '2026-11-25T10:00:00.000Z' });
  });

  it.each([{ advance: '1 hour' }, { advance: 'P' }, { set: 'yesterday' }, { set: '2020-01-01T00:00:00Z' }, {}])(
    'refuses %j for a time',
    async (body) => {
      expect((await ask('POST', '/emulator/clock', {}, body)).status).toBe(400);
    },
  );

  it('runs a scheduled trigger by its key', async () => {
    expect((await ask('POST', '/emulator/run', {}, { key: 'hourly' })).body).toMatchObject({
      functionKey: 'sweep',
      outcome: { kind: 'returned' },
    });
    expect((await ask('POST', '/emulator/run', {}, { key: 'nothing' })).status).toBe(404);
  });

  it('takes faults and takes them away', async () => {
    const rule = { service: 'kvs', nth: 1, failure: { kind: 'fail', when: 'before', status: 500 } };
    expect((await ask('POST', '/emulator/faults', {}, rule)).status).toBe(201);
    expect((await ask('POST', '/emulator/faults', {}, { service: 'kvs' })).status).toBe(400);
    expect((await ask('GET', '/emulator/faults')).body).toEqual([rule]);
    await ask('DELETE', '/emulator/faults');
    expect((await ask('GET', '/emulator/faults')).body).toEqual([]);
  });

  it('lists what was asked for and is not modelled', async () => {
    await ask('GET', '/rest/api/3/dashboard', basic('erin@example.com:erin-token'));
    expect((await ask('GET', '/emulator/log')).body).toMatchObject({
      unmodelled: {
        jira: [expect.objectContaining({ path: expect.stringContaining('/dashboard') })],
        forge: expect.arrayContaining([expect.objectContaining({ what: 'module rovo:agent' })]),
      },
    });
  });

  it('is closed to pages of other sites', async () => {
    const foreign = { origin: 'https://evil.example' };
    expect((await ask('POST', '/emulator/clock', foreign, { advance: 'PT1H' })).status).toBe(403);
    expect(emulator.clock.now()).toEqual(START);
  });
});

describe('the stream of changes', () => {
  it('tells of each change of an issue', async () => {
    const response = await emulator.fetch(new Request(`${BASE_URL}/emulator/stream`));
    const reader = response.body?.getReader();
    await reader?.read();
    const key = await createIssue();
    const { value } = (await reader?.read()) ?? {};
    await reader?.cancel();
    expect(new TextDecoder().decode(value)).toContain(`"issueKey":"${key}"`);
  });
});
