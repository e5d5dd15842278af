import { valueOf } from './configuration';
import { byHand, listed, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { Reading } from './workflow-target';

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
