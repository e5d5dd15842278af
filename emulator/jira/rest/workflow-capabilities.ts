import { workflowIdFor } from '../configuration';
import type { Workflow } from '../model/workflow';
import { JiraError } from './errors';
import { type Call, type Operation } from './operation';
import { demandScope, scopeOf } from './workflow-scope';

/** The rules of Jira itself that this follows. */
const SYSTEM_RULES = [
  ['system:restrict-issue-transition', 'Restrict who can move a work item', 'Condition', false],
  ['system:restrict-from-all-users', 'Hide from all people', 'Condition', false],
  ['system:parent-or-child-blocking-condition', 'Restrict based on the status of subtasks', 'Condition', false],
  ['system:check-permission-validator', 'Check for a permission', 'Validator', true],
  ['system:validate-field-value', 'Validate a field', 'Validator', true],
  ['system:parent-or-child-blocking-validator', 'Validate the status of the parent', 'Validator', true],
  ['system:change-assignee', 'Assign a work item', 'Function', true],
  ['system:transition-screen', 'Show a screen', 'Screen', false],
] as const;

export const workflowCapabilities: Operation = {
  operationId: 'workflowCapabilities',
  method: 'GET',
  path: '/workflows/capabilities',
  query: ['workflowId', 'projectId', 'issueTypeId'],
  handle: (call) => {
    const { projectId } = workflowAsked(call);
    demandScope(call, scopeOf({ ...(projectId === undefined ? {} : { projectId }) }));
    const kind = projectId === undefined ? 'company-managed' : 'team-managed';
    return Response.json({
      editorScope: projectId === undefined ? 'GLOBAL' : 'PROJECT',
      projectTypes: ['software', 'business'],
      systemRules: SYSTEM_RULES.map(([ruleKey, name, ruleType, isAvailableForInitialTransition]) => ({
        ruleKey,
        name,
        description: name,
        ruleType,
        isAvailableForInitialTransition,
        isVisible: true,
        incompatibleRuleKeys: [],
      })),
      forgeRules: [...call.store.appRules.values()]
        .filter(({ projectTypes }) => projectTypes.includes(kind))
        .map(({ id, name, description, ruleKey }) => ({ id, name, description, ruleKey, ruleType: 'Validator' })),
      connectRules: [],
      triggerRules: [],
    });
  },
};

function workflowAsked({ store, query }: Call): Pick<Workflow, 'projectId'> {
  const workflowId = query.get('workflowId');
  const project = store.projects.get(query.get('projectId') ?? '');
  const issueTypeId = query.get('issueTypeId');
  if (workflowId === null && (project === undefined || issueTypeId === null)) {
    throw new JiraError(400, ['Either a workflow ID, or a project ID and a work type ID, has to be given.']);
  }
  const found = store.workflows.get(
    workflowId ?? (project === undefined ? '' : workflowIdFor(store, project, issueTypeId ?? '')),
  );
  if (found === undefined) throw new JiraError(400, ['The workflow does not exist.']);
  return found;
}
