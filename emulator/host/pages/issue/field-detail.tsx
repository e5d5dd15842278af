import { IconButton } from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { FieldMeta } from '../../api/field-meta';
import { ok, type Problem, problemSentences } from '../../api/reply';
import { FieldInput } from '../fields/field-input';
import { jsonOfValue, valueOfJson } from '../fields/field-json';
import { type FieldKind, kindOfField } from '../fields/field-value';
import { EditInPlace, type Leave } from './edit-in-place';
import { useEditing } from './issue-editing';

interface FieldDetailProps {
  readonly fieldId: string;
  readonly label: string;
  /** As the issue has it. */
  readonly json: unknown;
  readonly children: ReactNode;
}

/** A detail that is edited with the input that fits its field. */
export function FieldDetail({ fieldId, label, json, children }: FieldDetailProps) {
  const { fieldOf } = useEditing();
  const meta = fieldOf(fieldId);
  const kind = meta && kindOfField(meta);
  return (
    <EditInPlace
      label={label}
      isEditable={kind !== undefined}
      editor={(leave) =>
        meta !== undefined && kind !== undefined ? (
          <DetailEditor meta={meta} kind={kind} json={json} leave={leave} />
        ) : (
          children
        )
      }
    >
      <span>{children}</span>
    </EditInPlace>
  );
}

interface DetailEditorProps {
  readonly meta: FieldMeta;
  readonly kind: FieldKind;
  readonly json: unknown;
  readonly leave: Leave;
}

function DetailEditor({ meta, kind, json, leave }: DetailEditorProps) {
  const id = useId();
  const { save } = useEditing();
  const [value, setValue] = useState(() => valueOfJson(kind, json));
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = await save(meta.fieldId, jsonOfValue(value));
    setProblem(found);
    if (found === undefined) leave('done');
  };
  return (
    <form className="in-place-form" noValidate onSubmit={(event) => void submit(event)}>
      <label htmlFor={id} className="visually-hidden">
        {meta.name}
      </label>
      <FieldInput
        id={id}
        meta={meta}
        value={value}
        isInvalid={problem !== undefined}
        findPeople={() => Promise.resolve(ok([]))}
        onChange={setValue}
      />
      {problem !== undefined && (
        <div role="alert">
          <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
        </div>
      )}
      <div className="in-place-actions">
        <IconButton icon={CheckMarkIcon} label={`Save ${meta.name.toLowerCase()}`} type="submit" />
        <IconButton icon={CrossIcon} label="Cancel" onClick={() => leave('done')} />
      </div>
    </form>
  );
}
