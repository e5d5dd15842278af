import * as v from 'valibot';
import type { SiteClock } from '../clock';

/** How much is too much: https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
export interface RateLimitPolicy {
  /** What an app may use up in an hour by UTC. People's API tokens are not counted in points. */
  readonly pointsPerHour: number;
  /** Requests in a second to one operation, by its method. */
  readonly requestsPerSecond: Readonly<Record<'GET' | 'POST' | 'PUT' | 'DELETE', number>>;
  /** Writes to one issue, in each of the windows. */
  readonly issueWrites: readonly { readonly most: number; readonly seconds: number }[];
}

export const DOCUMENTED_RATE_LIMITS: RateLimitPolicy = {
  pointsPerHour: 65_000,
  requestsPerSecond: { GET: 100, POST: 100, PUT: 50, DELETE: 50 },
  issueWrites: [
    { most: 20, seconds: 2 },
    { most: 100, seconds: 30 },
  ],
};

/** A request, as far as limits see it. */
export interface Metered {
  readonly operationId: string;
  readonly method: keyof RateLimitPolicy['requestsPerSecond'];
  /** What the request writes to; undefined if it reads, or writes to no one issue. */
  readonly writtenIssueId: string | undefined;
  readonly byApp: boolean;
}

export interface RateLimits {
  /** Undefined, the default: nothing is limited. */
  policy: RateLimitPolicy | undefined;
  /** Counts the request, or answers it with 429 and does not count it. */
  readonly refusal: (request: Metered) => Response | undefined;
  /** Counts in points what an app was answered with, and puts what is left into the headers. */
  readonly charge: (request: Metered, response: Response) => Promise<Response>;
}

const SECOND = 1000;
const HOUR = 3_600_000;
/** Below this share of the limit Jira warns. */
const NEAR = 0.2;

export function createRateLimits(clock: SiteClock): RateLimits {
  /** Name of a window -> the moments of what was counted in it, oldest first. */
  const counted = new Map<string, readonly number[]>();
  let points = { hour: 0, used: 0 };
  const now = () => clock.now().getTime();
  const recent = (name: string, milliseconds: number): readonly number[] =>
    (counted.get(name) ?? []).filter((at) => at <= now() && at > now() - milliseconds);
  const pointsUsed = () => (points.hour === Math.floor(now() / HOUR) ? points.used : 0);

  function exceeded(policy: RateLimitPolicy, request: Metered): Exceeded | undefined {
    const { operationId, method, writtenIssueId, byApp } = request;
    if (byApp && pointsUsed() >= policy.pointsPerHour) {
      const reset = (Math.floor(now() / HOUR) + 1) * HOUR;
      return { reason: 'jira-quota-global-based', limit: policy.pointsPerHour, reset };
    }
    const most = policy.requestsPerSecond[method];
    const burst = full(recent(operationId, SECOND), most, SECOND);
    if (burst !== undefined) return { reason: 'jira-burst-based', limit: most, reset: burst };
    for (const window of writtenIssueId === undefined ? [] : policy.issueWrites) {
      const length = window.seconds * SECOND;
      const reset = full(recent(`issue ${writtenIssueId}`, length), window.most, length);
      if (reset !== undefined) return { reason: 'jira-per-issue-on-write', limit: window.most, reset };
    }
    return undefined;
  }

  function count({ operationId, writtenIssueId }: Metered, { issueWrites }: RateLimitPolicy): void {
    counted.set(operationId, [...recent(operationId, SECOND), now()]);
    if (writtenIssueId === undefined) return;
    const longest = Math.max(0, ...issueWrites.map(({ seconds }) => seconds)) * SECOND;
    const name = `issue ${writtenIssueId}`;
    counted.set(name, [...recent(name, longest), now()]);
  }

  const limits: RateLimits = {
    policy: undefined,
    refusal(request) {
      const { policy } = limits;
      if (policy === undefined) return undefined;
      const over = exceeded(policy, request);
      if (over !== undefined) return tooMany(over, now());
      count(request, policy);
      return undefined;
    },
    async charge(request, response) {
      const { policy } = limits;
      if (policy === undefined) return response;
      if (request.byApp) {
        points = { hour: Math.floor(now() / HOUR), used: pointsUsed() + (await pointsFor(request, response)) };
      }
      const limit = policy.requestsPerSecond[request.method];
      const left = Math.max(0, limit - recent(request.operationId, SECOND).length);
      response.headers.set('x-ratelimit-limit', String(limit));
      response.headers.set('x-ratelimit-remaining', String(left));
      const nearQuota = request.byApp && pointsUsed() > policy.pointsPerHour * (1 - NEAR);
      if (nearQuota || left < limit * NEAR) response.headers.set('x-ratelimit-nearlimit', 'true');
      return response;
    },
  };
  return limits;
}

interface Exceeded {
  readonly reason: string;
  readonly limit: number;
  /** Epoch milliseconds. */
  readonly reset: number;
}

/** When the window has room again; undefined if it has now. */
const full = (moments: readonly number[], most: number, length: number): number | undefined => {
  const [oldest] = moments.slice(-most);
  return moments.length < most || oldest === undefined ? undefined : oldest + length;
};

const tooMany = ({ reason, limit, reset }: Exceeded, now: number): Response =>
  Response.json(
    { errorMessages: ['Rate limit exceeded. Retry after the time that the Retry-After header gives.'], errors: {} },
    {
      status: 429,
      headers: {
        'retry-after': String(Math.max(1, Math.ceil((reset - now) / SECOND))),
        'ratelimit-reason': reason,
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': '0',
        // Documented as yyyy-MM-ddTHH:mmZ.
        'x-ratelimit-reset': `${new Date(reset).toISOString().slice(0, 16)}Z`,
      },
    },
  );

/** Operations whose objects are people, groups, permissions and roles, which count twice. */
const IDENTITY = /user|group|permission|role|watcher/i;

const ReadSchema = v.union([
  v.pipe(
    v.looseObject({ issues: v.array(v.unknown()) }),
    v.transform(({ issues }) => issues.length),
  ),
  v.pipe(
    v.looseObject({ values: v.array(v.unknown()) }),
    v.transform(({ values }) => values.length),
  ),
  v.pipe(
    v.array(v.unknown()),
    v.transform((all) => all.length),
  ),
]);

/** A write is one point; a read is one and one more for each object that comes back, or two. */
async function pointsFor({ operationId, writtenIssueId, method }: Metered, response: Response): Promise<number> {
  if (writtenIssueId !== undefined || method === 'PUT' || method === 'DELETE' || !response.ok) return 1;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  const parsed = v.safeParse(ReadSchema, body);
  return 1 + (parsed.success ? parsed.output : 1) * (IDENTITY.test(operationId) ? 2 : 1);
}
