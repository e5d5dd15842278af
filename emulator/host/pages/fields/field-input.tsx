import { CreatableSelect } from '@atlaskit/select';
import Textfield from '@atlaskit/textfield';
import type { FieldMeta } from '../../api/field-meta';
import { ChoiceInput } from './choice-input';
import { ChoicesInput } from './choices-input';
import type { FieldValue } from './field-value';
import { MENU_ABOVE_DIALOGS } from './menu-above-dialogs';
import { type FindPeople, PersonInput } from './person-input';
import { RichTextInput } from './rich-text-input';

export interface FieldInputProps {
  readonly id: string;
  readonly meta: FieldMeta;
  readonly value: FieldValue;
  readonly isInvalid: boolean;
  readonly findPeople: FindPeople;
  readonly onChange: (value: FieldValue) => void;
}

/** The input that fits the kind of a field. */
export function FieldInput({ id, meta, value, isInvalid, findPeople, onChange }: FieldInputProps) {
  const shared = { id, isInvalid, isRequired: meta.required };
  switch (value.kind) {
    case 'text':
      return (
        <Textfield
          {...shared}
          value={value.text}
          onChange={(event) => onChange({ kind: 'text', text: event.currentTarget.value })}
        />
      );
    case 'document':
      return (
        <RichTextInput
          {...shared}
          minimumRows={5}
          value={value}
          onChange={(text) => onChange({ kind: 'document', ...text })}
        />
      );
    case 'number':
      return (
        <Textfield
          {...shared}
          type="number"
          value={value.text}
          onChange={(event) => onChange({ kind: 'number', text: event.currentTarget.value })}
        />
      );
    case 'choices':
      return (
        <ChoicesInput
          {...shared}
          allowed={meta.allowedValues ?? []}
          chosen={value.ids}
          onChoose={(ids) => onChange({ kind: 'choices', ids })}
        />
      );
    case 'choice':
      return (
        <ChoiceInput
          {...shared}
          allowed={meta.allowedValues ?? []}
          chosen={value.id}
          isClearable={!meta.required}
          onChoose={(chosen) => onChange({ kind: 'choice', id: chosen })}
        />
      );
    case 'person':
      return (
        <PersonInput
          {...shared}
          chosen={value.person}
          find={findPeople}
          nobody={meta.fieldId === 'assignee' ? 'Unassigned' : 'Select a person'}
          onChoose={(person) => onChange({ kind: 'person', person })}
        />
      );
    case 'labels':
      return <LabelsInput id={id} labels={value.labels} isInvalid={isInvalid} onChange={onChange} />;
    case 'date':
      return (
        <Textfield
          {...shared}
          type="date"
          value={value.date}
          onChange={(event) => onChange({ kind: 'date', date: event.currentTarget.value })}
        />
      );
    case 'issue':
      return (
        <Textfield
          {...shared}
          placeholder="OPS-1"
          value={value.key}
          onChange={(event) => onChange({ kind: 'issue', key: event.currentTarget.value })}
        />
      );
  }
}

interface LabelsInputProps {
  readonly id: string;
  readonly labels: readonly string[];
  readonly isInvalid: boolean;
  readonly onChange: (value: FieldValue) => void;
}

function LabelsInput({ id, labels, isInvalid, onChange }: LabelsInputProps) {
  return (
    <CreatableSelect<{ readonly value: string; readonly label: string }, true>
      {...MENU_ABOVE_DIALOGS}
      inputId={id}
      isMulti
      isInvalid={isInvalid}
      value={labels.map((label) => ({ value: label, label }))}
      placeholder="Add labels"
      noOptionsMessage={() => 'Type a label and press Enter'}
      onChange={(chosen) => onChange({ kind: 'labels', labels: chosen.map(({ value }) => value) })}
    />
  );
}
