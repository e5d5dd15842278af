import { statusJson } from '../issue-json';
import type { Issue } from '../model/issue';
import type { Transition } from '../model/site';
import { browsedIssue, mayOnIssue } from '../permissions';
import { known, workflowOf } from '../store';
import { screenFieldsJson } from './get-edit-issue-meta';
import { type Call, expands, type Operation, param } from './operation';

export const getTransitions: Operation = {
  operationId: 'getTransitions',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/transitions',
  query: ['transitionId', 'skipRemoteOnlyCondition'],
  expand: ['transitions.fields'],
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    const asked = call.query.get('transitionId');
    const transitions = transitionsJson(call, issue, expands(call, 'transitions.fields'));
    return Response.json({
      expand: 'transitions',
      transitions: transitions.filter(({ id }) => asked === null || id === asked),
    });
  },
};

/** The transitions that the caller may do now: none without the permission. */
export function availableTransitions({ store, who }: Call, issue: Issue): readonly Transition[] {
  if (!mayOnIssue(store, who, 'TRANSITION_ISSUES', issue)) return [];
  return workflowOf(store, issue).transitions.filter(({ from }) => from.length === 0 || from.includes(issue.statusId));
}

export const transitionsJson = (call: Call, issue: Issue, withFields: boolean) =>
  availableTransitions(call, issue).map((transition) => ({
    id: transition.id,
    name: transition.name,
    to: statusJson(known(call.store.statuses, transition.to), call.jira.baseUrl()),
    hasScreen: transition.screen !== undefined,
    isGlobal: transition.from.length === 0,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
    ...(withFields
      ? {
          fields: screenFieldsJson(transition.screen ?? [], known(call.store.projects, issue.projectId), {
            store: call.store,
            baseUrl: call.jira.baseUrl(),
          }),
        }
      : {}),
  }));
