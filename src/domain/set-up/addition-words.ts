import type { StatusFacts } from './configuration';
import type { WorkflowAdditions } from './deed';
import { listed } from './set-up-step';
import type { WorkflowBase } from './workflow-additions';

/** What is added to a workflow, in sentences with names. `known`: statuses that it may not have yet. */
export function additionsInWords(
  base: WorkflowBase,
  known: readonly StatusFacts[],
  additions: WorkflowAdditions,
): string {
  const nameOf = (id: string) => [...base.statuses, ...known].find((status) => status.id === id)?.name ?? id;
  const rulesOf = (keys: readonly string[]) =>
    listed(keys.map((key) => RULE_WORDS[key.split('/').at(-1) ?? ''] ?? key));
  return [
    ...additions.transitions.map(({ name, from, to, validators }) => {
      const guarded = validators.length === 0 ? '' : `, guarded by ${rulesOf(validators)}`;
      return `Adds the transition ${name} from ${listed(from.map(nameOf))} to ${nameOf(to)}${guarded}.`;
    }),
    ...additions.validators.map(({ transitionId, keys }) => {
      const transition = base.transitions.find(({ id }) => id === transitionId)?.name ?? transitionId;
      return `Guards the transition ${transition} by ${rulesOf(keys)}.`;
    }),
  ].join(' ');
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  approvals: 'the approvals',
  reviews: 'the reviews',
  closure: 'the closure',
  'content-unchanged': 'the unchanged content',
};
