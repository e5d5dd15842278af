import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { tendChange } from '../application/tend-change';
import { AccountIdSchema, IssueIdSchema, MomentSchema } from '../domain/ids';
import { wire } from '../wiring/wire';
import { retryLater } from './retry-request';

const VisitSchema = v.object({
  body: v.object({
    issueId: IssueIdSchema,
    news: v.optional(
      v.object({
        kind: v.picklist(['deleted', 'project-deleted', 'project-restored']),
        at: MomentSchema,
        by: v.nullable(AccountIdSchema),
      }),
    ),
  }),
});

/** The consumer of the queue of visits. */
export async function handler(
  event: unknown,
  context: { readonly installContext?: unknown },
): Promise<InvocationError | undefined> {
  try {
    const { issueId, news } = v.parse(VisitSchema, event).body;
    await tendChange(wire(context.installContext), issueId, news);
    return undefined;
  } catch (failure) {
    return retryLater('An emergency change could not be looked after.', failure);
  }
}
