import type { EntityDefinition } from '../manifest-schema';
import { attributesOf } from './entity-values';
import { KvsRefusal } from './refusal';
import type { Entry } from './store';

/** An index of an entity: exact attributes, and the one that its entries are ordered by. */
export interface Index {
  readonly partition: readonly string[];
  /** The attribute, or undefined for the key itself. */
  readonly range: string | undefined;
}

/** The index that is there without being declared. */
const BY_KEY = 'by-key';

export function indexNamed(entity: EntityDefinition, name: string): Index {
  if (name === BY_KEY) return { partition: [], range: undefined };
  for (const index of entity.indexes) {
    if (typeof index === 'string' ? index === name : index.name === name) {
      return typeof index === 'string'
        ? { partition: [], range: index }
        : { partition: index.partition, range: index.range[0] };
    }
  }
  throw new KvsRefusal(400, 'INVALID_ENTITY_INDEX', `${entity.name} declares no index ${name}.`);
}

export type Position = string | number | boolean;

/** Where an entry stands in the index; undefined for one that lacks an attribute of it. */
export function positionOf(index: Index, partition: readonly unknown[], entry: Entry): Position | undefined {
  const attributes = attributesOf(entry.value);
  if (index.partition.some((name, place) => attributes[name] !== partition[place])) return undefined;
  const value = index.range === undefined ? entry.key : attributes[index.range];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}
