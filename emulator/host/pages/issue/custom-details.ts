import * as v from 'valibot';
import type { Issue } from '../../api/issue-shape';
import { fieldText } from '../fields/field-text';

export interface CustomDetail {
  readonly fieldId: string;
  readonly label: string;
  /** The id of the option, for an input; null if the field holds none. */
  readonly chosen: string | null;
  readonly text: string;
}

const OptionSchema = v.object({ id: v.string() });

/** Jira shows it as a mark beside the status and not among the details. */
const MARKS = new Set(['Flagged']);

/** The issue's own custom fields that hold something these pages can say. */
export function customDetails(fields: Issue['fields'], names: Issue['names']): readonly CustomDetail[] {
  return Object.entries(names)
    .filter(([fieldId, label]) => fieldId.startsWith('customfield_') && !MARKS.has(label))
    .flatMap(([fieldId, label]): CustomDetail[] => {
      const json = fields[fieldId];
      const text = fieldText(json);
      return text === '' ? [] : [{ fieldId, label, chosen: v.is(OptionSchema, json) ? json.id : null, text }];
    });
}
