import * as v from 'valibot';
import type { SiteClock } from '../clock';
import { FaultRuleSchema } from '../control/fault-rule';
import type { Forge } from '../forge/forge';
import { ForgeSnapshotSchema } from '../forge/snapshot';
import type { Jira } from '../jira/jira';
import { restoreStore, snapshotStore } from '../jira/store-snapshot';
import { type LogSnapshot, LogSnapshotSchema, restoreLog, type SiteLogs, snapshotLog } from './log-snapshot';
import { SITE_FORMAT } from './site-lines';
import { SwitchesSchema, switchesNow, turnSwitches } from './switches';

/** The whole site as plain JSON. Jira's records in it are believed as they are. */
export const SiteSnapshotSchema = v.object({
  format: v.literal(SITE_FORMAT),
  now: v.pipe(v.string(), v.isoTimestamp()),
  jira: v.record(v.string(), v.array(v.tuple([v.string(), v.unknown()]))),
  forge: ForgeSnapshotSchema,
  faults: v.array(FaultRuleSchema),
  /** Those that are left out stay as they are. */
  switches: SwitchesSchema,
  /** Without it: as after the start. */
  log: v.exactOptional(LogSnapshotSchema),
});

export type SiteSnapshot = v.InferOutput<typeof SiteSnapshotSchema>;

export interface SnapshotParts extends SiteLogs {
  readonly clock: SiteClock;
  readonly jira: Jira;
  readonly forge: Forge;
}

/** A copy of the whole site: time, Jira with what it sent, Forge with what waits, faults, log. */
export function snapshotSite(parts: SnapshotParts): SiteSnapshot {
  const { clock, jira, forge } = parts;
  return {
    format: SITE_FORMAT,
    now: clock.now().toISOString(),
    jira: Object.fromEntries(
      Object.entries(snapshotStore(jira.store)).map(([name, pairs]) => [
        name,
        pairs.map(([id, record]) => [id, record]),
      ]),
    ),
    forge: forge.snapshot(),
    faults: structuredClone([...forge.faults.list()]),
    switches: switchesNow(parts),
    log: snapshotLog(parts),
  };
}

/**
 * Puts a copy of the snapshot in the place of everything but time. What runs is ended; nothing of it comes through.
 */
export function restoreSite(parts: SnapshotParts, snapshot: SiteSnapshot, logAtStart: LogSnapshot): void {
  const { jira, forge } = parts;
  restoreStore(jira.store, snapshot.jira);
  forge.restore(structuredClone(snapshot.forge));
  forge.faults.clear();
  for (const rule of snapshot.faults) forge.faults.add(rule);
  jira.searchIndex.rebuild();
  turnSwitches(parts, snapshot.switches);
  restoreLog(parts, snapshot.log ?? logAtStart);
}
