import { filtersStep, kindFieldStep, permissionsStep, workTypeStep } from './field-steps';
import { schemeStep, screensStep, typeSchemeStep } from './scheme-steps';
import { type SetUpStep, step, there, toDo } from './set-up-step';
import { type Reading, statusesStep, workflowStep } from './workflow-step';

/** Who may approve, in the administrator's words, for the step that saves the first settings. */
export interface SettingsFacts {
  readonly areSaved: boolean;
}

/**
 * What it takes for a project to be guarded, from how it is now. Made anew from each reading: it finds what is there,
 * whoever made it, and goes on where a run stopped.
 */
export function planOf(reading: Reading, { areSaved }: SettingsFacts): readonly SetUpStep[] {
  const statuses = statusesStep(reading);
  const workflow = workflowStep(reading, statuses);
  const scheme = schemeStep(reading, workflow);
  const { project } = reading.configuration;
  return [
    workTypeStep(reading),
    kindFieldStep(reading),
    statuses,
    workflow.step,
    scheme,
    typeSchemeStep(reading, scheme),
    screensStep(reading),
    permissionsStep(reading),
    filtersStep(reading),
    step(
      'settings',
      areSaved
        ? there(`The settings of ${project.key} are saved.`)
        : toDo(`Saves the settings of ${project.key} with the groups chosen above; the rest as this site begins.`, {
            kind: 'settings',
          }),
    ),
  ];
}
