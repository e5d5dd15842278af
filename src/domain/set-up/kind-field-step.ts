import { KINDS, MARK } from './own-names';
import { byHand, listed, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { Reading } from './workflow-target';

export function kindFieldStep({ configuration, policy, facts }: Reading): SetUpStep {
  const { kindFields, emergencyType, project } = configuration;
  const name = policy.kindField;
  const description = `${MARK} What makes the issue a critical one.`;
  if (kindFields.length > 1) {
    return step(
      'kind-field',
      byHand(`The site has ${kindFields.length} fields called ${name}. Rename all but one of them.`),
    );
  }
  const [found] = kindFields;
  if (found === undefined && project.style === 'team-managed') {
    return step(
      'kind-field',
      byHand(
        `Open Project settings, then Work types, choose ${policy.workType}, add a field of the type Dropdown called ${name} with the options ${listed(KINDS)}, and save.`,
      ),
    );
  }
  const { kindField } = facts;
  if (found !== undefined && (kindField === null || project.style === 'team-managed')) {
    return step('kind-field', there(`${name} is there.`));
  }
  if (emergencyType === null) {
    const will = `${found === undefined ? 'Makes' : 'Completes'} the field ${name} with the options ${listed(KINDS)}, for work of the type ${policy.workType}.`;
    return step('kind-field', waits('work-type', will));
  }
  const isLimited = kindField !== null && kindField.typeIds !== null;
  const isOurs = kindField === null || kindField.description.includes(MARK);
  const lacksType = isLimited ? !kindField.typeIds.includes(emergencyType.id) : isOurs;
  const addOptions = (kindField?.options ?? []).length === 0 ? KINDS : [];
  if (kindField !== null && addOptions.length === 0 && !lacksType) {
    return step('kind-field', there(`${name} is there, with the options ${listed(kindField.options)}.`));
  }
  const said = [
    kindField === null
      ? `Makes the field ${name}, of which one value is chosen`
      : `Takes the field ${name} that is there`,
    ...(addOptions.length === 0 ? [] : [`with the options ${listed(addOptions)}`]),
    ...(lacksType ? [`for work of the type ${emergencyType.name}`] : []),
  ].join(', ');
  return step(
    'kind-field',
    toDo(`${said}.`, {
      kind: 'kind-field',
      field: kindField,
      name,
      description,
      addOptions,
      addTypeId: lacksType ? emergencyType.id : null,
    }),
  );
}
