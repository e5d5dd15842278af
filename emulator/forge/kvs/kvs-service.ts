import * as v from 'valibot';
import type { SiteClock } from '../../clock';
import type { Manifest } from '../manifest';
import { jsonBody, notModelled, type ProxyCall, type Service } from '../proxy/call';
import { type KvsContext, type KvsOperation, type KvsSettings } from './operation';
import { batchDelete, batchGet, batchSet } from './operations/batch';
import { remove, removeEntity, removeSecret } from './operations/delete';
import { queryEntity } from './operations/entity-query';
import { get, getEntity, getSecret } from './operations/get';
import { query } from './operations/query';
import { set, setEntity, setSecret } from './operations/set';
import { transaction } from './operations/transaction';
import { createRateLimits, type RateLimits } from './rate-limits';
import { KvsRefusal, refusalResponse } from './refusal';
import { createKvsStore, type KvsStore } from './store';

const OPERATIONS: ReadonlyMap<string, KvsOperation> = new Map<string, KvsOperation>([
  ['get', get],
  ['set', set],
  ['delete', remove],
  ['query', query],
  ['secret/get', getSecret],
  ['secret/set', setSecret],
  ['secret/delete', removeSecret],
  ['entity/get', getEntity],
  ['entity/set', setEntity],
  ['entity/delete', removeEntity],
  ['entity/query', queryEntity],
  ['batch/get', batchGet],
  ['batch/set', batchSet],
  ['batch/delete', batchDelete],
  ['transaction', transaction],
]);

const API = '/api/v1/';
const SCOPE = 'storage:app';

export interface Kvs {
  readonly service: Service;
  /** What is stored, past every limit and check: for looking at it and for tampering with it. */
  readonly store: KvsStore;
  readonly settings: KvsSettings;
}

export function createKvs(clock: SiteClock, manifest: Manifest, settings: KvsSettings): Kvs {
  const store = createKvsStore(clock, () => settings.expiryLag);
  const context: KvsContext = { store, entities: manifest.entities, settings };
  const rates = createRateLimits(clock);
  const scoped = manifest.scopes.some(({ name }) => name === SCOPE);
  return {
    store,
    settings,
    service: {
      name: 'kvs',
      describe: (call) => ({ operation: operationOf(call), ...keyOf(jsonBody(call)) }),
      answer: async (call) =>
        scoped ? withinRates(settings, rates, call, () => answer(context, call)) : scopeMissing(),
    },
  };
}

const operationOf = ({ path }: ProxyCall) => (path.startsWith(API) ? path.slice(API.length) : path);

function answer(context: KvsContext, call: ProxyCall): Response {
  const operation = OPERATIONS.get(operationOf(call));
  if (operation === undefined) return notModelled(`kvs: ${call.path}`);
  try {
    return operation(context, jsonBody(call));
  } catch (failure) {
    if (failure instanceof KvsRefusal) return refusalResponse(failure);
    throw failure;
  }
}

const WRITES = /set|delete|transaction/;

/** The size of a request counts for what is written, that of the answer for what is read. */
async function withinRates(
  { rateLimits }: KvsSettings,
  rates: RateLimits,
  call: ProxyCall,
  work: () => Response,
): Promise<Response> {
  if (!rateLimits) return work();
  const kind = WRITES.test(operationOf(call)) ? 'write' : 'read';
  const body = typeof call.init?.body === 'string' ? call.init.body : '';
  if (!rates.admits(kind, kind === 'write' ? Buffer.byteLength(body) : 0)) {
    return refusalResponse(new KvsRefusal(429, 'TOO_MANY_REQUESTS', 'Too many requests.'));
  }
  const answered = work();
  if (kind === 'read') rates.add(kind, Buffer.byteLength(await answered.clone().text()));
  return answered;
}

const scopeMissing = () =>
  refusalResponse(new KvsRefusal(403, 'SCOPE_MISSING', `The manifest does not declare the scope ${SCOPE}.`));

const KeyedSchema = v.object({ key: v.string() });
const KeyedListSchema = v.array(KeyedSchema);
const TransactionSchema = v.object({
  set: v.optional(KeyedListSchema, []),
  delete: v.optional(KeyedListSchema, []),
  check: v.optional(KeyedListSchema, []),
});

/** The keys of a batch or a transaction are written in one line. */
function keyOf(body: unknown): { readonly key?: string } {
  if (v.is(KeyedSchema, body)) return { key: body.key };
  const list = v.safeParse(KeyedListSchema, body);
  if (list.success) return { key: list.output.map(({ key }) => key).join(' ') };
  const { success, output } = v.safeParse(TransactionSchema, body);
  const keys = success ? [...output.set, ...output.delete, ...output.check] : [];
  return keys.length === 0 ? {} : { key: keys.map(({ key }) => key).join(' ') };
}
