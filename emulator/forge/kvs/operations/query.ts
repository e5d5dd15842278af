import * as v from 'valibot';
import { decodeCursor, encodeCursor } from '../cursor';
import { BIGGEST_PAGE, DEFAULT_PAGE } from '../limits';
import { entryBean, type KvsContext, MetadataOptionsSchema, read } from '../operation';
import { KvsRefusal } from '../refusal';

const QuerySchema = v.object({
  limit: v.optional(v.number(), DEFAULT_PAGE),
  after: v.optional(v.string()),
  where: v.optional(
    v.array(v.object({ property: v.string(), condition: v.string(), values: v.array(v.unknown()) })),
    [],
  ),
  options: v.optional(MetadataOptionsSchema, { metadataFields: [] }),
});

const CursorSchema = v.object({ key: v.string() });

/** Plain keys by their beginning, in order of the keys, as they stood a while ago. */
export function query({ store, settings }: KvsContext, body: unknown): Response {
  const { limit, after, where, options } = read(QuerySchema, body);
  if (limit < 1 || limit > BIGGEST_PAGE) {
    throw new KvsRefusal(400, 'LIST_QUERY_LIMIT_EXCEEDED', 'A page has 1 to 100 values.');
  }
  const prefix = prefixOf(where);
  const passed = after === undefined ? undefined : decodeCursor(CursorSchema, after).key;
  const found = store
    .entries('kvs', settings.queryLag)
    .filter(({ key }) => key.startsWith(prefix) && (passed === undefined || key > passed));
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return Response.json({
    data: page.map((entry) => entryBean(entry, options.metadataFields)),
    ...(found.length > page.length && last !== undefined && { cursor: encodeCursor({ key: last.key }) }),
  });
}

function prefixOf(where: v.InferOutput<typeof QuerySchema>['where']): string {
  const [clause, ...rest] = where;
  if (clause === undefined) return '';
  if (rest.length > 0) throw new KvsRefusal(400, 'QUERY_WHERE_INVALID', 'There is more than one "where".');
  if (clause.property !== 'key') throw new KvsRefusal(400, 'QUERY_WHERE_FIELD_INVALID', 'Only "key" can be asked for.');
  if (clause.condition !== 'BEGINS_WITH') {
    throw new KvsRefusal(400, 'INVALID_FILTER_CONDITION', 'Only BEGINS_WITH can be asked of a key.');
  }
  const [value] = clause.values;
  if (typeof value !== 'string' || clause.values.length > 1) {
    throw new KvsRefusal(400, 'INVALID_FILTER_VALUES', 'BEGINS_WITH takes one string.');
  }
  return value;
}
