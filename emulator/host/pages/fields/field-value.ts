import type { FieldMeta } from '../../api/field-meta';
import type { Person } from '../../api/issue-shape';

/** What a form holds for one field while a person fills it in. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: string }
  /** A document of Jira, edited as plain text. */
  | { readonly kind: 'document'; readonly text: string }
  | { readonly kind: 'choice'; readonly id: string | null }
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
  if (schema.type === 'array') return schema.items === 'string' ? 'labels' : undefined;
  if (schema.type === 'user') return 'person';
  if (schema.type === 'date') return 'date';
  if (allowedValues !== undefined) return 'choice';
  return schema.type === 'string' ? 'text' : undefined;
}

export function emptyValue(kind: FieldKind): FieldValue {
  switch (kind) {
    case 'text':
      return { kind, text: '' };
    case 'document':
      return { kind, text: '' };
    case 'choice':
      return { kind, id: null };
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
