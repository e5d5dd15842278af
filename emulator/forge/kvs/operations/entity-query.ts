import * as v from 'valibot';
import { checkCondition, checkFilters, conditionHolds, FiltersSchema, filtersHold, RangeSchema } from '../conditions';
import { decodeCursor, encodeCursor } from '../cursor';
import { attributesOf, entityNamed } from '../entity-values';
import { type Index, indexNamed, type Position, positionOf } from '../indexes';
import { BIGGEST_PAGE, DEFAULT_PAGE } from '../limits';
import { entryBean, type KvsContext, MetadataOptionsSchema, read, spaceOf } from '../operation';
import { KvsRefusal } from '../refusal';
import type { Entry } from '../store';

const PositionSchema = v.union([v.string(), v.number(), v.boolean()]);

const EntityQuerySchema = v.object({
  entityName: v.string(),
  indexName: v.string(),
  partition: v.optional(v.array(PositionSchema), []),
  range: v.optional(RangeSchema),
  filters: v.optional(FiltersSchema),
  sort: v.optional(v.picklist(['ASC', 'DESC']), 'ASC'),
  cursor: v.optional(v.string()),
  limit: v.optional(v.number(), DEFAULT_PAGE),
  options: v.optional(MetadataOptionsSchema, { metadataFields: [] }),
});

type EntityQuery = v.InferOutput<typeof EntityQuerySchema>;

const CursorSchema = v.object({ at: PositionSchema, key: v.string() });

interface Placed {
  readonly at: Position;
  readonly entry: Entry;
}

/**
 * Entries of one index as they stood a while ago. Filters look at a page that is cut already, so a page may be empty
 * and have a cursor: https://developer.atlassian.com/platform/forge/storage-reference/entities-api-query/#filters
 */
export function queryEntity(context: KvsContext, body: unknown): Response {
  const query = read(EntityQuerySchema, body);
  const entity = entityNamed(context.entities, query.entityName);
  const index = indexNamed(entity, query.indexName);
  check(query, index);
  if (query.filters !== undefined) checkFilters(entity, query.filters);
  const entries = context.store.entries(spaceOf(entity.name), context.settings.queryLag);
  const ahead = following(query, ordered(query, index, entries));
  const page = ahead.slice(0, query.limit);
  const last = page.at(-1);
  const { filters } = query;
  const kept = page.filter(({ entry }) => filters === undefined || filtersHold(filters, attributesOf(entry.value)));
  return Response.json({
    data: kept.map(({ entry }) => entryBean(entry, query.options.metadataFields)),
    ...(ahead.length > page.length &&
      last !== undefined && { cursor: encodeCursor({ at: last.at, key: last.entry.key }) }),
  });
}

function check({ limit, partition, range }: EntityQuery, index: Index): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > BIGGEST_PAGE) {
    throw new KvsRefusal(400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', 'A page has 1 to 100 values.');
  }
  if (partition.length !== index.partition.length) {
    throw new KvsRefusal(
      400,
      'INVALID_ENTITY_INDEX',
      `The index asks for ${index.partition.length} values of its partition, not ${partition.length}.`,
    );
  }
  if (range !== undefined) checkCondition(range);
}

function ordered({ partition, range, sort }: EntityQuery, index: Index, entries: readonly Entry[]): readonly Placed[] {
  const placed = entries.flatMap((entry): Placed[] => {
    const at = positionOf(index, partition, entry);
    return at === undefined || (range !== undefined && !conditionHolds(range, at)) ? [] : [{ at, entry }];
  });
  placed.sort((a, b) => compare({ at: a.at, key: a.entry.key }, { at: b.at, key: b.entry.key }));
  return sort === 'DESC' ? placed.reverse() : placed;
}

function following({ cursor, sort }: EntityQuery, placed: readonly Placed[]): readonly Placed[] {
  if (cursor === undefined) return placed;
  const passed = decodeCursor(CursorSchema, cursor);
  return placed.filter(({ at, entry }) => {
    const order = compare({ at, key: entry.key }, passed);
    return sort === 'DESC' ? order < 0 : order > 0;
  });
}

interface Place {
  readonly at: Position;
  readonly key: string;
}

const compare = (a: Place, b: Place) => comparePositions(a.at, b.at) || comparePositions(a.key, b.key);

/** The values of one index are of one type. */
function comparePositions(a: Position, b: Position): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
