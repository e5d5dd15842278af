import * as v from 'valibot';
import { call } from './call';
import type { Reply } from './reply';

const SiteFieldSchema = v.object({
  id: v.string(),
  name: v.string(),
  custom: v.optional(v.boolean(), false),
  navigable: v.optional(v.boolean(), true),
  orderable: v.optional(v.boolean(), false),
  /** How JQL names it, the best name first. */
  clauseNames: v.optional(v.array(v.string()), []),
  schema: v.optional(v.object({ type: v.string() })),
});
export type SiteField = v.InferOutput<typeof SiteFieldSchema>;

export const readSiteFields = (): Promise<Reply<readonly SiteField[]>> =>
  call(v.array(SiteFieldSchema), '/rest/api/3/field');
