import type { Deed } from './deed';
import { isOwn, MARK, ownNames } from './own-names';
import { byHand, listed, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { TypeSchemeFacts } from './site-facts';
import type { Reading } from './workflow-target';

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
