import type { Status } from '../model/site';
import type { Transition, Workflow } from '../model/workflow';
import type { JiraStore } from '../store';
import { addScreen } from '../project-setup';
import { FLAGGED_FIELD_ID } from './standard-fields';

const STATUSES: readonly Status[] = [
  { id: '1', name: 'To Do', category: 'new' },
  { id: '2', name: 'In Progress', category: 'indeterminate' },
  { id: '3', name: 'Done', category: 'done' },
];

/** A transition without screen and rules. */
export const plainTransition = (id: string, name: string, from: readonly string[], to: string): Transition => ({
  id,
  name,
  from,
  to,
  validators: [],
});

export const CREATE = { id: '1', name: 'Create', validators: [] };

/** From any status to any other. */
export const SIMPLE_WORKFLOW: Workflow = {
  id: 'simple',
  name: 'Simple workflow',
  initialStatusId: '1',
  initial: CREATE,
  transitions: [
    plainTransition('11', 'To Do', [], '1'),
    plainTransition('21', 'In Progress', [], '2'),
    plainTransition('31', 'Done', [], '3'),
  ],
  statusIds: [],
  versionNumber: 1,
};

/** What a screen of an ordinary work type carries. */
export const PLAIN_FIELDS = ['summary', 'description', 'assignee', 'priority', 'labels', 'duedate', FLAGGED_FIELD_ID];

/** The screens by which issues are created and edited, unless a project has others. */
export const DEFAULT_CREATE_SCREEN = '10';
export const DEFAULT_SCREEN = '1';

export function addStandardWorkflow(store: JiraStore): void {
  for (const status of STATUSES) store.statuses.set(status.id, { ...status });
  store.workflows.set(SIMPLE_WORKFLOW.id, { ...SIMPLE_WORKFLOW });
  addScreen(store, 'Default Screen', [...PLAIN_FIELDS, 'reporter'], DEFAULT_SCREEN);
  addScreen(store, 'Default Create Screen', PLAIN_FIELDS, DEFAULT_CREATE_SCREEN);
}
