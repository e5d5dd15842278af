/** A part of an issue's entity properties that an app had indexed for JQL, by the manifest's `jira:entityProperty`. */
export interface PropertyIndex {
  readonly propertyKey: string;
  /** Dotted, into the value. */
  readonly path: string;
  readonly type: 'string' | 'text' | 'number' | 'date' | 'user';
  /** A name for it in JQL beside `issue.property[key].path`. */
  readonly searchAlias?: string;
}
