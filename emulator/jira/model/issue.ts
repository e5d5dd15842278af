import type { ChangeItem } from '../../seams';

/** What a field holds: text, ADF, an account id, an option's id, a priority's id, labels, or nothing. */
export type FieldValue = unknown;

export interface History {
  readonly id: string;
  readonly authorId: string;
  readonly created: Date;
  readonly items: readonly ChangeItem[];
}

export interface Comment {
  readonly id: string;
  readonly authorId: string;
  readonly created: Date;
  readonly body: unknown;
}

export interface Issue {
  readonly id: string;
  readonly key: string;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly creatorId: string;
  readonly parentId: string | null;
  readonly created: Date;
  updated: Date;
  statusId: string;
  /** By field id; absent is empty. */
  fields: Readonly<Record<string, FieldValue>>;
  /** Entity properties. */
  properties: Readonly<Record<string, unknown>>;
  comments: readonly Comment[];
  /** Oldest first. */
  histories: readonly History[];
}
