import { type ReactNode, useId } from 'react';
import type { Person } from '../../api/issue-shape';
import { findAssignable } from '../../api/people';
import { ChoiceInput } from '../fields/choice-input';
import { PersonInput } from '../fields/person-input';
import { PersonName } from '../people/person-name';
import { EditInPlace } from './edit-in-place';
import { useEditing, useProblemFlag } from './issue-editing';

interface ChoiceDetailProps {
  readonly fieldId: string;
  readonly label: string;
  readonly chosen: string | null;
  readonly children: ReactNode;
}

/** A detail that holds one of a field's allowed values. */
export function ChoiceDetail({ fieldId, label, chosen, children }: ChoiceDetailProps) {
  const id = useId();
  const { fieldOf } = useEditing();
  const save = useSaveDetail(fieldId, label);
  const field = fieldOf(fieldId);
  return (
    <EditInPlace
      label={label}
      isEditable={field?.allowedValues !== undefined}
      editor={(leave) => (
        <ChoiceInput
          id={id}
          allowed={field?.allowedValues ?? []}
          chosen={chosen}
          isClearable={field?.required === false}
          isInvalid={false}
          isRequired={field?.required === true}
          inPlace={{ label, onLeave: leave }}
          onChoose={(option) =>
            void save(option === null ? null : { id: option }, option === chosen).then(() => leave('done'))
          }
        />
      )}
    >
      <span>{children}</span>
    </EditInPlace>
  );
}

interface PersonDetailProps {
  readonly issueKey: string;
  readonly fieldId: 'assignee' | 'reporter';
  readonly person: Person | null | undefined;
  readonly nobody: string;
}

const PERSON_LABEL = { assignee: 'Assignee', reporter: 'Reporter' };

export function PersonDetail({ issueKey, fieldId, person, nobody }: PersonDetailProps) {
  const id = useId();
  const { fieldOf } = useEditing();
  const label = PERSON_LABEL[fieldId];
  const save = useSaveDetail(fieldId, label);
  return (
    <EditInPlace
      label={label}
      isEditable={fieldOf(fieldId) !== undefined}
      editor={(leave) => (
        <PersonInput
          id={id}
          chosen={person ?? null}
          find={(query) => findAssignable({ issueKey }, query)}
          nobody={nobody}
          isInvalid={false}
          isRequired={fieldOf(fieldId)?.required === true}
          inPlace={{ label, onLeave: leave }}
          onChoose={(next) =>
            void save(next === null ? null : { accountId: next.accountId }, next?.accountId === person?.accountId).then(
              () => leave('done'),
            )
          }
        />
      )}
    >
      <PersonName person={person} nobody={nobody} />
    </EditInPlace>
  );
}

function useSaveDetail(fieldId: string, label: string) {
  const { save } = useEditing();
  const showProblem = useProblemFlag();
  return async (json: unknown, isSame: boolean): Promise<void> => {
    const problem = isSame ? undefined : await save(fieldId, json);
    if (problem !== undefined) showProblem(`${label} could not be changed`, problem);
  };
}
