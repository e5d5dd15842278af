import Lozenge from '@atlaskit/lozenge';
import * as v from 'valibot';
import type { Issue } from '../../api/issue-shape';
import { useEditing, useProblemFlag } from './issue-editing';

/** Jira's own custom field: one box to tick, named after its only option. */
const FIELD = 'Flagged';
const IMPEDIMENT = 'Impediment';

const flagFieldId = ({ names }: Issue): string | undefined =>
  Object.entries(names).find(([, name]) => name === FIELD)?.[0];

function isFlagged(issue: Issue): boolean {
  const fieldId = flagFieldId(issue);
  return fieldId !== undefined && v.is(v.pipe(v.array(v.unknown()), v.minLength(1)), issue.fields[fieldId]);
}

interface Flagging {
  readonly isFlagged: boolean;
  readonly toggle: () => Promise<void>;
}

/** The way to flag the issue; undefined where it cannot be. */
export function useFlagging(issue: Issue): Flagging | undefined {
  const { save, fieldOf } = useEditing();
  const showProblem = useProblemFlag();
  const fieldId = flagFieldId(issue);
  if (fieldId === undefined || fieldOf(fieldId) === undefined) return undefined;
  const flagged = isFlagged(issue);
  return {
    isFlagged: flagged,
    toggle: async () => {
      const problem = await save(fieldId, flagged ? null : [{ value: IMPEDIMENT }]);
      if (problem !== undefined) showProblem('The flag could not be changed', problem);
    },
  };
}

/** Says that the issue is flagged; nothing for one that is not. */
export const FlaggedMark = ({ issue }: { readonly issue: Issue }) =>
  isFlagged(issue) ? <Lozenge appearance="removed">Flagged</Lozenge> : null;
