import type { StatusFacts } from '../../../domain/set-up/configuration';
import type { NewTransition } from '../../../domain/set-up/deed';
import { categoryKey } from './statuses';

/** A status of a workflow that is written; its id is the reference by which the workflow names it. */
export const statusJson = ({ id, name, category }: StatusFacts) => ({
  id,
  name,
  statusCategory: categoryKey(category),
  statusReference: id,
});

/** In a row, in the order of a change's life. */
export const placedStatus = ({ id }: StatusFacts, index: number) => ({
  statusReference: id,
  layout: { x: index * 200, y: 0 },
  properties: {},
});

export const bare = (transition: object) => ({
  description: '',
  links: [],
  properties: {},
  actions: [],
  triggers: [],
  validators: [],
  ...transition,
});

/** One of the app's rules, by Jira's name of it. */
export const validatorJson = (key: string) => ({ ruleKey: 'forge:expression-validator', parameters: { key } });

export const transitionJson = ({ id, name, from, to, validators }: NewTransition) =>
  bare({
    id,
    name,
    type: 'DIRECTED',
    links: from.map((fromStatusReference) => ({ fromStatusReference })),
    toStatusReference: to,
    validators: validators.map(validatorJson),
  });
