import { valueOf } from './configuration';
import type { Deed, StatusMove } from './deed';
import { isOwn, MARK, ownNames } from './own-names';
import { byHand, listed, running, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { SchemeFacts, TypeSchemeFacts } from './site-facts';
import type { Reading, WorkflowStep } from './workflow-step';

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

/** The work type in the project: last, so that the first change already meets the gates. */
export function typeSchemeStep(reading: Reading, scheme: SetUpStep): SetUpStep {
  const { configuration, facts, policy } = reading;
  const { emergencyType, project } = configuration;
  if (emergencyType?.inProject === true) {
    return step('work-type-scheme', there(`${project.key} has ${emergencyType.name}.`));
  }
  const current = facts.typeScheme;
  if (current === null) {
    return step('work-type-scheme', byHand(`Add the work type ${policy.workType} in the settings of the project.`));
  }
  const own = [current, facts.ownTypeScheme].find((one) => one !== null && isOwn(one)) ?? null;
  const detail = typeSchemeWords(reading, current, own);
  if (emergencyType === null) return step('work-type-scheme', waits('work-type', detail));
  if (scheme.state !== 'there') return step('work-type-scheme', waits('workflow-scheme', detail));
  return step('work-type-scheme', toDo(detail, typeSchemeDeed(reading, current, own, emergencyType.id)));
}

function typeSchemeWords(
  { configuration: { project, workTypes }, policy }: Reading,
  current: TypeSchemeFacts,
  own: TypeSchemeFacts | null,
): string {
  if (own?.id === current.id) return `Adds ${policy.workType} to the work type scheme ${own.name} of ${project.key}.`;
  if (own !== null) {
    return `Gives the work type scheme ${own.name}, which an earlier run made, to ${project.key}, with ${policy.workType}.`;
  }
  const names = listed([...workTypes.map(({ name }) => name), policy.workType]);
  return `Makes the work type scheme ${ownNames(project.key).typeScheme} with ${names}, and gives it to ${project.key}. ${current.name} stays as it is.`;
}

function typeSchemeDeed(
  { configuration }: Reading,
  current: TypeSchemeFacts,
  own: TypeSchemeFacts | null,
  typeId: string,
): Deed {
  const { projectId, key } = configuration.project;
  const typeIds = [...current.typeIds, typeId];
  return {
    kind: 'work-type-scheme',
    projectId,
    schemeId: own?.id ?? null,
    name: ownNames(key).typeScheme,
    description: `${MARK} As ${current.name}, with the emergency work type.`,
    typeIds,
    defaultTypeId: current.defaultTypeId,
    addTypeIds: own === null ? [] : typeIds.filter((id) => !own.typeIds.includes(id)),
    assign: own?.id !== current.id,
  };
}

/** Fields on the screens by which emergency changes are made, changed and shown. */
export function screensStep({ configuration, facts, policy }: Reading): SetUpStep {
  const { emergencyType, kindFields, appField, project } = configuration;
  const screens = valueOf(configuration.screens) ?? null;
  if (project.style === 'company-managed' && configuration.screens.kind === 'unreadable') {
    return step('screens', byHand(`The set-up could not read the screens. That takes ${configuration.screens.who}.`));
  }
  if (project.style === 'team-managed') {
    return step('screens', there('In a team-managed project a work type shows the fields that were added to it.'));
  }
  const [kindField] = kindFields;
  const will = `Adds ${listed([policy.kindField, ...(appField === null ? [] : [appField.name])])} to the screens of ${policy.workType} in ${project.key}.`;
  if (kindField === undefined) return step('screens', waits('kind-field', will));
  if (emergencyType?.inProject !== true || screens === null) return step('screens', waits('work-type-scheme', will));
  const wanted = [
    ...[screens.create, screens.edit, screens.view].map((screenId) => ({ screenId, field: kindField })),
    ...[screens.edit, screens.view].flatMap((screenId) => (appField === null ? [] : [{ screenId, field: appField }])),
  ];
  const missing = wanted.filter(
    ({ screenId, field }, index) =>
      valueOf(field.onScreens)?.includes(screenId) !== true &&
      wanted.findIndex((one) => one.screenId === screenId && one.field.id === field.id) === index,
  );
  if (missing.length === 0) return step('screens', there('The fields are on the screens of the work type.'));
  const said = missing.map(
    ({ screenId, field }) => `${field.name} to the screen ${facts.screenNames[screenId] ?? screenId}`,
  );
  const fields = missing.map(({ screenId, field }) => ({ screenId, fieldId: field.id }));
  return step('screens', toDo(`Adds ${listed(said)}.`, { kind: 'screens', fields }));
}
