import { beforeAll, describe, expect, it } from '@jest/globals';
import { OPERATIONS } from '../../emulator/jira/rest/operations';
import { SAMPLES, samplesOf, succeeds } from './samples';
import { inWords, type Problem, problemsOf, type Witnesses } from './support/check-exchange';
import { witnesses as callWitnesses } from './support/conform';
import { type Exchange, operationOf } from './support/exchange';
import { isKnown, isOf, KNOWN_ERRORS } from './support/known-errors';
import { playSample, type Sample } from './support/sample';

/** Operations that the embedded Jira refuses to nobody, though Atlassian names a refusal. */
const NEVER_REFUSED: Readonly<Record<string, string>> = {
  getAllPermissions: 'By the same description anybody may ask.',
  getIssueLinkTypes: 'Issue linking cannot be turned off here.',
};

/** Wrong credentials and too many calls are refused before any operation is asked. */
const REFUSED_BEFORE = [401, 429];

type Played =
  | { readonly kind: 'played'; readonly exchange: Exchange; readonly problems: readonly Problem[] }
  | { readonly kind: 'broke'; readonly why: string };

let witnesses: Witnesses;
const played = new Map<Sample, Played>();
beforeAll(async () => {
  witnesses = await callWitnesses();
  for (const sample of SAMPLES) played.set(sample, await play(sample));
});

async function play(sample: Sample): Promise<Played> {
  try {
    const { before, exchange } = await playSample(sample);
    const problems = [...before, exchange].flatMap((each) => problemsOf(witnesses, each));
    return { kind: 'played', exchange, problems };
  } catch (failure) {
    return { kind: 'broke', why: String(failure) };
  }
}

function resultOf(sample: Sample) {
  const result = played.get(sample);
  if (result?.kind === 'played') return result;
  throw new Error(result?.why ?? `${sample.op} was not played.`);
}
const mayBeRefused = (status: number) => status >= 400 && status < 500 && !REFUSED_BEFORE.includes(status);

describe('every exchange is as others describe it', () => {
  const rows = SAMPLES.map((sample) => ({ sample, name: `${sample.op} ${sample.status} ${sample.path}` }));
  it.each(rows)('$name', ({ sample }) => {
    const { exchange, problems } = resultOf(sample);
    const { status, answered } = exchange;
    expect(status === sample.status ? { status } : { status, answered }).toEqual({ status: sample.status });
    expect(operationOf(exchange.method, exchange.path)?.operationId).toBe(sample.op);
    expect(problems.filter((problem) => !isKnown(problem)).map(inWords)).toEqual([]);
  });
});

describe('no operation is left out', () => {
  it.each(OPERATIONS.map(({ operationId }) => ({ operationId })))('$operationId', ({ operationId }) => {
    const samples = samplesOf(operationId);
    expect(samples.some(succeeds)).toBe(true);
    const mayRefuse = witnesses.openApi?.statuses(operationId).some(mayBeRefused) ?? false;
    if (mayRefuse && !(operationId in NEVER_REFUSED)) expect(samples.every(succeeds)).toBe(false);
  });

  it('and each is where Atlassian has it', () => {
    const { openApi } = witnesses;
    if (openApi === undefined) return;
    const routes = OPERATIONS.map(({ operationId, method, path }) => [operationId, `${method} /rest/api/3${path}`]);
    expect(routes).toEqual(routes.map(([operationId = '']) => [operationId, openApi.routeOf(operationId)]));
  });

  it('and none models a parameter that Atlassian does not have', () => {
    const { openApi } = witnesses;
    if (openApi === undefined) return;
    const strange = OPERATIONS.flatMap(({ operationId, query = [] }) => {
      const described = openApi.queryOf(operationId);
      return query.filter((name) => !described.includes(name)).map((name) => `${operationId} ${name}`);
    });
    expect(strange).toEqual([]);
  });

  it('and they are counted', () => {
    const { jiraJs, openApi } = witnesses;
    const byJiraJs = OPERATIONS.filter(({ method, path }) => jiraJs.describes(method, path));
    const byOpenApi = openApi === undefined ? [] : OPERATIONS;
    process.stdout.write(
      `${byJiraJs.length} operations checked against jira.js, ${byOpenApi.length} against OpenAPI` +
        `${openApi === undefined ? ' (JIRA_OPENAPI is not set)' : ''}, of ${OPERATIONS.length}; ` +
        `${SAMPLES.length} exchanges.\n`,
    );
    expect(byJiraJs.length).toBeGreaterThan(OPERATIONS.length / 2);
  });
});

describe('what is known to be wrong in the descriptions', () => {
  it.each(KNOWN_ERRORS)('still is: $operationId, $by, $what', (error) => {
    if (error.by === 'OpenAPI' && witnesses.openApi === undefined) return;
    const all = [...played.values()].flatMap((result) => (result.kind === 'played' ? result.problems : []));
    expect(all.some((problem) => isOf(error, problem))).toBe(true);
  });
});
