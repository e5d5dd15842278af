import type { Route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import { getJson } from '../request';

const PageShape = v.object({ values: v.array(v.unknown()), isLast: v.optional(v.boolean(), true) });

/** All values of a list that Jira gives in pages. `pageFrom` is the address of the page that begins at an index. */
export async function allPages<Schema extends v.GenericSchema>(
  as: Reader,
  pageFrom: (startAt: number) => Route,
  schema: Schema,
): Promise<readonly v.InferOutput<Schema>[]> {
  const found: v.InferOutput<Schema>[] = [];
  for (;;) {
    const { values, isLast } = await getJson(as, pageFrom(found.length), PageShape);
    found.push(...v.parse(v.array(schema), values));
    if (isLast || values.length === 0) return found;
  }
}

export const inGroupsOf = <Value>(size: number, values: readonly Value[]): readonly (readonly Value[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
