import * as v from 'valibot';
import { adfFromMarkup } from '../../adf/adf-from-markup';
import { markupFromAdf } from '../../adf/markup-from-adf';
import { NamedSchema, PersonSchema } from '../../api/issue-shape';
import type { RichText } from './rich-text';
import { emptyValue, type FieldKind, type FieldValue } from './field-value';

const ChoiceSchema = v.pick(NamedSchema, ['id']);

/** The value of an issue's field as a form holds it. */
export function valueOfJson(kind: FieldKind, json: unknown): FieldValue {
  switch (kind) {
    case 'text':
      return { kind, text: read(v.string(), json) ?? '' };
    case 'document':
      return { kind, ...richTextOf(json) };
    case 'choice':
      return { kind, id: read(ChoiceSchema, json)?.id ?? null };
    case 'choices':
      return { kind, ids: (read(v.array(ChoiceSchema), json) ?? []).map(({ id }) => id) };
    case 'number':
      return { kind, text: String(read(v.number(), json) ?? '') };
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

function richTextOf(json: unknown): RichText {
  const { text, mentioned } = markupFromAdf(json);
  return { text, mentioned };
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
      return adfFromMarkup(value.text, value.mentioned);
    case 'choice':
      return value.id === null ? null : { id: value.id };
    case 'choices':
      return value.ids.length === 0 ? null : value.ids.map((id) => ({ id }));
    case 'number':
      return value.text.trim() === '' ? null : Number(value.text);
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
