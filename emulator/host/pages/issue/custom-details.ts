import * as v from 'valibot';
import type { Issue } from '../../api/issue-shape';

export interface CustomDetail {
  readonly fieldId: string;
  readonly label: string;
  /** The id of the option, for an input; null if the field holds none. */
  readonly chosen: string | null;
  readonly text: string;
}

const OptionSchema = v.object({ id: v.string(), value: v.string() });
const PlainSchema = v.union([v.string(), v.number()]);

/** The issue's own custom fields that hold something these pages can show. */
export function customDetails(fields: Issue['fields'], names: Issue['names']): readonly CustomDetail[] {
  return Object.entries(names)
    .filter(([fieldId]) => fieldId.startsWith('customfield_'))
    .flatMap(([fieldId, label]): CustomDetail[] => {
      const json = fields[fieldId];
      if (v.is(OptionSchema, json)) return [{ fieldId, label, chosen: json.id, text: json.value }];
      return v.is(PlainSchema, json) ? [{ fieldId, label, chosen: null, text: String(json) }] : [];
    });
}
