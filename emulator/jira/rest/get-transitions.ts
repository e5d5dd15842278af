import { transitionScreen, workflowOf } from '../configuration';
import { statusJson } from '../issue-json';
import type { Issue } from '../model/issue';
import { targetStatusId, type Transition } from '../model/workflow';
import { browsedIssue, mayOnIssue } from '../permissions';
import { known } from '../store';
import { conditionsHold } from '../workflow-rules';
import { screenFieldsJson } from './get-edit-issue-meta';
import { type Call, expands, type Operation, param } from './operation';

/** No transition has a condition that only a remote app could answer, so leaving such out changes nothing. */
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

/** The transitions that the caller may do now: none without the permission, nor those whose conditions do not hold. */
export function availableTransitions({ store, who }: Call, issue: Issue): readonly Transition[] {
  if (!mayOnIssue(store, who, 'TRANSITION_ISSUES', issue)) return [];
  return workflowOf(store, issue).transitions.filter(
    ({ from, conditions }) =>
      (from.length === 0 || from.includes(issue.statusId)) && conditionsHold(conditions, { store, who, issue }),
  );
}

export const transitionsJson = (call: Call, issue: Issue, withFields: boolean) =>
  availableTransitions(call, issue).map((transition) => {
    const { store, jira } = call;
    const target = targetStatusId(transition, issue.statusId);
    const screen = transitionScreen(store, issue, transition);
    const site = { store, baseUrl: jira.baseUrl() };
    return {
      id: transition.id,
      name: transition.name,
      to: statusJson(known(store.statuses, target), jira.baseUrl()),
      hasScreen: screen !== undefined,
      isGlobal: transition.from.length === 0,
      isInitial: false,
      isAvailable: true,
      isConditional: transition.conditions !== undefined,
      isLooped: target === issue.statusId,
      ...(withFields && { fields: screenFieldsJson(screen ?? [], known(store.projects, issue.projectId), site) }),
    };
  });
