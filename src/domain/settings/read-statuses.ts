import type { SettingsDraft } from './settings-draft';
import { complain, type Given, inOrder, itemsOf, membersOf, quoted, readText } from './read-value';

const MAX_STATUSES = 20;
const MAX_NAME = 255;
const STAGES = ['deploying', 'deployed', 'closed', 'cancelled'] as const;
type MarkedStage = (typeof STAGES)[number];

/** The statuses of each stage. None is in two of them; the gates need one to stand before. */
export function readStatuses(statuses: Given, known: readonly string[] | undefined): SettingsDraft['statuses'] {
  const stages = membersOf(statuses, STAGES);
  const stageOf = new Map<string, MarkedStage>();
  const of = (stage: MarkedStage) => readStage(stages(stage), { stage, stageOf, known });
  const found = {
    deploying: of('deploying'),
    deployed: of('deployed'),
    closed: of('closed'),
    cancelled: of('cancelled'),
  };
  const isEmpty = (stage: MarkedStage) => {
    const { value } = stages(stage);
    return Array.isArray(value) && value.length === 0;
  };
  if (isEmpty('deploying') && isEmpty('deployed')) {
    complain(stages('deployed'), 'Choose a status that means deploying or deployed: the approvals are checked there.');
  }
  if (isEmpty('closed')) complain(stages('closed'), 'Choose at least one status that means closed.');
  return found;
}

function readStage(
  list: Given,
  context: {
    readonly stage: MarkedStage;
    readonly stageOf: Map<string, MarkedStage>;
    readonly known: readonly string[] | undefined;
  },
): string[] {
  const { stage, stageOf, known } = context;
  return itemsOf(list, { most: MAX_STATUSES, what: 'statuses' })
    .map((item) => {
      const name = readText(item, { most: MAX_NAME, missing: 'Give the name of the status.' });
      if (name === '') return name;
      // Jira takes names that differ in case only for one.
      const key = name.toLowerCase();
      const other = stageOf.get(key);
      if (other === stage) complain(item, `${quoted(name)} is listed twice.`);
      else if (other !== undefined) complain(item, `${quoted(name)} already means ${other}.`);
      else if (known?.includes(name) === false) complain(item, `The project has no status ${quoted(name)}.`);
      stageOf.set(key, other ?? stage);
      return name;
    })
    .sort(inOrder);
}
