import type { Status } from '../model/site';
import type { ForgeRule, Workflow } from '../model/workflow';
import type { InstalledApp } from './installed-app';
import { CREATE, plainTransition } from './standard-workflow';

export const EMERGENCY_STATUSES: readonly Status[] = [
  { id: '11', name: 'Identified', category: 'new' },
  { id: '12', name: 'Deploying', category: 'indeterminate' },
  { id: '13', name: 'Deployed', category: 'indeterminate' },
  { id: '14', name: 'Closed', category: 'done' },
  { id: '15', name: 'Cancelled', category: 'done' },
];

/** The rule of one of the app's modules, as Jira stores it. */
const forgeRule = ({ appId, environmentId }: InstalledApp, moduleKey: string): ForgeRule => ({
  id: `rule-${moduleKey}`,
  ruleKey: 'forge:expression-validator',
  parameters: {
    key: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${moduleKey}`,
    id: `rule-${moduleKey}`,
    disabled: 'false',
  },
});

/** Identified -> Deploying -> Deployed -> Closed, and Cancelled; the app's rules guard the start of the deployment. */
export const emergencyWorkflow = (app: InstalledApp, deploymentScreenId: string): Workflow => ({
  id: 'emergency-change',
  name: 'Emergency change workflow',
  initialStatusId: '11',
  initial: CREATE,
  transitions: [
    {
      id: '111',
      name: 'Start deployment',
      from: ['11'],
      to: '12',
      screenId: deploymentScreenId,
      validators: [forgeRule(app, 'approvals'), forgeRule(app, 'reviews'), forgeRule(app, 'content-unchanged')],
    },
    plainTransition('121', 'Mark deployed', ['12'], '13'),
    { ...plainTransition('131', 'Close', ['13'], '14'), validators: [forgeRule(app, 'closure')] },
    plainTransition('141', 'Cancel', ['11'], '15'),
  ],
  statusIds: [],
  versionNumber: 1,
});
