import { readFileSync } from 'node:fs';
import OpenAPIBackend, { type Document } from 'openapi-backend';
import * as v from 'valibot';
import { OPERATIONS } from '../../../emulator/jira/rest/operations';
import type { Exchange } from './exchange';

/** Atlassian's description of the operations that the embedded Jira has; JIRA_OPENAPI names its file. */
export interface Description {
  /** Names of the schemas that no value could satisfy, and that were mended: see `readDescription`. */
  readonly mended: readonly string[];
  /** The description's own method and path of an operation, as `GET /rest/api/3/myself`; undefined if it has none. */
  readonly routeOf: (operationId: string) => string | undefined;
  /** Names of the query parameters of an operation. */
  readonly queryOf: (operationId: string) => readonly string[];
  /** Statuses that the description names for an operation. */
  readonly statuses: (operationId: string) => readonly number[];
  /** What is wrong with the request: path, query, body. */
  readonly requestProblems: (operationId: string, exchange: Exchange) => readonly string[];
  /** What is wrong with the answer: a status without a description, a body of another shape. */
  readonly answerProblems: (operationId: string, exchange: Exchange) => readonly string[];
}

/** Formats that the description names and JSON schema does not know: any text will do. */
const FORMATS = Object.fromEntries(
  ['int32', 'int64', 'double', 'float', 'date-time', 'uri', 'date', 'uuid', 'url', 'email', 'binary', 'ari'].map(
    (name) => [name, true] as const,
  ),
);

const ResponsesSchema = v.looseObject({ responses: v.record(v.string(), v.unknown()) });

const ParametersSchema = v.looseObject({
  parameters: v.optional(v.array(v.looseObject({ in: v.string(), name: v.string() })), []),
});

const OperationSchema = v.looseObject({ operationId: v.string() });
const MODELLED: ReadonlySet<string> = new Set(OPERATIONS.map(({ operationId }) => operationId));
const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch']);

/** With all 600 operations the validator would take three times as long to find one, which it does again and again. */
const isOfAnotherOperation = (name: string, value: unknown): boolean =>
  METHODS.has(name) && v.is(OperationSchema, value) && !MODELLED.has(value.operationId);

/**
 * The description, where it forbids a union every property that it does not name itself, those of its members too, without
 * that. Otherwise no clause of a JQL query, for one, would be as described.
 */
function readDescription(file: string, mended: string[]): Document {
  return JSON.parse(readFileSync(file, 'utf8'), (name, value: unknown) => {
    if (isOfAnotherOperation(name, value)) return undefined;
    if (typeof value !== 'object' || value === null || !('additionalProperties' in value)) return value;
    if (value.additionalProperties !== false || !('anyOf' in value || 'oneOf' in value)) return value;
    mended.push(name);
    const { additionalProperties: _, ...rest } = value;
    // Told apart by a discriminator alone, the choices overlap: no value is of exactly one of them.
    if (!('discriminator' in rest && 'oneOf' in rest)) return rest;
    const { oneOf, ...others } = rest;
    return { ...others, anyOf: oneOf };
  }) as Document;
}

/** Undefined where JIRA_OPENAPI is not set. In CI it has to be. */
export async function openApiDescription(): Promise<Description | undefined> {
  const file = process.env.JIRA_OPENAPI;
  if (file === undefined) {
    if (process.env.CI !== undefined) throw new Error('CI has to set JIRA_OPENAPI.');
    return undefined;
  }
  const mended: string[] = [];
  const api = new OpenAPIBackend({
    definition: readDescription(file, mended),
    quick: true,
    strict: false,
    validate: true,
    coerceTypes: true,
    ajvOpts: { strict: false, allErrors: true, formats: FORMATS },
  });
  await api.init();
  const described = new Map(api.getOperations().map((operation) => [operation.operationId, operation]));
  const statuses = (operationId: string) =>
    Object.keys(v.parse(ResponsesSchema, described.get(operationId)).responses).map(Number);
  // By its id alone the validator would go through all the operations each time to find one.
  const demanded = (operationId: string) => {
    const operation = described.get(operationId);
    if (operation === undefined) throw new Error(`The description has no operation ${operationId}.`);
    return operation;
  };
  return {
    mended,
    routeOf: (operationId) => {
      const operation = described.get(operationId);
      return operation === undefined ? undefined : `${operation.method.toUpperCase()} ${operation.path}`;
    },
    queryOf: (operationId) =>
      v
        .parse(ParametersSchema, described.get(operationId))
        .parameters.flatMap(({ in: where, name }) => (where === 'query' ? [name] : [])),
    statuses,
    requestProblems: (operationId, { method, path, sent }) => {
      const [plain = '', query = ''] = path.split('?');
      const request = { method, path: `/rest/api/3${plain}`, query, ...asBody(sent) };
      return lines(api.validator.validateRequest(request, demanded(operationId)).errors);
    },
    answerProblems: (operationId, { status, answered }) => {
      if (!statuses(operationId).includes(status)) return [`the status ${status} is not described`];
      if (answered === undefined) return [];
      return lines(api.validateResponse(answered, demanded(operationId), status).errors);
    },
  };
}

/** A body as the validator takes it: an object, or the text of other JSON; a form is described as a list of files. */
function asBody(sent: unknown) {
  if (sent === undefined) return { headers: {} };
  if (sent instanceof FormData) return { headers: { 'content-type': 'multipart/form-data' }, body: [] };
  const body = typeof sent === 'object' ? sent : JSON.stringify(sent);
  return { headers: { 'content-type': 'application/json' }, body };
}

interface Fault {
  readonly instancePath: string;
  readonly message?: string | undefined;
  readonly params: object;
}

/** Each problem once, with the property that the message leaves out. */
const lines = (faults: readonly Fault[] | null | undefined): readonly string[] => [
  ...new Set(
    (faults ?? []).map(
      ({ instancePath, message = '', params }) => `${instancePath}: ${message} ${JSON.stringify(params)}`,
    ),
  ),
];
