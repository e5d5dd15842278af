import { useFlags } from '@atlaskit/flag';
import { createContext, createElement, useContext, useMemo } from 'react';
import type { FieldMeta } from '../../api/field-meta';
import { editIssue } from '../../api/issues';
import { type Problem, problemSentences } from '../../api/reply';
import { errorIcon } from '../flag-icons';

/** What the viewer may edit on the issue, and the way to do it. */
export interface IssueEditing {
  readonly fieldOf: (fieldId: string) => FieldMeta | undefined;
  /** Saves one field and reads the issue again; answers what stood in the way. */
  readonly save: (fieldId: string, json: unknown) => Promise<Problem | undefined>;
}

const NOTHING_EDITABLE: IssueEditing = { fieldOf: () => undefined, save: () => Promise.resolve(undefined) };

export const EditingContext = createContext<IssueEditing>(NOTHING_EDITABLE);

export const useEditing = (): IssueEditing => useContext(EditingContext);

export function useIssueEditing(
  issueKey: string,
  fields: readonly FieldMeta[],
  reload: () => Promise<void>,
): IssueEditing {
  return useMemo(
    () => ({
      fieldOf: (fieldId) => fields.find((field) => field.fieldId === fieldId),
      save: async (fieldId, json) => {
        const reply = await editIssue(issueKey, { [fieldId]: json });
        if (reply.kind !== 'ok') return reply;
        await reload();
        return undefined;
      },
    }),
    [issueKey, fields, reload],
  );
}

/** Says in a flag that stays what stood in the way of an edit without a place of its own for errors. */
export function useProblemFlag(): (title: string, problem: Problem) => void {
  const { showFlag } = useFlags();
  return (title, problem) => {
    const sentences = problemSentences(problem).map((sentence) => createElement('p', { key: sentence }, sentence));
    showFlag({ id: title, icon: errorIcon, title, description: createElement('div', null, sentences) });
  };
}
