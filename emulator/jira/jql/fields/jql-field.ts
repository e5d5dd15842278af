import type { Issue } from '../../model/issue';
import type { Asking } from '../asking';
import type { Value } from '../operands';

/** Whether the issue at a slot of the index matches. Cheap ones are asked first. */
export interface Matcher {
  /** 1: a look into a column; 10: reading texts; 100: reading histories. */
  readonly cost: number;
  readonly holds: (slot: number) => boolean;
}

/** A clause of a query on one field, its operator as Jira writes it in small letters. */
export interface Asked {
  /** The field's name as it is written. */
  readonly name: string;
  readonly operator: string;
  readonly values: readonly Value[];
}

/** What an issue is sorted by. Empty fields come last, either way. */
export type OrderKey = string | number | undefined;

/** What JQL can ask of a field. */
export interface JqlField {
  /** Those that Jira knows for the field. Another one is an error, as in Jira. */
  readonly operators: readonly string[];
  /** Those that Jira might know but does not document: answered with 501, so that nobody comes to need them. */
  readonly undocumented?: readonly string[];
  readonly supportsEmpty: boolean;
  /** Throws a problem where a value does not exist or does not fit. */
  readonly match: (asked: Asked, asking: Asking) => Matcher;
  /** The keys of a slot, in their order. Undefined: Jira cannot sort by the field. */
  readonly order?: (asking: Asking) => readonly ((slot: number) => OrderKey)[];
  /** For WAS and CHANGED: which Jira knows for few fields. */
  readonly history?: HistoryField;
  /** For suggestions: values that begin with, or contain, what a person typed. */
  readonly suggest?: (asking: Asking) => readonly Suggestion[];
  readonly type: string;
}

export interface HistoryField {
  readonly fieldId: string;
  /** The value that the issue has now, as histories write it in `from` and `to`; null is empty. */
  readonly current: (issue: Issue) => string | null;
  /** The ids that a value names; throws where there are none. Null is empty. */
  readonly idsOf: (values: readonly Value[], name: string, asking: Asking) => readonly (string | null)[];
}

export interface Suggestion {
  /** What goes into the query. */
  readonly value: string;
  readonly text: string;
}
