import { filtersStep } from './filters-step';
import { kindFieldStep } from './kind-field-step';
import { permissionsStep } from './permissions-step';
import { screensStep } from './screens-step';
import { type SetUpStep, step, there, toDo } from './set-up-step';
import { typeSchemeStep } from './work-type-scheme-step';
import { workTypeStep } from './work-type-step';
import { schemeStep } from './workflow-scheme-step';
import { statusesStep, workflowStep } from './workflow-step';
import type { Reading } from './workflow-target';

/**
 * What it takes for a project to be guarded, from how it is now. Made anew from each reading: it finds what is there,
 * whoever made it, and goes on where a run stopped.
 */
export function planOf(reading: Reading, { areSaved }: { readonly areSaved: boolean }): readonly SetUpStep[] {
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
        : toDo(
            `Saves the settings of ${project.key} with the groups that you chose; everything else as the defaults of this site say.`,
            {
              kind: 'settings',
            },
          ),
    ),
  ];
}
