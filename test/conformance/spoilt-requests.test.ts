import { beforeAll, describe, expect, it } from '@jest/globals';
import { SAMPLES, succeeds } from './samples';
import { inWords, problemsOf, type Witnesses } from './support/check-exchange';
import { witnesses as callWitnesses } from './support/conform';
import { isKnown } from './support/known-errors';
import { playSample, type Sample } from './support/sample';
import { spoilt } from './support/spoil';

let witnesses: Witnesses;
beforeAll(async () => {
  witnesses = await callWitnesses();
});

const withBody = SAMPLES.filter(
  (sample) => succeeds(sample) && typeof sample.body === 'object' && !(sample.body instanceof FormData),
);

/** What the embedded Jira accepts and the description does not: a call that works here and fails on a real site. */
async function wronglyAccepted(sample: Sample): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { how, body } of spoilt(sample.body)) {
    const { exchange } = await playSample({ ...sample, body });
    const wrong = problemsOf(witnesses, exchange).filter(
      (problem) => problem.side === 'request' && problem.status < 400 && !isKnown(problem),
    );
    if (wrong.length > 0) found.push(`${how}: ${wrong.map(inWords).join('; ')}`);
  }
  return found;
}

// Skipped, and so seen in the report, where JIRA_OPENAPI does not name the description.
(process.env.JIRA_OPENAPI === undefined ? describe.skip : describe)('what the description refuses is refused', () => {
  it.each(withBody.map((sample) => ({ sample, name: `${sample.op} ${sample.path}` })))('$name', async ({ sample }) => {
    expect(await wronglyAccepted(sample)).toEqual([]);
  });
});
