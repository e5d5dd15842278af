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

/** Its parts change in the store alone: `store.issues.change`. */
export interface Issue {
  readonly id: string;
  /** Changes, as project, work type and parent do, when the issue is moved. */
  readonly key: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly creatorId: string;
  readonly parentId: string | null;
  readonly created: string;
  readonly updated: string;
  readonly statusId: string;
  /** By field id; absent is empty. */
  readonly fields: Readonly<Record<string, FieldValue>>;
  /** Entity properties. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly comments: readonly Comment[];
  /** Oldest first. */
  readonly histories: readonly History[];
  /** Account ids. */
  readonly watchers: readonly string[];
}
