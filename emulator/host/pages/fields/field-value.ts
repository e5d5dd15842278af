import type { FieldMeta } from '../../api/field-meta';
import type { Person } from '../../api/issue-shape';
import { NO_TEXT, type RichText } from './rich-text';

/** What a form holds for one field while a person fills it in. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A document of Jira, written as text with markup. */
  | ({ readonly kind: 'document' } & RichText)
  | { readonly kind: 'choice'; readonly id: string | null }
  | { readonly kind: 'choices'; readonly ids: readonly string[] }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'person'; readonly person: Person | null }
  | { readonly kind: 'labels'; readonly labels: readonly string[] }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'issue'; readonly key: string };

export type FieldKind = FieldValue['kind'];

const DOCUMENT_FIELDS = new Set(['description', 'environment']);

/** How a field is filled in; undefined if these pages have no input for it. */
export function kindOfField({ schema, allowedValues }: FieldMeta): FieldKind | undefined {
  if (schema.system === 'parent') return 'issue';
  if (DOCUMENT_FIELDS.has(schema.system ?? '') || schema.custom?.endsWith(':textarea') === true) return 'document';
  if (schema.type === 'array') return kindOfArray(schema.items, allowedValues);
  if (schema.type === 'user') return 'person';
  if (schema.type === 'date') return 'date';
  if (allowedValues !== undefined) return 'choice';
  if (schema.type === 'number') return 'number';
  return schema.type === 'string' ? 'text' : undefined;
}

const kindOfArray = (items: string | undefined, allowed: FieldMeta['allowedValues']): FieldKind | undefined =>
  items === 'string' ? 'labels' : allowed === undefined ? undefined : 'choices';

export function emptyValue(kind: FieldKind): FieldValue {
  switch (kind) {
    case 'text':
      return { kind, text: '' };
    case 'document':
      return { kind, ...NO_TEXT };
    case 'choice':
      return { kind, id: null };
    case 'choices':
      return { kind, ids: [] };
    case 'number':
      return { kind, text: '' };
    case 'person':
      return { kind, person: null };
    case 'labels':
      return { kind, labels: [] };
    case 'date':
      return { kind, date: '' };
    case 'issue':
      return { kind, key: '' };
  }
}

export const isEmpty = (value: FieldValue): boolean => sameValue(value, emptyValue(value.kind));

export const sameValue = (one: FieldValue, other: FieldValue): boolean => JSON.stringify(one) === JSON.stringify(other);
