export type FieldType = 'text' | 'rich-text' | 'user' | 'option' | 'options' | 'priority' | 'labels' | 'date' | 'forge';

export interface Field {
  readonly id: string;
  name: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Of a field of type `option` or `options`. */
  readonly options: readonly { readonly id: string; readonly value: string }[];
  /** Of a field of type `forge`. */
  readonly forge?: ForgeField;
  description?: string;
}

/** A custom field that an app declares: https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/ */
export interface ForgeField {
  /** The type of the field: `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static/{moduleKey}` */
  readonly type: string;
  /** `{appId}__{ENVIRONMENT}__{moduleKey}` */
  readonly key: string;
  readonly moduleKey: string;
  /** The account of the app: the only one that may write the value. */
  readonly appAccountId: string;
  readonly fieldType: 'string' | 'number' | 'user' | 'group' | 'date' | 'datetime' | 'object';
  readonly collection: 'none' | 'list';
  readonly readOnly: boolean;
  readonly searchAliases: readonly SearchAlias[];
  /** A Jira expression over `value`; without one an object is not searchable. */
  readonly formatter?: string;
  /** The manifest's JSON schema of an object. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** A name by which JQL reaches into an object. */
export interface SearchAlias {
  readonly alias: string;
  /** Dotted, into the value. */
  readonly path: string;
  readonly type: 'string' | 'number' | 'text' | 'date' | 'user' | 'group';
}
