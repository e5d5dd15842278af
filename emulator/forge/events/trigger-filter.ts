import * as v from 'valibot';
import type { JiraSide } from '../jira-side';
import type { TriggerModule } from '../manifest-schema';
import type { IssueEvent } from './issue-event';
import { below, type PropertyPath, withProperties } from './property-paths';

export type FilterVerdict =
  | { readonly kind: 'deliver' }
  | { readonly kind: 'ignore' }
  /** The expression failed: whether to deliver all the same, and whether to write it to the log. */
  | { readonly kind: 'failed'; readonly deliver: boolean; readonly logged: boolean; readonly reason: string };

/** Whether the trigger wants the event. `appIsLicensed` changes nothing: an app under development has no licence. */
export function filterVerdict(jira: JiraSide, { filter }: TriggerModule, event: IssueEvent): FilterVerdict {
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

const EventSchema = v.object({
  atlassianId: v.string(),
  issue: v.object({
    id: v.string(),
    fields: v.object({ issuetype: v.object({ id: v.string() }), project: v.object({ id: v.string() }) }),
  }),
});

function evaluate(jira: JiraSide, expression: string, { payload }: IssueEvent): unknown {
  const { atlassianId, issue } = v.parse(EventSchema, payload);
  const read = ({ entity, propertyKey, steps }: PropertyPath) => {
    switch (entity) {
      case 'issue':
        return below(jira.property('issue', issue.id, propertyKey), steps);
      case 'issuetype':
        return below(jira.property('issueType', issue.fields.issuetype.id, propertyKey), steps);
      case 'project':
        return below(jira.property('project', issue.fields.project.id, propertyKey), steps);
      case 'user':
        return below(jira.property('user', atlassianId, propertyKey), steps);
    }
  };
  const { expression: resolved, variables } = withProperties(expression, read);
  return jira.evaluate(resolved, { event: payload, ...variables });
}
