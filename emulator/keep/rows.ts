/** One record of the site as its file has it. Without a value: it is gone. */
export interface Row {
  /** `jira.issues`, `forge.kvs` and so on. */
  readonly table: string;
  readonly id: string;
  readonly value?: unknown;
}

/** A record of the site as it is now, about to be compared with what the file has. */
export interface LiveRow extends Row {
  /**
   * `parts`: whether a property's value is another one than before; for tables that grow long, whose records are
   * plain objects that replace what lies inside them. `text`: by its whole JSON.
   */
  readonly compareBy: 'parts' | 'text';
}

/** Table -> id -> value, in the order in which the records came. */
export type Tables = ReadonlyMap<string, ReadonlyMap<string, unknown>>;
