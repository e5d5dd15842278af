import { describe, expect, it } from '@jest/globals';
import { FilterConditions, WhereConditions } from '@forge/kvs';
import * as v from 'valibot';
import { type FixtureSite, fixtureSite } from './fixtures/site';

const step = (method: string, ...args: unknown[]) => ({ on: { entity: 'step' }, method, args });
const run = async (site: FixtureSite, ...steps: readonly object[]) => site.answer('kvs', { steps });
const error = (code: string) => ({ error: expect.objectContaining({ code }) });
const keys = (...names: readonly string[]) => ({
  value: expect.objectContaining({ results: names.map((key) => expect.objectContaining({ key })) }),
});

const byFlow = (rest: object = {}) => ({
  on: 'entity-query',
  entity: 'step',
  index: 'by-flow',
  partition: ['f'],
  ...rest,
});

async function withSteps(): Promise<FixtureSite> {
  const site = await fixtureSite();
  site.forge.kvs.settings.queryLag = 0;
  await run(
    site,
    step('set', 'a', { flow: 'f', order: 3, note: 'start here' }),
    step('set', 'b', { flow: 'f', order: 1, done: true }),
    step('set', 'c', { flow: 'f', order: 2, done: false }),
    step('set', 'd', { flow: 'g', order: 9 }),
    step('set', 'e', { flow: 'f' }),
  );
  return site;
}

describe('values of custom entities', () => {
  it.each([
    [{ order: 2 ** 31 - 1 }],
    [{ order: -(2 ** 31) }],
    [{ weight: 1.5, done: false, note: 'x', extra: { any: [1] } }],
  ])('of the declared types are stored: %j', async (value) => {
    expect(await run(await fixtureSite(), step('set', 'k', value), step('get', 'k'))).toEqual([{}, { value }]);
  });

  it.each([
    [{ order: 2 ** 31 }],
    [{ order: Date.UTC(2026, 0) }],
    [{ order: 1.5 }],
    [{ note: '' }],
    [{ note: ' ' }],
    [{ note: null }],
    [{ done: 'true' }],
    [{ undeclared: 1 }],
    ['text'],
  ])('of other types are refused: %j', async (value) => {
    expect(await run(await fixtureSite(), step('set', 'k', value))).toEqual([error('INVALID_ENTITY_VALUE')]);
  });

  it('are created once', async () => {
    const create = step('set', 'k', { order: 1 }, { keyPolicy: 'FAIL_IF_EXISTS' });
    expect(await run(await fixtureSite(), create, create)).toEqual([{}, error('KEY_ALREADY_EXISTS')]);
  });

  it('need an entity of the manifest', async () => {
    const site = await fixtureSite();
    expect(await run(site, { on: { entity: 'nothing' }, method: 'get', args: ['k'] })).toEqual([
      error('UNKNOWN_ENTITY'),
    ]);
  });
});

const PageSchema = v.tuple([v.object({ value: v.object({ nextCursor: v.string() }) })]);

