import type { InvocationError } from '@forge/events';
import * as v from 'valibot';
import { checkProject } from '../application/set-up/daily-check';
import { wire } from '../wiring';
import { retryLater } from './retry-request';

const VisitSchema = v.object({ body: v.object({ projectId: v.pipe(v.string(), v.regex(/^\d{1,19}$/)) }) });

/** The consumer of the queue of projects whose set-up is to be checked. */
export async function handler(
  event: unknown,
  context: { readonly installContext?: unknown },
): Promise<InvocationError | undefined> {
  try {
    await checkProject(wire(context.installContext), v.parse(VisitSchema, event).body.projectId);
    return undefined;
  } catch (failure) {
    return retryLater('The set-up of a project could not be checked.', failure);
  }
}
