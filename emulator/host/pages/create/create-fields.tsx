import { useMemo } from 'react';
import { readCreateFields } from '../../api/create-meta';
import type { FieldMeta } from '../../api/field-meta';
import type { Project, WorkType } from '../../api/issue-shape';
import { findAssignable } from '../../api/people';
import type { Problem } from '../../api/reply';
import { FieldForm } from '../fields/field-form';
import { formFields } from '../fields/use-field-form';
import { LoadingPage, ProblemPart } from '../page-states';
import { useRemote } from '../remote';

interface CreateFieldsProps {
  readonly formId: string;
  readonly project: Project;
  readonly workType: WorkType;
  /** Answers what stood in the way. */
  readonly onSend: (fields: Readonly<Record<string, unknown>>) => Promise<Problem | undefined>;
}

/** Jira has these on every create screen; here they are chosen above. */
const CHOSEN_ABOVE = new Set(['project', 'issuetype']);
const NONE: readonly FieldMeta[] = [];

/** The fields of the create screen, and what became of sending them. */
export function CreateFields({ formId, project, workType, onSend }: CreateFieldsProps) {
  const { remote, reload } = useRemote(`fields-${project.id}-${workType.id}`, () =>
    readCreateFields(project.id, workType.id),
  );
  const metas = remote.kind === 'ready' ? remote.value : NONE;
  const fields = useMemo(
    () =>
      formFields(
        metas.filter(({ fieldId }) => !CHOSEN_ABOVE.has(fieldId)),
        {},
      ),
    [metas],
  );
  if (remote.kind === 'loading') return <LoadingPage label="Reading the fields" />;
  if (remote.kind !== 'ready') return <ProblemPart problem={remote} onRetry={reload} />;
  return (
    <FieldForm
      formId={formId}
      fields={fields}
      findPeople={(query) => findAssignable({ project: project.key }, query)}
      onSend={(changed) => onSend({ project: { id: project.id }, issuetype: { id: workType.id }, ...changed })}
    />
  );
}
