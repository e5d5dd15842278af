import * as v from 'valibot';
import { adfFromText, textFromAdf } from '../../adf/adf-text';
import { NamedSchema, PersonSchema } from '../../api/issue-shape';
import { emptyValue, type FieldKind, type FieldValue } from './field-value';

const ChoiceSchema = v.pick(NamedSchema, ['id']);

/** The value of an issue's field as a form holds it. */
export function valueOfJson(kind: FieldKind, json: unknown): FieldValue {
  switch (kind) {
    case 'text':
      return { kind, text: read(v.string(), json) ?? '' };
    case 'document':
      return { kind, text: textFromAdf(json) };
    case 'choice':
      return { kind, id: read(ChoiceSchema, json)?.id ?? null };
    case 'person':
      return { kind, person: read(PersonSchema, json) ?? null };
    case 'labels':
      return { kind, labels: read(v.array(v.string()), json) ?? [] };
    case 'date':
      return { kind, date: read(v.string(), json) ?? '' };
    case 'issue':
      return emptyValue(kind);
  }
}

function read<T>(schema: v.GenericSchema<unknown, T>, json: unknown): T | undefined {
  const parsed = v.safeParse(schema, json);
  return parsed.success ? parsed.output : undefined;
}

/** The value as Jira takes it; null empties the field. */
export function jsonOfValue(value: FieldValue): unknown {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'document':
      return adfFromText(value.text);
    case 'choice':
      return value.id === null ? null : { id: value.id };
    case 'person':
      return value.person === null ? null : { accountId: value.person.accountId };
    case 'labels':
      return value.labels;
    case 'date':
      return value.date === '' ? null : value.date;
    case 'issue':
      return value.key.trim() === '' ? null : { key: value.key.trim() };
  }
}
