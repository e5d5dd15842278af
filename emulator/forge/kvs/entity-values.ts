import type { EntityDefinition } from '../manifest-schema';
import { KvsRefusal } from './refusal';

export type AttributeType = EntityDefinition['attributes'][string]['type'];

export function entityNamed(entities: readonly EntityDefinition[], name: string): EntityDefinition {
  const entity = entities.find((candidate) => candidate.name === name);
  if (entity === undefined) throw new KvsRefusal(400, 'UNKNOWN_ENTITY', `The manifest declares no entity ${name}.`);
  return entity;
}

export type AttributeValues = Readonly<Record<string, unknown>>;

export const attributesOf = (value: unknown): AttributeValues =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** Throws a KvsRefusal unless each attribute of `value` is declared and of its type. Attributes may be missing. */
export function checkEntityValue(entity: EntityDefinition, value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid(`A value of ${entity.name} is an object.`);
  }
  for (const [name, attribute] of Object.entries(attributesOf(value))) {
    const type = entity.attributes[name]?.type;
    if (type === undefined) throw invalid(`${entity.name} declares no attribute ${name}.`);
    if (!fits(type, attribute)) throw invalid(`${entity.name}.${name} is not of type ${type}.`);
  }
}

const invalid = (message: string) => new KvsRefusal(400, 'INVALID_ENTITY_VALUE', message);

const SMALLEST_INTEGER = -(2 ** 31);
const BIGGEST_INTEGER = 2 ** 31 - 1;

/** https://developer.atlassian.com/platform/forge/storage-reference/entities-manifest/#values */
function fits(type: AttributeType, value: unknown): boolean {
  switch (type) {
    case 'string':
      return typeof value === 'string' && value.trim() !== '';
    case 'integer':
      return Number.isInteger(value) && Number(value) >= SMALLEST_INTEGER && Number(value) <= BIGGEST_INTEGER;
    case 'float':
      return typeof value === 'number' && isFloat(Math.abs(value));
    case 'boolean':
      return typeof value === 'boolean';
    case 'any':
      return value !== null;
  }
}

const isFloat = (size: number) => size === 0 || (size >= 1e-130 && size < 1e126);
