import * as v from 'valibot';
import type { PageNote } from '../control/log-routes';
import type { ForgeLog } from '../forge/log';
import type { UnmodelledRequest } from '../jira/rest/router';

const MomentSchema = v.pipe(v.string(), v.isoTimestamp());

export const LogSnapshotSchema = v.object({
  jira: v.array(
    v.object({
      at: MomentSchema,
      method: v.string(),
      path: v.string(),
      accountId: v.optional(v.string()),
      why: v.string(),
    }),
  ),
  forge: v.array(v.object({ at: MomentSchema, what: v.string() })),
  lines: v.array(
    v.object({
      at: MomentSchema,
      invocationId: v.string(),
      functionKey: v.string(),
      level: v.picklist(['debug', 'info', 'log', 'warn', 'error']),
      text: v.string(),
    }),
  ),
  notices: v.array(v.object({ at: MomentSchema, text: v.string() })),
  notes: v.array(v.object({ at: MomentSchema, message: v.string() })),
});

/** What stands at /emulator/log, without the runs of functions and their calls: those are never brought back. */
export type LogSnapshot = v.InferOutput<typeof LogSnapshotSchema>;

export interface SiteLogs {
  readonly jira: { readonly unmodelled: UnmodelledRequest[] };
  readonly forge: { readonly log: ForgeLog };
  readonly notes: PageNote[];
}

export const snapshotLog = ({ jira, forge, notes }: SiteLogs): LogSnapshot => ({
  jira: jira.unmodelled.map(asText),
  forge: forge.log.unmodelled.map(asText),
  lines: forge.log.lines.map(asText),
  notices: forge.log.notices.map(asText),
  notes: notes.map(asText),
});

export function restoreLog({ jira, forge, notes }: SiteLogs, snapshot: LogSnapshot): void {
  refill(
    jira.unmodelled,
    snapshot.jira.map(asMoment).map((entry) => ({ ...entry, accountId: entry.accountId })),
  );
  refill(forge.log.unmodelled, snapshot.forge.map(asMoment));
  refill(forge.log.lines, snapshot.lines.map(asMoment));
  refill(forge.log.notices, snapshot.notices.map(asMoment));
  refill(forge.log.calls, []);
  refill(notes, snapshot.notes.map(asMoment));
}

const asText = <Entry extends { readonly at: Date }>(entry: Entry) => ({ ...entry, at: entry.at.toISOString() });

const asMoment = <Entry extends { readonly at: string }>(entry: Entry) => ({ ...entry, at: new Date(entry.at) });

function refill<Entry>(list: Entry[], entries: readonly Entry[]): void {
  list.length = 0;
  for (const entry of entries) list.push(entry);
}
