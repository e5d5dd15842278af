import { MARK } from './own-names';
import { byHand, type SetUpStep, step, there, toDo } from './set-up-step';
import type { Reading } from './workflow-target';

export function workTypeStep({ configuration, policy }: Reading): SetUpStep {
  const { emergencyType, project } = configuration;
  const description = `A change that cannot wait for the ordinary procedure. ${MARK}`;
  const marks = 'and marks it, so that the app follows its issues and shows its panel on them';
  if (emergencyType === null) {
    return step(
      'work-type',
      project.style === 'team-managed'
        ? byHand(
            `In a team-managed project only a person can make a work type: open Project settings, then Work types, choose Add work type and Create your own, name it ${policy.workType}, and save. Then come back here.`,
          )
        : toDo(`Makes the work type ${policy.workType} of the site, ${marks}.`, {
            kind: 'work-type',
            typeId: null,
            name: policy.workType,
            description,
          }),
    );
  }
  const { id, name, enabled } = emergencyType;
  if (enabled.kind === 'unreadable') {
    return step(
      'work-type',
      byHand(`Whether ${name} is marked for the app could not be read. That takes ${enabled.who}.`),
    );
  }
  return step(
    'work-type',
    enabled.value
      ? there(`${name} is there and marked for the app.`)
      : toDo(`Takes the work type ${name} that is there, ${marks}.`, {
          kind: 'work-type',
          typeId: id,
          name,
          description,
        }),
  );
}
