import * as v from 'valibot';
import { entityNamed } from '../entity-values';
import { checkKey } from '../limits';
import { entryBean, EVERY_FIELD, type KvsContext, read } from '../operation';
import { keyNotFound } from '../refusal';
import type { Space } from '../store';

const KeySchema = v.object({ key: v.string() });
const EntityKeySchema = v.object({ key: v.string(), entityName: v.string() });

export const get = (context: KvsContext, body: unknown) => answer(context, 'kvs', read(KeySchema, body).key);

export const getSecret = (context: KvsContext, body: unknown) => answer(context, 'secret', read(KeySchema, body).key);

export function getEntity(context: KvsContext, body: unknown): Response {
  const { key, entityName } = read(EntityKeySchema, body);
  return answer(context, `entity:${entityNamed(context.entities, entityName).name}`, key);
}

/** Strictly consistent: what the last write left. */
function answer({ store }: KvsContext, space: Space, key: string): Response {
  checkKey(space, key);
  const entry = store.read(space, key);
  if (entry === undefined) throw keyNotFound(key);
  return Response.json(entryBean(entry, EVERY_FIELD));
}
