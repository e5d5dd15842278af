import { useMemo, useState } from 'react';
import { markupFromAdf } from '../../adf/markup-from-adf';
import type { FieldMeta } from '../../api/field-meta';
import { jsonOfValue, valueOfJson } from './field-json';
import { emptyValue, type FieldValue, isEmpty, kindOfField, sameValue } from './field-value';

export interface FormField {
  readonly meta: FieldMeta;
  readonly start: FieldValue;
  /** Whether a change would lose formatting that these pages cannot write. */
  readonly losesFormatting: boolean;
}

/** The fields that a form can show, each with the value it starts from. */
export const formFields = (
  metas: readonly FieldMeta[],
  held: Readonly<Record<string, unknown>>,
): readonly FormField[] =>
  metas.flatMap((meta) => {
    const kind = kindOfField(meta);
    if (kind === undefined) return [];
    const json = held[meta.fieldId];
    const start = json === undefined ? emptyValue(kind) : valueOfJson(kind, json);
    return [{ meta, start, losesFormatting: kind === 'document' && !markupFromAdf(json).isWhole }];
  });

export interface FieldForm {
  readonly valueOf: (field: FormField) => FieldValue;
  readonly change: (fieldId: string, value: FieldValue) => void;
  /** Field id -> what to tell Jira, for the fields that differ from where they started. */
  readonly changed: Readonly<Record<string, unknown>>;
  /** Field id -> a sentence, for required fields left empty. */
  readonly missing: Readonly<Record<string, string>>;
}

/** Keeps what a person typed, by field id: it survives a change of the set of fields. */
export function useFieldForm(fields: readonly FormField[]): FieldForm {
  const [typed, setTyped] = useState<Readonly<Record<string, FieldValue>>>({});
  return useMemo(() => {
    const valueOf = ({ meta, start }: FormField): FieldValue => {
      const value = typed[meta.fieldId];
      return value?.kind === start.kind ? value : start;
    };
    const differing = fields.filter((field) => !sameValue(valueOf(field), field.start));
    const lacking = fields.filter(
      (field) => field.meta.required && !field.meta.hasDefaultValue && isEmpty(valueOf(field)),
    );
    return {
      valueOf,
      change: (fieldId, value) => setTyped((before) => ({ ...before, [fieldId]: value })),
      changed: Object.fromEntries(differing.map((field) => [field.meta.fieldId, jsonOfValue(valueOf(field))])),
      missing: Object.fromEntries(lacking.map(({ meta }) => [meta.fieldId, `${meta.name} is required`])),
    };
  }, [fields, typed]);
}
