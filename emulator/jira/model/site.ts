/** Plain records of the site, so that it can be kept and brought back as it was. Ids are Jira's: digits as text. */

export interface Account {
  readonly accountId: string;
  readonly accountType: 'atlassian' | 'app';
  readonly displayName: string;
  readonly emailAddress: string;
  /** Undefined for an app: it never signs in. */
  readonly apiToken: string | undefined;
  readonly timeZone: string;
}

export interface Group {
  readonly groupId: string;
  readonly name: string;
  /** Account ids. */
  members: readonly string[];
}

export type ProjectPermission =
  | 'BROWSE_PROJECTS'
  | 'CREATE_ISSUES'
  | 'EDIT_ISSUES'
  | 'DELETE_ISSUES'
  | 'ASSIGN_ISSUES'
  | 'ASSIGNABLE_USER'
  | 'MODIFY_REPORTER'
  | 'TRANSITION_ISSUES'
  | 'ADD_COMMENTS'
  | 'ADMINISTER_PROJECTS';
export type GlobalPermission = 'ADMINISTER' | 'USER_PICKER';

/** Whom a permission is granted to: members of a group, or one account. */
export type Holder = { readonly groupId: string } | { readonly accountId: string };

/** What a screen asks for. */
export interface ScreenField {
  readonly fieldId: string;
  readonly required: boolean;
}

/** How issues of one work type behave in one project. */
export interface TypeConfiguration {
  readonly workflowId: string;
  readonly createScreen: readonly ScreenField[];
  readonly editScreen: readonly ScreenField[];
}

export interface Project {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly leadAccountId: string;
  lastIssueNumber: number;
  permissions: Readonly<Record<ProjectPermission, readonly Holder[]>>;
  /** By the id of the work type. */
  readonly types: Readonly<Record<string, TypeConfiguration>>;
}

export interface IssueType {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly subtask: boolean;
  properties: Readonly<Record<string, unknown>>;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  readonly name: string;
  readonly category: StatusCategory;
}

/** A Forge rule as workflows store it. `key` is the module's ARI, `config` a JSON string. */
export interface ForgeRule {
  readonly ruleKey: 'forge:expression-validator';
  readonly parameters: {
    readonly key: string;
    readonly config?: string;
    readonly id: string;
    readonly disabled: string;
  };
}

export interface Transition {
  readonly id: string;
  readonly name: string;
  /** Status ids; empty: from any status. */
  readonly from: readonly string[];
  readonly to: string;
  /** Undefined: no screen. */
  readonly screen: readonly ScreenField[] | undefined;
  validators: readonly ForgeRule[];
}

export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly initialStatusId: string;
  readonly transitions: readonly Transition[];
}

export type FieldType = 'text' | 'rich-text' | 'user' | 'option' | 'priority' | 'labels' | 'date';

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly type: FieldType;
  readonly custom: boolean;
  /** Of a field of type `option`. */
  readonly options: readonly { readonly id: string; readonly value: string }[];
}

export interface Priority {
  readonly id: string;
  readonly name: string;
}
