import { describe, expect, it } from '@jest/globals';
import type { Act } from '../../src/domain/command';
import type { Digest } from '../../src/domain/ids';
import { aModelSite, type ModelSite } from '../support/a-model-site';

const SECOND = 1000;
const PASSED = {
  outcome: 'passed',
  targeted: true,
  necessary: true,
  rollbackKnown: true,
  riskAssessed: true,
  risk: { level: 'low', why: 'One line.' },
  findings: '',
  link: 'https://example.com/pull/1',
} as const;

async function does(site: ModelSite, who: string, act: (expectedDigest: Digest) => Act): Promise<void> {
  expect(await site.act(who, act(await site.digest()))).toMatchObject({ kind: 'recorded' });
}

/** A change with both approvals and both reviews, a minute old. */
async function cleared(): Promise<ModelSite> {
  const site = aModelSite();
  await site.visit();
  await does(site, 'lee', (expectedDigest) => ({
    kind: 'approve',
    slot: 'engineering-lead',
    comment: '',
    expectedDigest,
  }));
  await does(site, 'sam', (expectedDigest) => ({ kind: 'approve', slot: 'security', comment: '', expectedDigest }));
  for (const [who, review] of [['pat', 'peer'] as const, ['sky', 'security'] as const]) {
    await does(site, who, (expectedDigest) => ({ kind: 'review', review, attestation: PASSED, expectedDigest }));
  }
  site.pass(60 * SECOND);
  return site;
}

const verdicts = async (site: ModelSite) => {
  expect(await site.visit()).toBe(true);
  return (await site.loaded())?.passages.map(({ verdict }) => verdict.verdict);
};
const enter = (site: ModelSite): Promise<void> => {
  site.put('erin', 'deploying');
  return Promise.resolve();
};
const reject = (): Act => ({ kind: 'reject', slot: 'security', reason: 'Wait.' });
const lift = (): Act => ({ kind: 'lift-rejection', slot: 'security', reason: 'Mended.' });

describe('the verdict on an entry past the validators', () => {
  it.each([
    { what: 'with nothing changed around it', rejected: -20, lifted: -10, verdict: 'satisfied-ungated' },
    { what: 'while a rejection stood', rejected: -20, lifted: 10, verdict: 'bypass' },
    { what: 'within the clock margin of a rejection that came and went', rejected: -3, lifted: 3, verdict: 'unproven' },
  ])('is $verdict $what', async ({ rejected, lifted, verdict }) => {
    const site = await cleared();
    const steps = [
      { at: rejected, run: () => does(site, 'sky', reject) },
      { at: lifted, run: () => does(site, 'sky', lift) },
      { at: 0, run: () => enter(site) },
    ].sort((a, b) => a.at - b.at);
    let now = -30;
    for (const { at, run } of steps) {
      site.pass((at - now) * SECOND);
      now = at;
      await run();
    }
    expect(await verdicts(site)).toEqual([verdict]);
  });
});

describe('entries through the validators', () => {
  it('are clean one by one, also when the app hears of two at once and of an edit after them', async () => {
    const site = await cleared();
    for (const to of ['deploying', 'identified', 'deploying'] as const) {
      site.pass(20 * SECOND);
      if (to === 'deploying') expect(await site.ask(['approvals', 'reviews'], to)).toBe(true);
      site.pass(SECOND);
      site.put('erin', to);
    }
    site.pass(20 * SECOND);
    site.edit('erin', 'Another');
    expect(await verdicts(site)).toEqual(['clean', 'clean']);
  });

  it('do not lend their opening to a second entry without one', async () => {
    const site = await cleared();
    expect(await site.ask(['approvals', 'reviews'], 'deploying')).toBe(true);
    for (const to of ['deploying', 'identified', 'deploying'] as const) {
      site.pass(SECOND);
      site.put('erin', to);
    }
    expect(await verdicts(site)).toEqual(['clean', 'satisfied-ungated']);
  });
});
