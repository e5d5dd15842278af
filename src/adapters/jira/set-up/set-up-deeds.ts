import type { SetUpDeeds } from '../../../application/ports';
import type { JiraDeed } from '../../../domain/set-up/deed';
import { saveFilters } from './filters';
import { makeKindField } from './kind-field';
import { readFacts } from './read-facts';
import { refusing } from './refusal';
import { addToScreens } from './screens';
import { makeStatuses } from './statuses';
import { giveScheme } from './workflow-schemes';
import { amendWorkflow, copyWorkflow, makeWorkflow } from './workflows';
import { giveTypeScheme, makeWorkType } from './work-types';

/** Everything here has the rights of the person who asks. The app configures nothing as itself. */
export const jiraSetUp: SetUpDeeds = {
  facts: readFacts,
  perform: (deed) => refusing(WORDS[deed.kind], () => doneBy(deed)),
};

/** Of all that is made, only the switch of a scheme goes on after Jira's answer. */
async function doneBy(deed: JiraDeed): Promise<string | null> {
  if (deed.kind === 'workflow-scheme') return giveScheme(deed);
  await make(deed);
  return null;
}

function make(deed: Exclude<JiraDeed, { readonly kind: 'workflow-scheme' }>): Promise<void> {
  switch (deed.kind) {
    case 'work-type':
      return makeWorkType(deed);
    case 'kind-field':
      return makeKindField(deed);
    case 'statuses':
      return makeStatuses(deed);
    case 'new-workflow':
      return makeWorkflow(deed);
    case 'amended-workflow':
      return amendWorkflow(deed);
    case 'copied-workflow':
      return copyWorkflow(deed);
    case 'work-type-scheme':
      return giveTypeScheme(deed);
    case 'screens':
      return addToScreens(deed);
    case 'filters':
      return saveFilters(deed);
  }
}

const WORDS: Readonly<Record<JiraDeed['kind'], string>> = {
  'work-type': 'the work type',
  'kind-field': 'the field',
  statuses: 'the statuses',
  'new-workflow': 'the workflow',
  'amended-workflow': 'the change of the workflow',
  'copied-workflow': 'the copy of the workflow',
  'workflow-scheme': 'the workflow scheme',
  'work-type-scheme': 'the work type scheme',
  screens: 'the fields on the screens',
  filters: 'the filters',
};
