import type { Status } from '../model/site';
import type { Workflow } from '../model/workflow';
import { addProject, addScreen } from '../project-setup';
import type { JiraStore } from '../store';
import { buildEmptySite } from './empty-site';
import type { InstalledApp } from './installed-app';
import { ROLE } from './roles';
import { groupIdOf } from './standard-people';
import { standardPermissions } from './standard-permissions';
import { CREATE, PLAIN_FIELDS, plainTransition, SIMPLE_WORKFLOW } from './standard-workflow';
import { addWorkType, plainType, WORK_TYPE } from './work-types';

/** Of project PAY: what whoever fills it with issues has to know. */
export const PAY = {
  projectId: '10000',
  key: 'PAY',
  changeTypeId: '10020',
  status: { proposed: '21', assessed: '22', rollingOut: '23', live: '24', dropped: '25' },
};

const STATUSES: readonly Status[] = [
  { id: PAY.status.proposed, name: 'Proposed', category: 'new' },
  { id: PAY.status.assessed, name: 'Assessed', category: 'indeterminate' },
  { id: PAY.status.rollingOut, name: 'Rolling out', category: 'indeterminate' },
  { id: PAY.status.live, name: 'Live', category: 'done' },
  { id: PAY.status.dropped, name: 'Dropped', category: 'done' },
];

/** An empty Jira and project PAY, which has work of its own: a type, a workflow with rules, screens, roles. */
export function buildExistingSite(store: JiraStore, app: InstalledApp): void {
  buildEmptySite(store, app);
  addWorkType(store, PAY.changeTypeId, 'Payment Change', 'A change of the payment service.');
  addToDefaultScheme(store, PAY.changeTypeId);
  for (const status of STATUSES) store.statuses.set(status.id, { ...status });
  const screenId = addScreen(store, 'PAY: Roll out screen', ['summary', 'assignee', 'reporter']);
  const workflow = payWorkflow(screenId);
  store.workflows.set(workflow.id, workflow);
  addProject(store, {
    id: PAY.projectId,
    key: PAY.key,
    name: 'Payments',
    description: 'The payment service.',
    leadAccountId: '712020:lee',
    style: 'classic',
    permissions: standardPermissions(app),
    roleActors: { [ROLE.administrators]: { accountIds: ['712020:lee'], groupIds: [] } },
    defaultWorkflowId: SIMPLE_WORKFLOW.id,
    types: [
      payType(store, workflow),
      plainType(WORK_TYPE.task),
      plainType(WORK_TYPE.subtask),
      plainType(WORK_TYPE.bug),
    ],
  });
  store.counters.set('project', Number(PAY.projectId));
}

function addToDefaultScheme(store: JiraStore, typeId: string): void {
  for (const scheme of store.issueTypeSchemes.values()) {
    if (scheme.isDefault) scheme.issueTypeIds = [...scheme.issueTypeIds, typeId];
  }
}

const payType = (store: JiraStore, { id }: Workflow) => ({
  issueTypeId: PAY.changeTypeId,
  workflowId: id,
  createScreenId: addScreen(store, 'PAY: Create screen', PLAIN_FIELDS),
  editScreenId: addScreen(store, 'PAY: Edit screen', [...PLAIN_FIELDS, 'reporter']),
});

/** A screen that carries summary and reporter, an any-to-any transition, a loop, and rules of Jira itself. */
const payWorkflow = (screenId: string): Workflow => ({
  id: 'pay-change',
  name: 'Payment change workflow',
  description: 'How changes of the payment service have gone since 2019.',
  initialStatusId: PAY.status.proposed,
  initial: CREATE,
  transitions: [
    {
      ...plainTransition('11', 'Assess', [PAY.status.proposed], PAY.status.assessed),
      validators: [
        {
          id: 'pay-rule-assignee',
          ruleKey: 'system:validate-field-value',
          parameters: {
            ruleType: 'fieldRequired',
            fieldsRequired: 'assignee',
            errorMessage: 'Somebody has to be assigned.',
          },
        },
      ],
    },
    {
      ...plainTransition('21', 'Roll out', [PAY.status.assessed], PAY.status.rollingOut),
      screenId,
      conditions: {
        operation: 'ALL',
        conditions: [
          {
            id: 'pay-rule-engineers',
            ruleKey: 'system:restrict-issue-transition',
            parameters: { groupIds: groupIdOf('engineers') },
          },
        ],
        conditionGroups: [],
      },
    },
    {
      ...plainTransition('31', 'Go live', [PAY.status.rollingOut], PAY.status.live),
      actions: [{ id: 'pay-rule-unassign', ruleKey: 'system:change-assignee', parameters: { type: 'to-unassigned' } }],
    },
    plainTransition('41', 'Drop', [], PAY.status.dropped),
    plainTransition('51', 'Note progress', [PAY.status.rollingOut], PAY.status.rollingOut),
  ],
  statusIds: [],
  layouts: { [PAY.status.proposed]: { x: 0, y: 0 }, [PAY.status.live]: { x: 600, y: 0 } },
  versionNumber: 7,
});
