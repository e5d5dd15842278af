/**
 * What the parts of the emulator ask of each other. Jira knows nothing of Forge: it calls what is plugged in here.
 */

/** Who stands behind a call to Jira. The app's own user is an ordinary account of type `app`. */
export type Principal = { readonly kind: 'account'; readonly accountId: string } | { readonly kind: 'anonymous' };

/** A rule of a Forge app on a workflow transition, about to be asked. */
export interface ValidatorCall {
  /** `ari:cloud:ecosystem::extension/{appId}/{environmentId}/static/{moduleKey}` as stored in the workflow. */
  readonly ruleKey: string;
  /** The rule's stored configuration, a JSON string, or undefined. */
  readonly config: string | undefined;
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  /** Status ids. */
  readonly fromStatusId: string;
  readonly toStatusId: string;
  /** Field id -> new value as the transition's request gave it (`null` for emptied), for fields that the screen allowed. */
  readonly modifiedFields: Readonly<Record<string, unknown>>;
  readonly accountId: string;
  /** `issue` (as the transition's screen leaves it), `originalIssue`, `user`, `project`, `transition`: for expressions. */
  readonly expressionContext: Readonly<Record<string, unknown>>;
}

/** What a rule answered. `failed` is a rule that could not be asked or broke: Jira blocks, with its own words. */
export type ValidatorAnswer =
  | { readonly kind: 'passed' }
  | { readonly kind: 'blocked'; readonly message: string }
  | { readonly kind: 'failed'; readonly reason: string };

/** Asks the app's validator. Plugged into Jira by the emulator. */
export type AskValidator = (call: ValidatorCall) => Promise<ValidatorAnswer>;

/** A change of an issue's work type, about to be made: by an edit, a move, a bulk move, or to or from a subtask. */
export interface ActionValidatorCall {
  readonly action: 'workItemTypeChanged';
  readonly issueId: string;
  readonly newIssueTypeId: string;
  /** `user`, `issue`, `project`, `newIssueType` (the id, a number) and `newIssueTypeData` (the work type): for the expression. */
  readonly expressionContext: Readonly<Record<string, unknown>>;
}

/** Asks the app's action validator. Plugged into Jira by the emulator; without an app that has one everything passes. */
export type AskActionValidator = (call: ActionValidatorCall) => Promise<ValidatorAnswer>;

/** One `items` entry of a history, in Jira's shape. */
export interface ChangeItem {
  readonly field: string;
  readonly fieldtype: 'jira' | 'custom';
  readonly fieldId: string;
  readonly from: string | null;
  readonly fromString: string | null;
  readonly to: string | null;
  readonly toString: string | null;
}

/** What happened to an issue, told after it is stored. */
export interface IssueHappening {
  readonly kind:
    | 'created'
    | 'updated'
    | 'deleted'
    | 'commented'
    | 'comment-updated'
    | 'comment-deleted'
    | 'linked'
    | 'unlinked'
    | 'attached'
    | 'attachment-deleted';
  readonly issueId: string;
  readonly issueKey: string;
  readonly projectId: string;
  /** Who did it; the app's own account when the app did. */
  readonly accountId: string;
  readonly at: Date;
  readonly changes: readonly ChangeItem[];
  /** Of a created issue that is a copy: the issue it was cloned from. */
  readonly clonedFrom?: { readonly id: string; readonly key: string };
  /** Of what concerns a comment, an issue link or an attachment: its id. */
  readonly subjectId?: string;
  /** Of a deleted issue: as it was, in the shape of the REST API with every field. */
  readonly gone?: { readonly id: string; readonly key: string; readonly fields: Readonly<Record<string, unknown>> };
}

/** What happened to a project, told after it is stored. Of the issues of a deleted project nothing is told. */
export interface ProjectHappening {
  readonly kind: 'created' | 'updated' | 'softdeleted' | 'deleted' | 'restored';
  /** Who did it; the app's own account when the app did. */
  readonly accountId: string;
  readonly at: Date;
  /** The project in the shape of the REST API, as it is now or was until then. */
  readonly project: { readonly id: string; readonly key: string; readonly name: string };
}
