import type { TypePlan } from '../project-setup';
import type { JiraStore } from '../store';
import { DEFAULT_CREATE_SCREEN, DEFAULT_SCREEN, SIMPLE_WORKFLOW } from './standard-workflow';

export const WORK_TYPE = { emergencyChange: '10010', task: '10011', subtask: '10012', bug: '10013' };

export function addWorkType(
  store: JiraStore,
  id: string,
  name: string,
  description: string,
  more: { readonly subtask?: boolean; readonly properties?: Readonly<Record<string, unknown>> } = {},
): void {
  const { subtask = false, properties = {} } = more;
  store.issueTypes.set(id, { id, name, description, subtask, properties });
  store.counters.set('issuetype', Math.max(Number(id), store.counters.get('issuetype') ?? 0));
}

/** Task and Subtask, as a new site has them. */
export function addStandardWorkTypes(store: JiraStore): void {
  addWorkType(store, WORK_TYPE.task, 'Task', 'A piece of work.');
  addWorkType(store, WORK_TYPE.subtask, 'Subtask', 'A part of a piece of work.', { subtask: true });
}

/** A work type of the simple workflow, with the screens that ordinary work has. */
export const plainType = (issueTypeId: string): TypePlan => ({
  issueTypeId,
  workflowId: SIMPLE_WORKFLOW.id,
  createScreenId: DEFAULT_CREATE_SCREEN,
  editScreenId: DEFAULT_SCREEN,
});

/** The scheme that holds every work type of the site. */
export function addDefaultIssueTypeScheme(store: JiraStore): void {
  store.issueTypeSchemes.set('10000', {
    id: '10000',
    name: 'Default Issue Type Scheme',
    description: 'The list of global issue types. All new issue types are added to this scheme.',
    defaultIssueTypeId: null,
    issueTypeIds: [...store.issueTypes.keys()],
    isDefault: true,
  });
  store.counters.set('issuetypescheme', 10_000);
}
