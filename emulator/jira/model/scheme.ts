/** Which work types a project has, in their order. */
export interface IssueTypeScheme {
  readonly id: string;
  name: string;
  description: string;
  defaultIssueTypeId: string | null;
  issueTypeIds: readonly string[];
  /** The scheme that new projects get. */
  readonly isDefault: boolean;
}

/** Which workflow a work type follows. */
export interface WorkflowScheme {
  readonly id: string;
  name: string;
  description: string;
  defaultWorkflowId: string;
  /** Work type id -> workflow id. */
  mappings: Readonly<Record<string, string>>;
  /** Grows with each update; absent is 1. */
  versionNumber?: number;
  /** The team-managed project whose own it is. */
  readonly projectId?: string;
}
