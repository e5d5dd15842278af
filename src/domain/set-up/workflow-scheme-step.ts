import type { Deed, StatusMove } from './deed';
import { isOwn, MARK, ownNames } from './own-names';
import { running, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { SchemeFacts } from './site-facts';
import type { WorkflowStep } from './workflow-step';
import type { Reading } from './workflow-target';

/** The scheme that sends the emergency work type by the workflow with the gates. */
export function schemeStep(reading: Reading, { target }: WorkflowStep): SetUpStep {
  const { configuration, facts } = reading;
  const { emergencyType } = configuration;
  const { task, scheme } = facts;
  if (task?.state === 'running') {
    return step(
      'workflow-scheme',
      running(`Jira is giving the project its scheme. ${task.message}`.trim(), task.progress),
    );
  }
  if (emergencyType === null) return step('workflow-scheme', waits('work-type', schemeForecast(reading)));
  if (target === null) return step('workflow-scheme', waits('workflow', schemeForecast(reading)));
  if (workflowOf(scheme, emergencyType.id)?.id === target.id) {
    return step('workflow-scheme', there(`${emergencyType.name} goes by the workflow ${target.name}.`));
  }
  const before = task === null ? '' : `The last time Jira gave up: ${task.message} `;
  const { detail, deed } = schemeDeed(reading, emergencyType, target);
  return step('workflow-scheme', toDo(before + detail, deed));
}

const workflowOf = ({ mappings, defaultWorkflow }: Pick<SchemeFacts, 'mappings' | 'defaultWorkflow'>, typeId: string) =>
  mappings[typeId] ?? defaultWorkflow;

function schemeForecast({ configuration, facts, policy }: Reading): string {
  const { project } = configuration;
  const current = facts.scheme;
  const goes = `${policy.workType} goes by the workflow with the gates`;
  if (project.style === 'team-managed' || isOwn(current))
    return `Sees to it that by the scheme ${current.name} ${goes}.`;
  const given = facts.hasIssues ? 'switches the project to it, which Jira does as a task' : 'gives it to the project';
  return `Makes a workflow scheme as ${current.name}, which stays as it is, by which ${goes}, and ${given}.`;
}

type EmergencyType = NonNullable<Reading['configuration']['emergencyType']>;
type Target = NonNullable<WorkflowStep['target']>;

function schemeDeed(reading: Reading, type: EmergencyType, target: Target): { detail: string; deed: Deed } {
  const { configuration, facts } = reading;
  const { project } = configuration;
  const { id, name } = target;
  const current = facts.scheme;
  const content = {
    defaultWorkflow: current.defaultWorkflow,
    mappings: { ...current.mappings, [type.id]: { id, name } },
  };
  const moves = movesTo(reading, type, target);
  const moved =
    moves.length === 0
      ? ''
      : ` Issues of ${type.name} whose status ${name} lacks go to the status where changes begin, past every rule.`;
  const keeps = project.style === 'team-managed' || isOwn(current);
  const scheme = keeps ? current : facts.ownScheme !== null && isOwn(facts.ownScheme) ? facts.ownScheme : null;
  const common = {
    kind: 'workflow-scheme',
    projectId: project.projectId,
    scheme,
    content,
    update: scheme !== null && !sameContent(scheme, content),
    moves,
  } as const;
  if (keeps) {
    const detail = `Changes the scheme ${current.name}: ${type.name} goes by the workflow ${name}.${moved}`;
    return { detail, deed: { ...common, name: current.name, description: current.description, give: 'keep' } };
  }
  const own = ownNames(project.key).scheme;
  const description = `${MARK} As ${current.name}, with a workflow for ${type.name}.`;
  const made =
    scheme === null
      ? `Makes the workflow scheme ${own}: as ${current.name}, which stays as it is, but ${type.name} goes by ${name}.`
      : `Takes the workflow scheme ${own}, which an earlier run made.`;
  const given = facts.hasIssues
    ? ` Then switches ${project.key} to it, which Jira does as a task, because the project has issues.`
    : ` Then gives it to ${project.key}.`;
  const give = facts.hasIssues ? 'switch' : 'assign';
  return { detail: made + given + moved, deed: { ...common, name: own, description, give } };
}

const sameContent = (one: Pick<SchemeFacts, 'mappings' | 'defaultWorkflow'>, other: typeof one): boolean => {
  const typeIds = [...new Set([...Object.keys(one.mappings), ...Object.keys(other.mappings)])];
  return (
    one.defaultWorkflow?.id === other.defaultWorkflow?.id &&
    typeIds.every((typeId) => workflowOf(one, typeId)?.id === workflowOf(other, typeId)?.id)
  );
};

/** Only for a type that the project has: one that it lacks has no issues. */
function movesTo({ configuration }: Reading, type: EmergencyType, { base }: Target): readonly StatusMove[] {
  if (!type.inProject) return [];
  const kept = base.statuses.map(({ id }) => id);
  return configuration.statuses
    .filter(({ id }) => !kept.includes(id))
    .map(({ id }) => ({ typeId: type.id, fromStatusId: id, toStatusId: base.initialStatusId }));
}
