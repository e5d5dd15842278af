import { InvocationError, InvocationErrorCode } from '@forge/events';
import * as v from 'valibot';
import { observeChange } from '../application/observe-change';
import { IssueIdSchema } from '../domain/ids';
import { wire } from '../wiring';

const IssueEventSchema = v.object({ issue: v.object({ id: IssueIdSchema }) });

const RETRY_AFTER_SECONDS = 60;

/** Product events of issues. What fails is asked for again: the platform delivers the event up to four more times. */
export async function handler(
  event: unknown,
  context: { readonly installContext?: unknown },
): Promise<InvocationError | undefined> {
  try {
    const { issue } = v.parse(IssueEventSchema, event);
    await observeChange(wire(context.installContext), issue.id);
    return undefined;
  } catch (failure) {
    console.error('An event of an issue could not be worked through.', failure);
    return new InvocationError({
      retryAfter: RETRY_AFTER_SECONDS,
      retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST,
    });
  }
}
