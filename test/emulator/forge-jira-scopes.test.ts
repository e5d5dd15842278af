import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { requiredScope } from '../../emulator/forge/proxy/jira-scopes';
import { OPERATIONS } from '../../emulator/jira/rest/operations';

interface Described {
  readonly operationId?: string;
  readonly security?: readonly { readonly OAuth2?: readonly string[] }[];
}

/** Operation id -> the classic scopes of Atlassian's description, any of which will do. */
function describedScopes(file: string): ReadonlyMap<string, readonly string[]> {
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly paths: Record<string, Record<string, Described>>;
  };
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  return new Map(
    operations.map(({ operationId = '', security = [] }) => [
      operationId,
      security.flatMap(({ OAuth2 = [] }) => OAuth2),
    ]),
  );
}

const file = process.env.JIRA_OPENAPI;

// Skipped, and so seen in the report, where JIRA_OPENAPI does not name the description.
(file === undefined ? describe.skip : describe)(
  'a call of the app to Jira wants the scope that Atlassian describes',
  () => {
    const described = file === undefined ? new Map<string, readonly string[]>() : describedScopes(file);
    it.each(OPERATIONS.map(({ operationId, method, path }) => ({ operationId, method, path })))(
      '$operationId',
      ({ operationId, method, path }) => {
        const wanted = described.get(operationId) ?? [];
        const asked = requiredScope(method, path.slice(1).replaceAll(/\{\w+\}/g, 'x'));
        expect(wanted.length === 0 ? [undefined] : wanted).toContain(asked);
      },
    );
  },
);
