import type { ChangeItem } from '../../seams';

/** What a field holds: text, ADF, an account id, an option's id, a priority's id, labels, or nothing. */
export type FieldValue = unknown;

/** Moments in these records are ISO-8601 text in UTC, so that they are kept as they are. */
export interface History {
  readonly id: string;
  readonly authorId: string;
  readonly created: string;
  readonly items: readonly ChangeItem[];
}

export interface Comment {
  readonly id: string;
  readonly authorId: string;
  readonly created: string;
  /** Who edited it last: the author until somebody does. */
  readonly updateAuthorId: string;
  readonly updated: string;
  readonly body: unknown;
  /** Entity properties. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface Issue {
  readonly id: string;
  /** Changes, as project, work type and parent do, when the issue is moved. */
  key: string;
  projectId: string;
  issueTypeId: string;
  readonly creatorId: string;
  parentId: string | null;
  readonly created: string;
  updated: string;
  statusId: string;
  /** By field id; absent is empty. */
  fields: Readonly<Record<string, FieldValue>>;
  /** Entity properties. */
  properties: Readonly<Record<string, unknown>>;
  comments: readonly Comment[];
  /** Oldest first. */
  histories: readonly History[];
  /** Account ids. */
  watchers: readonly string[];
}
