import { describe, expect, it } from '@jest/globals';
import { aFixtureEmulator } from './support/a-fixture-emulator';

describe('the switches', () => {
  it('can be read, turned one by one, and put back as they were read', async () => {
    const site = await aFixtureEmulator();
    const { body: before } = await site.ask('GET', '/emulator/switches');
    const turned = await site.ask('POST', '/emulator/switches', {
      searchIndex: { lag: 2000 },
      rateLimits: 'documented',
      jira: { outgoingMail: false },
      kvs: { queryLag: 500 },
      events: { delay: 90_000 },
      disorder: { duplicates: 1, lateBy: 60_000, reorder: true },
      queue: { duplicates: 0.5 },
    });
    expect(turned).toMatchObject({ status: 200, body: { jira: { outgoingMail: false, taskDelay: 0 } } });
    expect(site.jira.searchIndex.lag).toBe(2000);
    expect(site.jira.rateLimits.policy).toBeDefined();
    expect(site.forge.kvs.settings).toMatchObject({ queryLag: 500, notExistsHoldsForMissingRow: true });
    expect(site.forge.events.disorderNow()).toMatchObject({ duplicates: 1, losses: 0 });

    expect(await site.ask('POST', '/emulator/switches', before)).toEqual({ status: 200, body: before });
    expect(site.jira.rateLimits.policy).toBeUndefined();
  });

  it('go back to the start with a reset, and with a snapshot to where they stood', async () => {
    const site = await aFixtureEmulator();
    await site.ask('POST', '/emulator/switches', { searchIndex: { lag: 2000 } });
    const { body: snapshot } = await site.ask('GET', '/emulator/snapshot');
    await site.ask('POST', '/emulator/reset');
    expect(site.jira.searchIndex.lag).toBe(0);
    await site.ask('POST', '/emulator/restore', snapshot);
    expect(site.jira.searchIndex.lag).toBe(2000);
  });

  it.each([
    { body: { searchIndex: { lag: -1 } } },
    { body: { searchIndex: { delay: 1 } } },
    { body: { rateLimits: 'many' } },
    { body: { disorder: { duplicates: 2 } } },
    { body: { nothing: true } },
    { body: 'not JSON' },
  ])('refuse $body', async ({ body }) => {
    const site = await aFixtureEmulator();
    expect((await site.ask('POST', '/emulator/switches', body)).status).toBe(400);
  });
});

describe('the faults', () => {
  it('are added, listed and taken away', async () => {
    const site = await aFixtureEmulator();
    const rule = { service: 'kvs', operation: 'set', nth: 2, failure: { kind: 'fail', when: 'after', status: 500 } };
    expect(await site.ask('POST', '/emulator/faults', rule)).toEqual({ status: 201, body: rule });
    expect(await site.ask('GET', '/emulator/faults')).toMatchObject({ body: [rule] });
    expect((await site.ask('DELETE', '/emulator/faults')).status).toBe(204);
    expect(await site.ask('GET', '/emulator/faults')).toMatchObject({ body: [] });
  });

  it.each([
    {
      what: 'a misspelt part, which would strike every call',
      body: { nht: 2, failure: { kind: 'drop', when: 'after' } },
    },
    { what: 'no failure', body: { service: 'kvs' } },
    { what: 'a failure that there is not', body: { failure: { kind: 'explode', when: 'after' } } },
    { what: 'a moment that there is not', body: { failure: { kind: 'drop', when: 'meanwhile' } } },
  ])('refuse $what', async ({ body }) => {
    const site = await aFixtureEmulator();
    expect((await site.ask('POST', '/emulator/faults', body)).status).toBe(400);
  });
});

describe('the outbox', () => {
  it('holds what the site sent to people, oldest first', async () => {
    const site = await aFixtureEmulator();
    const key = await site.open();
    for (const subject of ['First', 'Second']) {
      const notice = { subject, textBody: 'Please look.', to: { users: [{ accountId: '712020:lee' }] } };
      expect((await site.rest('erin', 'POST', `/issue/${key}/notify`, notice)).status).toBe(204);
    }
    expect(await site.ask('GET', '/emulator/outbox')).toMatchObject({
      status: 200,
      body: {
        entries: [
          { kind: 'email', issueKey: key, subject: 'First', to: ['712020:lee'] },
          { subject: 'Second', text: 'Please look.' },
        ],
      },
    });
  });
});

describe('restoring', () => {
  it.each([
    { what: 'no JSON', body: 'not JSON' },
    { what: 'no snapshot', body: {} },
    { what: 'a snapshot of another version', body: { format: 999 } },
  ])('refuses $what and leaves the site as it is', async ({ body }) => {
    const site = await aFixtureEmulator();
    const key = await site.open();
    expect((await site.ask('POST', '/emulator/restore', body)).status).toBe(400);
    expect((await site.rest('erin', 'GET', `/issue/${key}`)).status).toBe(200);
  });

  it('lets search find what was brought back, and nothing else', async () => {
    const site = await aFixtureEmulator();
    const kept = await site.open();
    const { body: snapshot } = await site.ask('GET', '/emulator/snapshot');
    const search = async () => {
      const query = new URLSearchParams({ jql: 'project = OPS ORDER BY key', fields: 'key' });
      return (await site.rest('erin', 'GET', `/search/jql?${query.toString()}`)).body;
    };
    const before = await search();
    await site.open();
    expect(await search()).not.toEqual(before);
    await site.ask('POST', '/emulator/restore', snapshot);
    expect(await search()).toEqual(before);
    expect(before).toMatchObject({ issues: [{ key: kept }] });
  });
});

describe('another site', () => {
  it.each([{ path: '/emulator/reset' }, { path: '/emulator/restore' }, { path: '/emulator/switches' }])(
    'cannot post to $path',
    async ({ path }) => {
      const site = await aFixtureEmulator();
      const request = new Request(`http://127.0.0.1:4000${path}`, {
        method: 'POST',
        headers: { origin: 'https://evil.example.com' },
        body: '{}',
      });
      expect((await site.fetch(request)).status).toBe(403);
    },
  );
});
