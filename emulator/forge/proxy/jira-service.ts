import type { Principal } from '../../seams';
import type { AppIdentity } from '../identity';
import type { Manifest } from '../manifest';
import { type ProxyCall, notModelled, refusedByProxy, type Service } from './call';
import { requiredScope } from './jira-scopes';

interface JiraServiceParts {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly baseUrl: () => string;
  /** Jira's REST API; what it changes is known to be the app's doing. */
  readonly handle: (request: Request, principal: Principal) => Promise<Response>;
}

const API = '/rest/api/3/';

/** Jira as the app reaches it: with its own account or a person's, within the declared scopes. */
export function createJiraService(parts: JiraServiceParts): Service {
  return {
    name: 'jira',
    describe: (call) => ({ operation: `${call.method} ${template(pathOf(call))}`, key: pathOf(call) }),
    async answer(call) {
      const { manifest, identity } = parts;
      const path = pathOf(call);
      const refusal = scopeRefusal(manifest, call.method, path);
      if (refusal !== undefined) return refusal;
      const scope = scopeOf(manifest, call.method, path);
      const principal = principalOf(call, identity.appAccountId, scope?.allowImpersonation ?? false);
      return principal instanceof Response ? principal : parts.handle(requestOf(call, parts.baseUrl()), principal);
    },
  };
}

const pathOf = ({ path }: ProxyCall) => new URL(path, 'http://forge.invalid').pathname;

/** Ids and keys in a path give way to `{id}`, so that calls of one operation are written alike. */
function template(path: string): string {
  const below = path.startsWith(API) ? path.slice(API.length) : path;
  const named = below
    .replace(/(^|\/)(\d+|[A-Z][A-Z0-9_]*-\d+)(?=\/|$)/g, '$1{id}')
    .replace(/\/properties\/[^/]+/, '/properties/{key}');
  return path.startsWith(API) ? API + named : named;
}

const scopeOf = ({ scopes }: Manifest, method: string, path: string) =>
  scopes.find(({ name }) => name === requiredScope(method, path.slice(API.length)));

/** What stops a call before it reaches Jira: a scope that the manifest lacks, or an API that is not modelled. */
export function scopeRefusal(manifest: Manifest, method: string, path: string): Response | undefined {
  if (!path.startsWith(API)) return notModelled(`Jira at ${path}`);
  if (requiredScope(method, path.slice(API.length)) === undefined) return undefined;
  if (scopeOf(manifest, method, path) !== undefined) return undefined;
  // The words of Atlassian's gateway for a token without the scope of an operation.
  return Response.json({ code: 401, message: 'Unauthorized; scope does not match' }, { status: 401 });
}

function principalOf(call: ProxyCall, appAccountId: string, mayImpersonate: boolean): Principal | Response {
  const { actor, invocation } = call;
  switch (actor.kind) {
    case 'app':
      return { kind: 'account', accountId: appAccountId };
    case 'user':
      if (actor.accountId === undefined) return atTheScreen(invocation.accountId);
      if (!mayImpersonate) return refusedByProxy(403, 'IMPERSONATION_NOT_ALLOWED');
      return { kind: 'account', accountId: actor.accountId };
    case 'none':
      return notModelled('requestJira without asApp or asUser');
  }
}

const atTheScreen = (accountId: string | undefined): Principal | Response =>
  accountId === undefined ? refusedByProxy(401, 'NEEDS_AUTHENTICATION_ERR') : { kind: 'account', accountId };

const requestOf = ({ path, init }: ProxyCall, baseUrl: string) => new Request(new URL(path, baseUrl), init);
