import { checkEntityValue, entityNamed } from './entity-values';
import { checkKey, checkValue } from './limits';
import type { KvsContext } from './operation';
import type { Space } from './store';

/** Throws a KvsRefusal unless `value` may be stored under `key`; `entityName` is undefined outside entities. */
export function checkWrite(
  context: KvsContext,
  space: Space,
  entityName: string | undefined,
  key: string,
  value: unknown,
): void {
  checkKey(space, key);
  checkValue(value);
  if (entityName !== undefined) checkEntityValue(entityNamed(context.entities, entityName), value);
}
