import * as v from 'valibot';
import { FORGE_TABLE, JIRA_TABLES, KVS_TABLE } from './live-rows';
import type { Tables } from './rows';
import { SITE_FORMAT } from './site-lines';
import { type SiteSnapshot, SiteSnapshotSchema } from './site-snapshot';

const KvsIdSchema = v.pipe(v.string(), v.parseJson(), v.tuple([v.string(), v.string()]));

/** The site that a file holds, without faults, switches and log. Undefined where it is not whole. */
export function siteFromTables(tables: Tables, now: Date): SiteSnapshot | undefined {
  const jira = [...tables].flatMap(([table, records]) =>
    table.startsWith(JIRA_TABLES) ? [[table.slice(JIRA_TABLES.length), [...records]] as const] : [],
  );
  const site = v.safeParse(SiteSnapshotSchema, {
    format: SITE_FORMAT,
    now: now.toISOString(),
    jira: Object.fromEntries(jira),
    forge: { ...Object.fromEntries(tables.get(FORGE_TABLE) ?? []), kvs: kvsOf(tables) },
    faults: [],
    switches: {},
  });
  return site.success ? site.output : undefined;
}

function kvsOf(tables: Tables): unknown {
  const spaces = new Map<string, [string, unknown][]>();
  for (const [id, versions] of tables.get(KVS_TABLE) ?? []) {
    const place = v.safeParse(KvsIdSchema, id);
    if (!place.success) return undefined;
    const [space, key] = place.output;
    const entries = spaces.get(space) ?? [];
    spaces.set(space, entries);
    entries.push([key, versions]);
  }
  return Object.fromEntries([...spaces].map(([space, entries]) => [space, Object.fromEntries(entries)]));
}
