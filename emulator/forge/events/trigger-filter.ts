import type { JiraSide } from '../jira-side';
import type { TriggerModule } from '../manifest-schema';
import type { ProductEvent } from './issue-event';
import { withProperties } from './property-paths';
import { readProperty } from './read-property';

export type FilterVerdict =
  | { readonly kind: 'deliver' }
  | { readonly kind: 'ignore' }
  /** The expression failed: whether to deliver all the same, and whether to write it to the log. */
  | { readonly kind: 'failed'; readonly deliver: boolean; readonly logged: boolean; readonly reason: string };

/** Whether the trigger wants the event. `appIsLicensed` changes nothing: an app under development has no licence. */
export function filterVerdict(jira: JiraSide, { filter }: TriggerModule, event: ProductEvent): FilterVerdict {
  if (filter === undefined) return { kind: 'deliver' };
  if (filter.ignoreSelf && event.payload.selfGenerated === true) return { kind: 'ignore' };
  if (filter.expression === undefined) return { kind: 'deliver' };
  try {
    const wanted = evaluate(jira, filter.expression, event);
    if (typeof wanted === 'boolean') return { kind: wanted ? 'deliver' : 'ignore' };
    throw new Error('The expression is not a boolean.');
  } catch (failure) {
    return {
      kind: 'failed',
      deliver: filter.onError.startsWith('RECEIVE'),
      logged: filter.onError.endsWith('_AND_LOG'),
      reason: failure instanceof Error ? failure.message : String(failure),
    };
  }
}

function evaluate(jira: JiraSide, expression: string, event: ProductEvent): unknown {
  const { expression: resolved, variables } = withProperties(expression, (path) => readProperty(jira, event, path));
  return jira.evaluate(resolved, { event: event.payload, ...variables });
}
