import type { ForgeRule, Status, Workflow } from '../model/site';
import type { InstalledApp } from './demo-site';

export const STATUSES: readonly Status[] = [
  { id: '1', name: 'To Do', category: 'new' },
  { id: '2', name: 'In Progress', category: 'indeterminate' },
  { id: '3', name: 'Done', category: 'done' },
  { id: '11', name: 'Identified', category: 'new' },
  { id: '12', name: 'Deploying', category: 'indeterminate' },
  { id: '13', name: 'Deployed', category: 'indeterminate' },
  { id: '14', name: 'Closed', category: 'done' },
  { id: '15', name: 'Cancelled', category: 'done' },
];

const plain = { screen: undefined, validators: [] };

export const SIMPLE_WORKFLOW: Workflow = {
  id: 'simple',
  name: 'Simple workflow',
  initialStatusId: '1',
  transitions: [
    { id: '11', name: 'To Do', from: [], to: '1', ...plain },
    { id: '21', name: 'In Progress', from: [], to: '2', ...plain },
    { id: '31', name: 'Done', from: [], to: '3', ...plain },
  ],
};

/** The rule of one of the app's modules, as Jira stores it. */
const forgeRule = ({ appId, environmentId }: InstalledApp, moduleKey: string): ForgeRule => ({
  ruleKey: 'forge:expression-validator',
  parameters: {
    key: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
    id: `rule-${moduleKey}`,
    disabled: 'false',
  },
});

/** Identified -> Deploying -> Deployed -> Closed, and Cancelled; the app's rules guard the start of the deployment. */
export const EMERGENCY_WORKFLOW = (app: InstalledApp): Workflow => ({
  id: 'emergency-change',
  name: 'Emergency change workflow',
  initialStatusId: '11',
  transitions: [
    {
      id: '111',
      name: 'Start deployment',
      from: ['11'],
      to: '12',
      screen: [
        { fieldId: 'assignee', required: false },
        { fieldId: 'summary', required: false },
        { fieldId: 'description', required: false },
      ],
      validators: [forgeRule(app, 'approvals'), forgeRule(app, 'content-unchanged')],
    },
    { id: '121', name: 'Mark deployed', from: ['12'], to: '13', ...plain },
    { id: '131', name: 'Close', from: ['13'], to: '14', ...plain },
    { id: '141', name: 'Cancel', from: ['11'], to: '15', ...plain },
  ],
});
