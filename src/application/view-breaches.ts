import type { BreachView } from '../api';
import type { BreachRule } from '../domain/breach';
import type { Change } from '../domain/change';
import { BREACH_WORDS } from './breach-words';

/** The gravest first: those that nothing undoes, then what is late. */
const isGrave = (rule: BreachRule): boolean => !rule.endsWith('-late');

export const viewBreaches = ({ breaches }: Change): readonly BreachView[] =>
  [...breaches]
    .sort((a, b) => Number(isGrave(b.rule)) - Number(isGrave(a.rule)) || (a.happenedAt < b.happenedAt ? -1 : 1))
    .map(({ id, rule, happenedAt, detail }) => ({ id, rule, happenedAt, detail, ...BREACH_WORDS[rule] }));
