import type { ProjectHappening } from '../../seams';
import type { ProductEvent } from './issue-event';

/**
 * The product event of a project, in the shape of
 * https://developer.atlassian.com/platform/forge/events-reference/jira/#project-events: it does not say who did it.
 */
export function projectEvent({ kind, project, at }: ProjectHappening, selfGenerated: boolean): ProductEvent {
  const eventType = `avi:jira:${kind}:project`;
  return { eventType, payload: { eventType, selfGenerated, project, timestamp: String(at.getTime()) } };
}
