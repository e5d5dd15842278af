import * as v from 'valibot';
import { call } from './call';
import type { Reply } from './reply';

const OutcomeSchema = v.nullish(v.object({ kind: v.string(), message: v.optional(v.string()) }));

/** Moments are ISO 8601 text in UTC; everything is oldest first. */
const SiteLogSchema = v.object({
  unmodelled: v.object({
    jira: v.array(v.object({ at: v.string(), method: v.string(), path: v.string(), why: v.string() })),
    forge: v.array(v.object({ at: v.string(), what: v.string() })),
  }),
  console: v.array(v.object({ at: v.string(), functionKey: v.string(), level: v.string(), text: v.string() })),
  notices: v.array(v.object({ at: v.string(), text: v.string() })),
  invocations: v.array(
    v.object({
      functionKey: v.string(),
      startedAt: v.string(),
      endedAt: v.nullish(v.string()),
      outcome: OutcomeSchema,
    }),
  ),
  notes: v.array(v.object({ at: v.string(), message: v.string() })),
});
export type SiteLog = v.InferOutput<typeof SiteLogSchema>;

export const readSiteLog = (): Promise<Reply<SiteLog>> => call(SiteLogSchema, '/emulator/log');
