import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATIONS } from '../../emulator/jira/rest/operations';
import { SAMPLES, succeeds } from './samples';
import { playSample, type Sample } from './support/sample';
import { aSocketSite, type SocketSite } from './support/socket-site';

let site: SocketSite;
beforeAll(async () => {
  site = await aSocketSite();
});
afterAll(() => {
  site.close();
});

const authorization = `Basic ${Buffer.from('erin@example.com:erin-token').toString('base64')}`;

async function call(method: string, path: string, body?: unknown) {
  const init = body === undefined ? {} : { body: JSON.stringify(body) };
  const response = await fetch(`${site.baseUrl}${path}`, { method, headers: { authorization }, ...init });
  return { status: response.status, body: (await response.json()) as unknown };
}

it.each<{ what: string; method: string; path: string; body?: unknown; words: string }>([
  { what: 'a route', method: 'GET', path: '/rest/api/3/dashboard', words: 'GET /rest/api/3/dashboard' },
  { what: 'a method', method: 'DELETE', path: '/rest/api/3/myself', words: 'DELETE /rest/api/3/myself' },
  { what: 'an old version', method: 'GET', path: '/rest/api/2/myself', words: 'GET /rest/api/2/myself' },
  { what: 'a parameter', method: 'GET', path: '/rest/api/3/myself?colour=red', words: "'colour'" },
  { what: 'something to expand', method: 'GET', path: '/rest/api/3/myself?expand=dreams', words: 'expand=dreams' },
  {
    what: 'a key of a body',
    method: 'POST',
    path: '/rest/api/3/search/jql',
    body: { jql: 'project = OPS', colour: 'red' },
    words: "'colour'",
  },
])('$what that is not modelled is 501 in the shape of Jira, and in the log', async ({ method, path, body, words }) => {
  const asked = await call(method, path, body);
  expect(asked).toEqual({ status: 501, body: { errorMessages: [expect.stringContaining(words)], errors: {} } });
  const log = await call('GET', '/emulator/log');
  expect(log).toMatchObject({
    status: 200,
    body: {
      unmodelled: {
        jira: expect.arrayContaining([
          expect.objectContaining({ method, path, accountId: '712020:erin', why: expect.stringContaining(words) }),
        ]),
      },
    },
  });
});

/** Bodies that are a value of the caller's own, in which no key is strange. */
const FREE_BODIES = ['setCommentProperty', 'setIssueProperty', 'setIssueTypeProperty', 'setProjectProperty'];

const withStrangeParameter = (sample: Sample): Sample => ({
  ...sample,
  path: `${sample.path}${sample.path.includes('?') ? '&' : '?'}nosuchparameter=1`,
});

describe('whatever the operation', () => {
  const oneEach = OPERATIONS.flatMap(({ operationId }) =>
    SAMPLES.filter((sample) => sample.op === operationId && succeeds(sample)).slice(0, 1),
  );
  it.each(oneEach)('$op does not pass over a parameter that it does not know', async (sample) => {
    expect((await playSample(withStrangeParameter(sample))).exchange.status).toBe(501);
  });

  const withBody = oneEach.flatMap((sample) =>
    typeof sample.body === 'object' && !(sample.body instanceof FormData) && !FREE_BODIES.includes(sample.op)
      ? [{ ...sample, body: { ...sample.body, nosuchkey: 1 } }]
      : [],
  );
  it.each(withBody)('$op does not pass over a key of a body that it does not know', async (sample) => {
    expect((await playSample(sample)).exchange.status).toBe(501);
  });
});
