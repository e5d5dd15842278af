import { createCloudClient } from 'jira.js';

/** The part of a zod schema that is used here. */
interface Schema {
  readonly safeParse: (body: unknown) => {
    readonly success: boolean;
    readonly error?: {
      readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
    };
  };
}

/** Checks the bodies of successful answers against the zod schemas with which jira.js reads them. */
export interface JiraJsSchemas {
  /** Whether jira.js has the operation and says what its answer looks like. */
  readonly describes: (method: string, path: string) => boolean;
  /** What is wrong with the body, one line a problem. `path` as in `/issue/{issueIdOrKey}`. */
  readonly problems: (method: string, path: string, body: unknown) => readonly string[];
}

/** A path whose parameters have lost their names, since the two descriptions may name them differently. */
const shapeOf = (method: string, path: string) => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`;

/** Parameters of which each is there, is no string, and reads `{}` in a path. */
const ANY_PARAMETERS: unknown = new Proxy({}, { get: (_target, name) => placeholder(name) });

const placeholder = (name: PropertyKey): unknown =>
  name === Symbol.toPrimitive || name === 'toString' ? () => '{}' : ANY_PARAMETERS;

/** Derived from the package itself: each of its functions is called with a client that notes what it would send. */
export async function jiraJsSchemas(): Promise<JiraJsSchemas> {
  const schemas = new Map<string, Schema>();
  const client = createCloudClient({
    sendRequest: (request) => {
      const { method = 'GET', url, schema } = request;
      const path = url.replace('/rest/api/3', '');
      if (schema !== undefined && !schemas.has(shapeOf(method, path))) schemas.set(shapeOf(method, path), schema);
      // jira.js would go on to read back what it wrote as wiki markup; there is nothing to read.
      return Promise.reject(new Error('Only noted.'));
    },
  });
  const functions = Object.values(client).flatMap((group) => Object.values<unknown>(group));
  await Promise.allSettled(functions.map(noted));
  return {
    describes: (method, path) => schemas.has(shapeOf(method, path)),
    problems: (method, path, body) => {
      const outcome = schemas.get(shapeOf(method, path))?.safeParse(body);
      return (outcome?.error?.issues ?? []).map((issue) => `${issue.path.map(String).join('/')}: ${issue.message}`);
    },
  };
}

async function noted(ask: unknown): Promise<void> {
  if (typeof ask === 'function') await Reflect.apply(ask, undefined, [ANY_PARAMETERS]);
}
