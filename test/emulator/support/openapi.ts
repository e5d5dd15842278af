import { readFileSync } from 'node:fs';
import OpenAPIBackend, { type Document } from 'openapi-backend';

/** Checks responses against Atlassian's description of the REST API, whose file JIRA_OPENAPI names. */
export interface ResponseChecker {
  /** What is wrong with the response, or nothing. */
  readonly problems: (operationId: string, status: number, body: unknown) => readonly string[];
}

/** Formats that the description names and JSON schema does not know: any text will do. */
const FORMATS = Object.fromEntries(
  ['int32', 'int64', 'double', 'float', 'date-time', 'uri', 'date', 'uuid', 'email', 'binary', 'ari'].map(
    (name) => [name, true] as const,
  ),
);

/** Undefined where JIRA_OPENAPI is not set. In CI it has to be. */
export async function openApiChecker(): Promise<ResponseChecker | undefined> {
  const file = process.env.JIRA_OPENAPI;
  if (file === undefined) {
    if (process.env.CI !== undefined) throw new Error('CI has to set JIRA_OPENAPI.');
    return undefined;
  }
  const definition = JSON.parse(readFileSync(file, 'utf8')) as Document;
  const api = new OpenAPIBackend({
    definition,
    quick: true,
    strict: false,
    validate: true,
    ajvOpts: { strict: false, formats: FORMATS },
  });
  await api.init();
  const described = new Set(api.getOperations().map(({ operationId }) => operationId));
  return {
    problems: (operationId, status, body) => {
      if (!described.has(operationId)) return [`There is no operation ${operationId}.`];
      const { errors } = api.validateResponse(body, operationId, status);
      return (errors ?? []).map((error) => `${operationId} ${status}: ${error.instancePath} ${error.message ?? ''}`);
    },
  };
}
