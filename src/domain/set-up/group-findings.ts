import type { Policy } from '../policy';
import type { GroupFacts } from './configuration';
import type { Finding } from './finding';
import { groupProblems } from './group-problems';

/** Groups and roles of the settings that do not exist, are empty, or too small. */
export const groupFindings = (policy: Policy, facts: readonly GroupFacts[]): readonly Finding[] =>
  groupProblems(policy, facts).map(({ finding }) => finding);
