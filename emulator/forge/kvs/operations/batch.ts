import * as v from 'valibot';
import { entityNamed } from '../entity-values';
import { BIGGEST_PAYLOAD, checkKey, MOST_OPERATIONS } from '../limits';
import { entryBean, type KvsContext, MetadataOptionsSchema, read, spaceOf } from '../operation';
import { KvsRefusal, keyNotFound } from '../refusal';
import { TtlSchema } from '../ttl';
import { checkWrite } from '../writing';

const ItemSchema = v.object({ key: v.string(), entityName: v.optional(v.string()) });

const GetItemSchema = v.object({ ...ItemSchema.entries, options: v.optional(MetadataOptionsSchema) });

const SetItemSchema = v.object({
  ...ItemSchema.entries,
  value: v.unknown(),
  options: v.optional(v.object({ ttl: v.optional(TtlSchema) }), {}),
});

type Item = v.InferOutput<typeof ItemSchema>;

export function batchSet(context: KvsContext, body: unknown): Response {
  return each(read(v.array(SetItemSchema), body), ({ key, entityName, value, options }) => {
    const space = spaceOf(entityName);
    checkWrite(context, space, entityName, key, value);
    context.store.write(space, key, value, options.ttl);
    return nameOf({ key, entityName });
  });
}

export function batchDelete(context: KvsContext, body: unknown): Response {
  return each(read(v.array(ItemSchema), body), (item) => {
    checkItem(context, item);
    context.store.remove(spaceOf(item.entityName), item.key);
    return nameOf(item);
  });
}

export function batchGet(context: KvsContext, body: unknown): Response {
  return each(read(v.array(GetItemSchema), body), (item) => {
    checkItem(context, item);
    const entry = context.store.read(spaceOf(item.entityName), item.key);
    if (entry === undefined) throw keyNotFound(item.key);
    return { ...entryBean(entry, item.options?.metadataFields ?? []), ...nameOf(item) };
  });
}

/** Each item succeeds or fails by itself; an empty, too long or repeating list fails as a whole. */
function each<Entry extends Item>(items: readonly Entry[], act: (item: Entry) => object): Response {
  checkList(items);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push(act(item));
    } catch (failure) {
      if (!(failure instanceof KvsRefusal)) throw failure;
      failedKeys.push({ ...nameOf(item), error: { code: failure.code, message: failure.message } });
    }
  }
  return Response.json({ successfulKeys, failedKeys });
}

function checkList(items: readonly Item[]): void {
  if (items.length === 0 || items.length > MOST_OPERATIONS) {
    throw new KvsRefusal(400, 'TOO_MANY_OPERATIONS', 'A batch has 1 to 25 keys.');
  }
  if (new Set(items.map(({ key, entityName }) => `${spaceOf(entityName)} ${key}`)).size < items.length) {
    throw new KvsRefusal(400, 'DUPLICATE_KEY', 'A batch names each key once.');
  }
  if (Buffer.byteLength(JSON.stringify(items)) > BIGGEST_PAYLOAD) {
    throw new KvsRefusal(400, 'MAX_SIZE', 'A batch is at most 4 MB.');
  }
}

function checkItem({ entities }: KvsContext, { key, entityName }: Item): void {
  checkKey(spaceOf(entityName), key);
  if (entityName !== undefined) entityNamed(entities, entityName);
}

const nameOf = ({ key, entityName }: { readonly key: string; readonly entityName?: string | undefined }) =>
  entityName === undefined ? { key } : { key, entityName };
