import type { Project } from '../model/site';
import { addProject, addScreen, type TypePlan } from '../project-setup';
import type { JiraStore } from '../store';
import { EMERGENCY_STATUSES, emergencyWorkflow } from './demo-workflows';
import { freeFieldId } from './install-app-fields';
import type { InstalledApp } from './installed-app';
import { addKindField, addStandardFields, KIND_FIELD_ID } from './standard-fields';
import { addStandardLinkTypes } from './standard-link-types';
import { addStandardPeople } from './standard-people';
import { standardPermissions } from './standard-permissions';
import { addStandardWorkflow, PLAIN_FIELDS, SIMPLE_WORKFLOW } from './standard-workflow';
import { addStandardWorkTypes, addWorkType, plainType, WORK_TYPE } from './work-types';

/** Puts the configuration of the demo site into an empty store: people, projects, workflows; no issues. */
export function buildDemoSite(store: JiraStore, app: InstalledApp): void {
  addStandardPeople(store, app);
  addStandardFields(store);
  addKindField(store);
  addStandardLinkTypes(store);
  addStandardWorkflow(store);
  addEmergencyWork(store, app);
  addStandardWorkTypes(store);
  const permissions = standardPermissions(app);
  const types = [plainType(WORK_TYPE.task), plainType(WORK_TYPE.subtask)];
  addProject(store, { ...project('10000', 'OPS', 'Operations', permissions), types: [emergencyType(store), ...types] });
  addProject(store, { ...project('10001', 'WEB', 'Website', permissions), types });
  store.counters.set('project', 10_001);
}

function addEmergencyWork(store: JiraStore, app: InstalledApp): void {
  for (const status of EMERGENCY_STATUSES) store.statuses.set(status.id, { ...status });
  const screenId = addScreen(store, 'Start deployment screen', ['assignee', 'summary', 'description']);
  const workflow = emergencyWorkflow(app, screenId);
  store.workflows.set(workflow.id, workflow);
  addWorkType(
    store,
    WORK_TYPE.emergencyChange,
    'Emergency Change',
    'A change that cannot wait for the ordinary procedure.',
    { properties: { 'emergency-change': { enabled: true } } },
  );
}

const emergencyType = (store: JiraStore): TypePlan => ({
  issueTypeId: WORK_TYPE.emergencyChange,
  workflowId: 'emergency-change',
  createScreenId: addScreen(store, 'Emergency change create screen', [
    'summary',
    KIND_FIELD_ID,
    'description',
    'assignee',
    'priority',
    'labels',
  ]),
  editScreenId: addScreen(store, 'Emergency change screen', [
    'summary',
    KIND_FIELD_ID,
    ...PLAIN_FIELDS.filter((fieldId) => fieldId !== 'summary'),
    'reporter',
    // The app's own field gets this id, since it is the next one that is made.
    freeFieldId(store),
  ]),
  requiredFields: [KIND_FIELD_ID],
});

const project = (id: string, key: string, name: string, permissions: Project['permissions']) => ({
  id,
  key,
  name,
  description: '',
  leadAccountId: '712020:jo',
  style: 'classic' as const,
  permissions,
  roleActors: {},
  defaultWorkflowId: SIMPLE_WORKFLOW.id,
});
