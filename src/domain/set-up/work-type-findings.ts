import type { Policy } from '../policy';
import type { ProjectConfiguration } from './configuration';
import type { Finding } from './finding';

/** Whether the project has emergency changes at all, and whether the app hears of them. */
export function workTypeFindings(configuration: ProjectConfiguration, policy: Policy): readonly Finding[] {
  const off = policy.enabled ? [] : [SWITCHED_OFF];
  const withoutSubtasks = configuration.workTypes.some(({ subtask }) => subtask) ? [] : [NO_SUBTASKS];
  return [...off, ...typeFindings(configuration, policy), ...withoutSubtasks];
}

function typeFindings({ emergencyType, project }: ProjectConfiguration, { workType }: Policy): readonly Finding[] {
  if (emergencyType === null) return [missingType(workType)];
  if (!emergencyType.inProject) return [notInProject(workType, project.key)];
  const { enabled } = emergencyType;
  return enabled.kind === 'read' && !enabled.value ? [withoutProperty(workType)] : [];
}

const SWITCHED_OFF: Finding = {
  id: 'switched-off',
  severity: 'hole',
  title: 'The app is switched off for this project',
  risk: 'What is created from now on is no emergency change, and nobody watches over it.',
  mend: 'Switch it on in the settings.',
  stepId: null,
};

const NO_SUBTASKS: Finding = {
  id: 'subtask-type-missing',
  severity: 'warning',
  title: 'The project has no work type for subtasks',
  risk: 'Post-mortem, documentation and pull request get no subtask, and nobody is assigned to them.',
  mend: 'Add a work type for subtasks to the work type scheme of the project.',
  stepId: null,
};

const missingType = (workType: string): Finding => ({
  id: 'work-type-missing',
  severity: 'hole',
  title: `There is no work type ${workType}`,
  risk: 'Nobody can declare an emergency change here, so changes go other ways.',
  mend: `Create the work type ${workType}, or name another one in the settings.`,
  stepId: 'work-type',
});

const notInProject = (workType: string, key: string): Finding => ({
  id: 'work-type-not-in-project',
  severity: 'hole',
  title: `Work type ${workType} is not in project ${key}`,
  risk: 'Nobody can declare an emergency change here, so changes go other ways.',
  mend: `Add ${workType} to the work type scheme of the project.`,
  stepId: 'work-type-scheme',
});

const withoutProperty = (workType: string): Finding => ({
  id: 'work-type-not-enabled',
  severity: 'hole',
  title: `Work type ${workType} is not marked for the app`,
  risk: 'Its issues have no emergency change panel, the app hears of them late, and their work type can be changed.',
  mend: `Set the property emergency-change of ${workType} to {"enabled": true}.`,
  stepId: 'work-type',
});
