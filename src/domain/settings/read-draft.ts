import type { PolicyGroup } from '../policy';
import { type HolidayPlace, readCalendarDraft } from './read-calendar-draft';
import { readGroups } from './read-groups';
import { readAssignees, readAttendees, readRules } from './read-rules';
import { readStatuses } from './read-statuses';
import {
  complain,
  type FieldProblem,
  type Given,
  given,
  membersOf,
  quoted,
  readFlag,
  readText,
  shown,
} from './read-value';
import type { SettingsDraft } from './settings-draft';

/** Jira's limit for the name of a work type. */
const MAX_WORK_TYPE = 60;
const MAX_FIELD_NAME = 255;
/** A row of the chain takes 120 KB. It holds the days and names twice, and at most 11 KB of public holidays. */
const MAX_KILOBYTES = 48;

/** What there is in Jira. What is named and is not there is a problem; what is left out here is not checked. */
export interface Known {
  readonly workTypes?: readonly string[];
  readonly kindFields?: readonly string[];
  readonly statuses?: readonly string[];
  readonly groups?: readonly PolicyGroup[];
  readonly isPlace?: (place: HolidayPlace) => boolean;
}

export type DraftReading =
  | { readonly kind: 'draft'; readonly draft: SettingsDraft }
  | { readonly kind: 'problems'; readonly problems: readonly FieldProblem[] };

const PARTS = [
  'enabled',
  'workType',
  'kindField',
  'groups',
  'statuses',
  'rules',
  'attendees',
  'assignees',
  'calendar',
] as const;

/**
 * Reads settings from data that anybody may have made. Never throws. The draft is a copy in canonical form: trimmed,
 * and sorted where the order means nothing, so that equal settings have equal digests. At most 20 problems are named.
 */
export function readDraft(input: unknown, known: Known = {}): DraftReading {
  const whole = given(input);
  const part = membersOf(whole, PARTS);
  const draft = {
    enabled: readFlag(part('enabled')),
    workType: readName(part('workType'), {
      most: MAX_WORK_TYPE,
      missing: 'Give the name of the work type.',
      known: known.workTypes,
    }),
    kindField: readName(part('kindField'), {
      most: MAX_FIELD_NAME,
      missing: 'Give the name of the field.',
      known: known.kindFields,
    }),
    groups: readGroups(part('groups'), known.groups),
    statuses: readStatuses(part('statuses'), known.statuses),
    rules: readRules(part('rules')),
    attendees: readAttendees(part('attendees')),
    assignees: readAssignees(part('assignees')),
    calendar: readCalendarDraft(part('calendar'), known.isPlace),
  };
  if (whole.problems.length === 0) {
    const kilobytes = Math.ceil(Buffer.byteLength(JSON.stringify(draft)) / 1024);
    if (kilobytes > MAX_KILOBYTES) {
      complain(
        whole,
        `These settings take ${kilobytes} KB; at most ${MAX_KILOBYTES}. Take out own days off or shorten names.`,
      );
    }
  }
  return whole.problems.length === 0 ? { kind: 'draft', draft } : { kind: 'problems', problems: shown(whole.problems) };
}

function readName(
  text: Given,
  rule: { readonly most: number; readonly missing: string; readonly known: readonly string[] | undefined },
): string {
  const name = readText(text, rule);
  if (name !== '' && rule.known?.includes(name) === false) complain(text, `There is no ${quoted(name)} in Jira.`);
  return name;
}
