import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AddressInfo } from 'node:net';
import { ApiError, type CloudClient, createCloudClient } from 'jira.js';
import { listen } from '../../emulator/server';
import { procedure } from '../support/a-procedure';
import { aSite, KIND_FIELD, paragraph, type Site } from '../support/a-site';

/** The site on a socket, and a Jira client that we did not write. */
let site: Site;
let server: Awaited<ReturnType<typeof listen>>;
beforeAll(async () => {
  server = await listen((request) => site.fetch(request), 0);
});
afterAll(() => {
  server.close();
});
beforeEach(async () => {
  site = await aSite();
});

const clientOf = (who: string, apiToken = `${who}-token`): CloudClient => {
  const { port } = server.address() as AddressInfo;
  return createCloudClient({
    host: `http://127.0.0.1:${port}`,
    auth: { type: 'basic', email: `${who}@example.com`, apiToken },
  });
};

const openChange = (client: CloudClient) =>
  client.issues.createIssue({
    fields: {
      project: { key: 'OPS' },
      issuetype: { name: 'Emergency Change' },
      summary: 'Checkout answers 500',
      description: paragraph('Customers cannot pay.'),
      [KIND_FIELD]: { value: 'Service outage' },
    },
  });

const failureOf = (pending: Promise<unknown>): Promise<unknown> =>
  pending.then(
    () => 'no failure',
    (failure: unknown) => failure,
  );

describe('jira.js, over REST with e-mail and API token', () => {
  it('is refused the deployment until both have approved, and then let through', async () => {
    const erin = clientOf('erin');
    const { key } = await openChange(erin);
    const start = () => erin.issues.doTransition({ issueIdOrKey: key, transition: { id: '111' } });

    const refusal = await failureOf(start());
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ status: 400 });
    expect(JSON.stringify(refusal, Object.getOwnPropertyNames(refusal))).toContain(
      'Approval by an Engineering Lead is missing',
    );

    await site.approve('lee', key, 'engineering-lead');
    await site.approve('sam', key, 'security');
    await procedure(site).reviewBoth(key);
    await start();
    const { fields } = await erin.issues.getIssue({ issueIdOrKey: key, fields: ['status'] });
    expect(fields).toMatchObject({ status: { name: 'Deploying' } });
  });

  it('reads what the site says of people, issues and transitions, all of it in the shapes it knows', async () => {
    const lee = clientOf('lee');
    const { key } = await openChange(clientOf('erin'));
    expect(await lee.myself.getCurrentUser({ expand: 'groups' })).toMatchObject({ displayName: 'Lee Lindt' });
    const { transitions } = await lee.issues.getTransitions({ issueIdOrKey: key });
    expect(transitions?.map(({ name }) => name)).toEqual(['Start deployment', 'Cancel']);
    const found = await lee.issueSearch.searchAndReconsileIssuesUsingJql({ jql: 'project = OPS', fields: ['summary'] });
    expect(found.issues?.map((issue) => issue.key)).toEqual([key]);
  });

  it('is told when the token is wrong, and sees nothing as somebody without access', async () => {
    const { key } = await openChange(clientOf('erin'));
    expect(await failureOf(clientOf('erin', 'guess').myself.getCurrentUser())).toMatchObject({ status: 401 });
    expect(await failureOf(clientOf('mal').issues.getIssue({ issueIdOrKey: key }))).toMatchObject({ status: 404 });
  });
});
