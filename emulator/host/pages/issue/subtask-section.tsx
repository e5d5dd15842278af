import Button from '@atlaskit/button/new';
import Heading from '@atlaskit/heading';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { readCreatableWorkTypes } from '../../api/create-meta';
import type { Issue } from '../../api/issue-shape';
import { createIssue } from '../../api/issues';
import { LinkedIssueRow } from './linked-issue-row';
import { useAct } from './use-act';

interface SubtaskSectionProps {
  readonly issue: Issue;
  readonly isAdding: boolean;
  readonly onStopAdding: () => void;
  readonly reload: () => Promise<void>;
}

export function SubtaskSection({ issue, isAdding, onStopAdding, reload }: SubtaskSectionProps) {
  const { subtasks } = issue.fields;
  if (subtasks.length === 0 && !isAdding) return null;
  const done = subtasks.filter(({ fields }) => fields.status.statusCategory.key === 'done').length;
  return (
    <section aria-label="Subtasks">
      <div className="section-head">
        <Heading size="xsmall" as="h2">
          Subtasks
        </Heading>
        {subtasks.length > 0 && <span className="subtlest">{`${done} of ${subtasks.length} done`}</span>}
      </div>
      {subtasks.length > 0 && (
        <ul className="linked-issues">
          {subtasks.map((subtask) => (
            <LinkedIssueRow key={subtask.id} issue={subtask} />
          ))}
        </ul>
      )}
      {isAdding && <NewSubtask parent={issue} onClose={onStopAdding} reload={reload} />}
    </section>
  );
}

interface NewSubtaskProps {
  readonly parent: Issue;
  readonly onClose: () => void;
  readonly reload: () => Promise<void>;
}

/** Stays open for the next one. */
function NewSubtask({ parent, onClose, reload }: NewSubtaskProps) {
  const [summary, setSummary] = useState('');
  const { isBusy, act } = useAct(reload);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (await act('The subtask could not be created', () => createSubtask(parent, summary))) setSummary('');
  };
  return (
    <form className="inline-form" onSubmit={(event) => void submit(event)}>
      <div className="inline-form-field">
        <Textfield
          aria-label="Summary of the subtask"
          autoFocus
          isCompact
          placeholder="What needs to be done?"
          value={summary}
          onChange={({ currentTarget }) => setSummary(currentTarget.value)}
          onKeyDown={({ key }) => {
            if (key === 'Escape') onClose();
          }}
        />
      </div>
      <Button type="submit" appearance="primary" isLoading={isBusy} isDisabled={summary.trim() === ''}>
        Create
      </Button>
      <Button appearance="subtle" onClick={onClose}>
        Cancel
      </Button>
    </form>
  );
}

async function createSubtask({ key, fields: { project } }: Issue, summary: string) {
  const types = await readCreatableWorkTypes(project.id);
  if (types.kind !== 'ok') return types;
  const type = types.value.find(({ subtask }) => subtask);
  if (type === undefined) {
    const messages = [`You cannot create subtasks in ${project.name}.`];
    return { kind: 'refused', status: 403, messages, fieldErrors: {} } as const;
  }
  return createIssue({ project: { id: project.id }, issuetype: { id: type.id }, parent: { key }, summary });
}
