import { beforeEach, describe, expect, it } from '@jest/globals';
import { type FixtureSite, fixtureSite } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
  site.forge.kvs.settings.rateLimits = true;
});

const set = (key: string, value: unknown) => ({ on: 'kvs', method: 'set', args: [key, value] });
const get = (key: string) => ({ on: 'kvs', method: 'get', args: [key] });

/** How many of the steps were refused as one too many. */
async function refusedOf(steps: readonly object[]): Promise<number> {
  const outcomes = await site.answer('kvs', { steps });
  return (JSON.stringify(outcomes).match(/TOO_MANY_REQUESTS/g) ?? []).length;
}

const times = (count: number, step: object) => Array.from({ length: count }, () => step);

describe('the rates of the storage', () => {
  it('are 1,000 requests a second', async () => {
    expect(await refusedOf(times(1010, get('a')))).toBe(10);
    await site.clock.advance(1000);
    expect(await refusedOf(times(1000, get('a')))).toBe(0);
  });

  it('are 4,000 units of 10 KB written a minute, and reading has its own', async () => {
    const hundredKilobytes = 'x'.repeat(100 * 1024 - 200);
    expect(await refusedOf(times(401, set('a', hundredKilobytes)))).toBe(1);
    expect(await refusedOf([get('a')])).toBe(0);
    await site.clock.advance(60_000);
    expect(await refusedOf([set('a', 1)])).toBe(0);
  });

  it('are 4,000 units of 10 KB read a minute, by the size of the answers', async () => {
    await site.answer('kvs', { steps: [set('a', 'x'.repeat(100 * 1024 - 200))] });
    expect(await refusedOf(times(405, get('a')))).toBe(5);
  });

  it('are off by themselves on a clock that stands still', async () => {
    site = await fixtureSite();
    expect(site.forge.kvs.settings.rateLimits).toBe(false);
    expect(await refusedOf(times(1010, get('a')))).toBe(0);
  });
});