describe('queries of custom entities', () => {
  it('give the entries of a partition in order of the range, without those that lack it', async () => {
    expect(await run(await withSteps(), byFlow(), byFlow({ sort: 'DESC' }))).toEqual([
      keys('b', 'c', 'a'),
      keys('a', 'c', 'b'),
    ]);
  });

  it('look at a part of the range', async () => {
    expect(
      await run(
        await withSteps(),
        byFlow({ range: WhereConditions.greaterThan(1) }),
        byFlow({ range: WhereConditions.between(1, 2) }),
        byFlow({ range: WhereConditions.lessThanEqualTo(1) }),
      ),
    ).toEqual([keys('c', 'a'), keys('b', 'c'), keys('b')]);
  });

  it('use the index of one attribute, and that of the keys', async () => {
    const query = (index: string, range: object) => ({ on: 'entity-query', entity: 'step', index, range });
    expect(
      await run(
        await withSteps(),
        query('flow', WhereConditions.equalTo('g')),
        query('by-key', WhereConditions.beginsWith('b')),
      ),
    ).toEqual([keys('d'), keys('b')]);
  });

  it('filter pages that are cut already, so that a page may be empty and go on', async () => {
    const filtered = byFlow({ and: [['note', FilterConditions.exists()]], limit: 2 });
    const site = await withSteps();
    const first = await run(site, filtered);
    expect(first).toEqual([{ value: { results: [], nextCursor: expect.any(String) } }]);
    const [{ value }] = v.parse(PageSchema, first);
    expect(await run(site, { ...filtered, cursor: value.nextCursor })).toEqual([keys('a')]);
  });

  it('lag behind the writes', async () => {
    const site = await withSteps();
    site.forge.kvs.settings.queryLag = 2000;
    expect(await run(site, byFlow())).toEqual([keys()]);
    await site.clock.advance(2000);
    expect(await run(site, byFlow())).toEqual([keys('b', 'c', 'a')]);
  });

  it.each([
    [{ index: 'nothing' }, 'INVALID_ENTITY_INDEX'],
    [{ partition: [] }, 'INVALID_ENTITY_INDEX'],
    [{ limit: 101 }, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    [{ limit: 0 }, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    [{ and: [['extra', FilterConditions.exists()]] }, 'UNTYPED_ATTRIBUTE'],
    [{ and: [['nothing', FilterConditions.exists()]] }, 'INVALID_FILTER_CONDITION'],
    [{ cursor: 'made up' }, 'INVALID_CURSOR'],
  ])('are refused with %j', async (rest, code) => {
    expect(await run(await withSteps(), byFlow(rest))).toEqual([error(code)]);
  });
});

describe('transactions', () => {
  const transaction = (...steps: readonly object[]) => ({ on: 'transaction', steps });
  const setStep = (key: string, value: object, and?: readonly unknown[]) => ({
    kind: 'set',
    key,
    value,
    entityName: 'step',
    ...(and && { and: [and] }),
  });
  const orderIs = (order: number) => ['order', FilterConditions.equalTo(order)];

  it('do everything when every condition holds', async () => {
    const site = await withSteps();
    expect(
      await run(
        site,
        transaction(
          setStep('a', { order: 4 }, orderIs(3)),
          { kind: 'delete', key: 'b', entityName: 'step' },
          { kind: 'check', key: 'c', entityName: 'step', and: [['done', FilterConditions.equalTo(false)]] },
          { kind: 'set', key: 'plain', value: { n: 1 } },
        ),
        step('get', 'a'),
        step('get', 'b'),
        { on: 'kvs', method: 'get', args: ['plain'] },
      ),
    ).toEqual([{}, { value: { order: 4 } }, {}, { value: { n: 1 } }]);
  });

  it('do nothing when one condition does not hold', async () => {
    const site = await withSteps();
    expect(
      await run(
        site,
        transaction(setStep('b', { order: 7 }), setStep('a', { order: 4 }, orderIs(99))),
        step('get', 'b'),
      ),
    ).toEqual([error('CONDITION_FAILED'), { value: { flow: 'f', order: 1, done: true } }]);
  });

  it('let one of two writers of the same state through', async () => {
    const site = await withSteps();
    const replace = (order: number) => transaction(setStep('a', { order }, orderIs(3)));
    expect(await site.answer('kvsAtOnce', { steps: [replace(4), replace(5)] })).toEqual([
      {},
      error('CONDITION_FAILED'),
    ]);
  });

  it('treat a missing row as the test says, since the platform does not', async () => {
    const site = await withSteps();
    const create = (key: string) => transaction(setStep(key, { order: 1 }, ['order', FilterConditions.notExists()]));
    expect(await run(site, create('new'))).toEqual([{}]);
    site.forge.kvs.settings.notExistsHoldsForMissingRow = false;
    expect(await run(site, create('newer'))).toEqual([error('CONDITION_FAILED')]);
  });

  it('are refused over 25 operations, and for one key twice', async () => {
    const many = Array.from({ length: 26 }, (_, n) => setStep(`k${n}`, { order: n }));
    expect(
      await run(
        await withSteps(),
        transaction(...many),
        transaction(setStep('a', { order: 1 }), { kind: 'delete', key: 'a', entityName: 'step' }),
      ),
    ).toEqual([error('TOO_MANY_OPERATIONS'), error('DUPLICATE_KEY')]);
  });
});
