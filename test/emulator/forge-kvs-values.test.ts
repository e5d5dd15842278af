import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { type FixtureSite, fixtureSite } from './fixtures/site';

let site: FixtureSite;
beforeEach(async () => {
  site = await fixtureSite();
});

const run = (...steps: readonly object[]) => site.answer('kvs', { steps });
const call = (method: string, ...args: readonly unknown[]) => ({ on: 'kvs', method, args });
const error = (code: string) => ({ error: expect.objectContaining({ code }) });

describe('values by key', () => {
  it('carry metadata when it is asked for', async () => {
    await run(call('set', 'k', 1));
    await site.clock.advance(1000);
    const metadataFields = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];
    const begin = Date.UTC(2026, 10, 24, 9);
    expect(
      await run(call('set', 'k', 2, { ttl: { value: 1, unit: 'HOURS' } }), call('get', 'k', { metadataFields })),
    ).toEqual([
      {},
      {
        value: {
          key: 'k',
          value: 2,
          createdAt: begin,
          updatedAt: begin + 1000,
          expireTime: '2026-11-24T10:00:01.000Z',
        },
      },
    ]);
  });

  it('can be returned by the write that replaces them', async () => {
    const replace = (n: number, returnValue: string) => call('set', 'k', n, { keyPolicy: 'OVERRIDE', returnValue });
    expect(await run(replace(1, 'PREVIOUS'), replace(2, 'PREVIOUS'), replace(3, 'LATEST'))).toEqual([
      {},
      { value: { key: 'k', value: 1 } },
      { value: { key: 'k', value: 3 } },
    ]);
  });

  it('are deleted, also when they are not there', async () => {
    const remove = call('delete', 'k');
    expect(await run(call('set', 'k', 1), remove, remove, call('get', 'k'))).toEqual([{}, {}, {}, {}]);
  });

  it('may still be read for two days after they expired', async () => {
    await run(call('set', 'k', 1, { ttl: { value: 1, unit: 'MINUTES' } }));
    await site.clock.advance(120_000);
    expect(await run(call('get', 'k'))).toEqual([{ value: 1 }]);
    await site.clock.advance(48 * 3_600_000);
    expect(await run(call('get', 'k'))).toEqual([{}]);
  });

  it('are kept apart from secrets, which no query shows', async () => {
    site.forge.kvs.settings.queryLag = 0;
    const steps = [call('get', 'k'), call('getSecret', 'k'), { on: 'query' }, call('deleteSecret', 'k')];
    expect(await run(call('setSecret', 'k', 'hush'), ...steps, call('getSecret', 'k'))).toEqual([
      {},
      {},
      { value: 'hush' },
      { value: { results: [] } },
      {},
      {},
    ]);
  });

  it.each([
    ['', 'KEY_TOO_SHORT'],
    ['   ', 'INVALID_KEY'],
  ])('are refused under the key %j', async (key, code) => {
    expect(await run(call('set', key, 1))).toEqual([error(code)]);
  });

  it('are refused deeper than 31 levels', async () => {
    const nested = (depth: number): unknown => (depth === 0 ? 1 : { in: nested(depth - 1) });
    expect(await run(call('set', 'fits', nested(31)), call('set', 'deep', nested(32)))).toEqual([
      {},
      error('MAX_DEPTH'),
    ]);
  });
});

describe('queries of keys', () => {
  const PageSchema = v.tuple([v.object({ value: v.object({ nextCursor: v.string() }) })]);

  it('still see what was deleted a moment ago', async () => {
    await run(call('set', 'a1', 1));
    await site.clock.advance(2000);
    expect(await run(call('delete', 'a1'), { on: 'query', prefix: 'a' }, call('get', 'a1'))).toEqual([
      {},
      { value: { results: [{ key: 'a1', value: 1 }] } },
      {},
    ]);
  });

  it('go on from a cursor to the end', async () => {
    site.forge.kvs.settings.queryLag = 0;
    await run(...['c', 'a', 'b'].map((key) => call('set', key, key)));
    const first = await run({ on: 'query', limit: 2 });
    expect(first).toMatchObject([{ value: { results: [{ key: 'a' }, { key: 'b' }] } }]);
    const [{ value }] = v.parse(PageSchema, first);
    expect(await run({ on: 'query', limit: 2, cursor: value.nextCursor })).toEqual([
      { value: { results: [{ key: 'c', value: 'c' }] } },
    ]);
  });

  it('are refused over 100 values a page', async () => {
    expect(await run({ on: 'query', limit: 101 })).toEqual([error('LIST_QUERY_LIMIT_EXCEEDED')]);
  });
});

describe('batches', () => {
  it('say of each key whether it went well', async () => {
    const mixed = [
      { key: 'a', value: 1 },
      { key: 's', entityName: 'step', value: { order: 'one' } },
    ];
    expect(
      await run(
        call('batchSet', mixed),
        call('batchGet', [{ key: 'a' }, { key: 'b' }]),
        call('batchDelete', [{ key: 'a' }]),
        call('get', 'a'),
      ),
    ).toMatchObject([
      {
        value: { successfulKeys: [{ key: 'a' }], failedKeys: [{ key: 's', error: { code: 'INVALID_ENTITY_VALUE' } }] },
      },
      {
        value: {
          successfulKeys: [{ key: 'a', value: 1 }],
          failedKeys: [{ key: 'b', error: { code: 'KEY_NOT_FOUND' } }],
        },
      },
      { value: { successfulKeys: [{ key: 'a' }], failedKeys: [] } },
      {},
    ]);
  });

  it('fail as a whole when empty, over 25 keys, or naming a key twice', async () => {
    const many = Array.from({ length: 26 }, (_, n) => ({ key: `k${n}`, value: n }));
    const twice = [1, 2].map((value) => ({ key: 'a', value }));
    expect(await run(call('batchSet', []), call('batchSet', many), call('batchSet', twice))).toEqual([
      error('TOO_MANY_OPERATIONS'),
      error('TOO_MANY_OPERATIONS'),
      error('DUPLICATE_KEY'),
    ]);
  });
});
