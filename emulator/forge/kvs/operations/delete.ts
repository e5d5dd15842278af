import * as v from 'valibot';
import { entityNamed } from '../entity-values';
import { checkKey } from '../limits';
import { type KvsContext, noContent, read } from '../operation';
import { keyNotFound } from '../refusal';
import type { Space } from '../store';

const KeySchema = v.object({ key: v.string() });
const EntityKeySchema = v.object({ key: v.string(), entityName: v.string() });

export const remove = (context: KvsContext, body: unknown) => answer(context, 'kvs', read(KeySchema, body).key);

export const removeSecret = (context: KvsContext, body: unknown) =>
  answer(context, 'secret', read(KeySchema, body).key);

export function removeEntity(context: KvsContext, body: unknown): Response {
  const { key, entityName } = read(EntityKeySchema, body);
  return answer(context, `entity:${entityNamed(context.entities, entityName).name}`, key);
}

/** The SDK takes KEY_NOT_FOUND for success. */
function answer({ store }: KvsContext, space: Space, key: string): Response {
  checkKey(space, key);
  if (!store.remove(space, key)) throw keyNotFound(key);
  return noContent();
}
