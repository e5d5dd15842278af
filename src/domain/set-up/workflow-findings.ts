import type { Policy } from '../policy';
import { listOf } from '../words';
import { type GoverningWorkflow, type ProjectConfiguration, valueOf, type WorkflowUse } from './configuration';
import type { Finding } from './finding';
import { stageBySettings } from './gates';

/** Who else goes by the workflow, and statuses of it that the settings give no meaning. */
export function workflowFindings(
  { workflow, emergencyType }: ProjectConfiguration,
  policy: Policy,
  hasSettings: (projectId: string) => boolean,
): readonly Finding[] {
  const governing = valueOf(workflow) ?? undefined;
  if (governing === undefined || emergencyType === null) return [];
  const uses = valueOf(governing.otherProjects) ?? [];
  return [
    ...otherTypes(governing),
    ...uses
      .filter(
        ({ projectId, workTypes }) => !hasSettings(projectId) || workTypes.some((type) => type.id !== emergencyType.id),
      )
      .map((use) => sharedWith(use, governing, hasSettings(use.projectId))),
    ...unnamedEnds(governing, policy),
  ];
}

const otherTypes = ({ otherTypes: types, facts }: GoverningWorkflow): readonly Finding[] =>
  (valueOf(types) ?? []).map(({ id, name }) => ({
    id: `work-type-shares-workflow:${id}`,
    severity: 'warning',
    title: `Work type ${name} follows the same workflow`,
    risk: `The app's rules block every ${name} at the gates, and whoever takes them off for it opens the gates for emergency changes too.`,
    mend: `Give emergency changes a workflow of their own in place of "${facts.name}".`,
    stepId: 'workflow',
  }));

function sharedWith(
  { projectId, key, name, workTypes }: WorkflowUse,
  { facts }: GoverningWorkflow,
  set: boolean,
): Finding {
  const types = listOf(workTypes.map((type) => type.name)) || 'issues';
  return {
    id: `project-shares-workflow:${projectId}`,
    severity: 'warning',
    title: `Project ${name} (${key}) uses the same workflow and is not set up`,
    risk: set
      ? `There it is for ${types} too, which the app's rules block, so somebody will take the rules off, for this project as well.`
      : `There ${types} meet the app's rules without settings of that project, so somebody will take the rules off, for this project as well.`,
    mend: `Set up project ${key} too, or give emergency changes here a workflow of their own in place of "${facts.name}".`,
    stepId: 'workflow',
  };
}

/** Where an issue looks finished in Jira and no gate was passed. */
const unnamedEnds = ({ statuses }: GoverningWorkflow, policy: Policy): readonly Finding[] =>
  statuses
    .filter((status) => status.category === 'done' && stageBySettings(status, policy) === 'before-deployment')
    .map(({ id, name }) => ({
      id: `status-without-meaning:${id}`,
      severity: 'warning',
      title: `The settings do not say what status ${name} means`,
      risk: `An emergency change in ${name} looks finished in Jira and has passed no gate.`,
      mend: `Name ${name} in the settings as closed or cancelled, or take it out of the workflow.`,
      stepId: null,
    }));
