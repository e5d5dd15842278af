import { beforeEach, describe, expect, it } from '@jest/globals';
import { type FixtureSite, fixtureSite } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

type Step = object;
const run = (...steps: readonly Step[]) => site.answer('kvs', { steps });
const kvs = (method: string, ...args: readonly unknown[]) => ({ on: 'kvs', method, args });
const step = (method: string, ...args: readonly unknown[]) => ({ on: { entity: 'step' }, method, args });
const value = (wanted: unknown) => ({ value: wanted });
const error = (code: string) => ({ error: expect.objectContaining({ code }) });

describe('the unmodified @forge/kvs against the embedded storage', () => {
  it('reads back what it wrote, and says that a key is not there', async () => {
    expect(await run(kvs('set', 'a', { n: 1 }), kvs('get', 'a'), kvs('get', 'b'))).toEqual([{}, value({ n: 1 }), {}]);
  });

  it('creates once with FAIL_IF_EXISTS, whoever of many comes first', async () => {
    const steps = Array.from({ length: 10 }, (_, n) => step('set', 'k', { order: n }, { keyPolicy: 'FAIL_IF_EXISTS' }));
    const outcomes = await site.answer('kvsAtOnce', { steps });
    expect(JSON.stringify(outcomes).match(/KEY_ALREADY_EXISTS/g)).toHaveLength(9);
    expect(await run(step('get', 'k'))).toEqual([value({ order: 0 })]);
  });

  it.each([
    ['a key that is too long', kvs('set', 'k'.repeat(501), 1), 'KEY_TOO_LONG'],
    ['a key with a slash', kvs('set', 'a/b', 1), 'INVALID_KEY'],
    ['a value over 240 KiB', kvs('set', 'k', 'x'.repeat(240 * 1024)), 'MAX_SIZE'],
    ['an integer beyond 32 bits', step('set', 'k', { order: 2 ** 31 }), 'INVALID_ENTITY_VALUE'],
    ['an empty text in an attribute', step('set', 'k', { flow: '' }), 'INVALID_ENTITY_VALUE'],
    ['an attribute of another type', step('set', 'k', { order: 'one' }), 'INVALID_ENTITY_VALUE'],
    ['an attribute that the manifest does not name', step('set', 'k', { colour: 'red' }), 'INVALID_ENTITY_VALUE'],
  ])('refuses %s', async (_what, refused, code) => {
    expect(await run(refused)).toEqual([error(code)]);
  });

  it('reads by key at once, and queries only what is older than the lag', async () => {
    const query = { on: 'entity-query', entity: 'step', index: 'by-flow', partition: ['F'] };
    const countOf = async () => JSON.stringify(await run(query)).split('"key"').length - 1;
    await run(step('set', 'k', { flow: 'F', order: 1 }));
    expect(await run(step('get', 'k'))).toEqual([value({ flow: 'F', order: 1 })]);
    expect(await countOf()).toBe(0);
    await site.clock.advance(2000);
    expect(await countOf()).toBe(1);
  });

  it('queries by partition and range, in order, with filters after the page is cut', async () => {
    const orders = [3, 1, 2, 4];
    await run(...orders.map((order) => step('set', `k${order}`, { flow: 'F', order, done: order > 2 })));
    await run(step('set', 'other', { flow: 'G', order: 2 }));
    await site.clock.advance(2000);
    const query = { on: 'entity-query', entity: 'step', index: 'by-flow', partition: ['F'] };
    const range = { condition: 'GREATER_THAN', values: [1] };
    const answer = await run({ ...query, range, sort: 'DESC' });
    expect([...JSON.stringify(answer).matchAll(/"key":"(\w+)"/g)].map(([, key]) => key)).toEqual(['k4', 'k3', 'k2']);
    const filtered = { ...query, limit: 2, and: [['done', { condition: 'EQUAL_TO', values: [true] }]] };
    expect(await run(filtered)).toEqual([value({ results: [], nextCursor: expect.any(String) })]);
  });

  it('does all of a transaction or nothing of it', async () => {
    await run(step('set', 'k', { order: 1 }));
    const when = (order: number) => [['order', { condition: 'EQUAL_TO', values: [order] }]];
    const transaction = (order: number) => ({
      on: 'transaction',
      steps: [
        { kind: 'set', key: 'k', value: { order: 5 }, entityName: 'step', and: when(order) },
        { kind: 'set', key: 'beside', value: { n: 1 } },
      ],
    });
    expect(await run(transaction(9), step('get', 'k'), kvs('get', 'beside'))).toEqual([
      error('CONDITION_FAILED'),
      value({ order: 1 }),
      {},
    ]);
    expect(await run(transaction(1), step('get', 'k'), kvs('get', 'beside'))).toEqual([
      {},
      value({ order: 5 }),
      value({ n: 1 }),
    ]);
  });
});

describe('faults', () => {
  const drop = (when: 'before' | 'after') =>
    site.forge.faults.add({ service: 'kvs', operation: 'set', nth: 1, failure: { kind: 'drop', when } });

  it('before the effect nothing is written; after it, it is and the app does not hear of it', async () => {
    drop('before');
    expect(await run(kvs('set', 'a', 1), kvs('get', 'a'))).toEqual([{ error: expect.anything() }, {}]);
    site.forge.faults.clear();
    drop('after');
    expect(await run(kvs('set', 'a', 1), kvs('get', 'a'))).toEqual([{ error: expect.anything() }, value(1)]);
  });

  it('by chance, but the same for the same seed', async () => {
    const failures = async (seed: number) => {
      site = await fixtureSite(seed);
      site.forge.faults.add({ service: 'kvs', chance: 0.5, failure: { kind: 'fail', when: 'before', status: 500 } });
      const outcomes = await run(...Array.from({ length: 30 }, (_, n) => kvs('set', `k${n}`, n)));
      return JSON.stringify(outcomes);
    };
    expect(await failures(7)).toBe(await failures(7));
    expect(await failures(7)).not.toBe(await failures(8));
  });
});
