import { ForgeSnapshotSchema } from '../forge/snapshot';
import { createStore } from '../jira/store';
import { mapsOf } from '../jira/store-snapshot';
import type { LiveRow } from './rows';
import type { SnapshotParts } from './site-snapshot';

/** Before the name of a Map of the store. */
export const JIRA_TABLES = 'jira.';

/** One row for each stored key of the app. */
export const KVS_TABLE = 'forge.kvs';

/** One row for each other part of what Forge knows. */
export const FORGE_TABLE = 'forge';

/** Long tables whose records are replaced, or replace what lies inside them. */
const COMPARED_BY_PARTS: ReadonlySet<string> = new Set(['jira.issues', 'jira.attachments']);

/** What the tables of this program hold: a file with other ones is of another version. */
export const shapeOfSite = (): readonly string[] => [
  ...[...mapsOf(createStore()).keys()].map((name) => JIRA_TABLES + name),
  ...Object.keys(ForgeSnapshotSchema.entries).map((part) => `${FORGE_TABLE}.${part}`),
];

/** Every record of the site as it is now. The log and the faults are not kept. */
export function* liveRows({ jira, forge }: Pick<SnapshotParts, 'jira' | 'forge'>): Iterable<LiveRow> {
  for (const [name, map] of mapsOf(jira.store)) {
    const table = JIRA_TABLES + name;
    const compareBy = COMPARED_BY_PARTS.has(table) ? 'parts' : 'text';
    for (const [id, value] of map) yield { table, id, value, compareBy };
  }
  const { kvs, ...rest } = forge.snapshot();
  for (const [space, entries] of Object.entries(kvs)) {
    for (const [key, value] of Object.entries(entries)) {
      yield { table: KVS_TABLE, id: JSON.stringify([space, key]), value, compareBy: 'text' };
    }
  }
  for (const [part, value] of Object.entries(rest)) yield { table: FORGE_TABLE, id: part, value, compareBy: 'text' };
}
