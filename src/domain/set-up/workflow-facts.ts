/** A rule of a workflow as Jira stores it. */
export interface RuleFacts {
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

export interface TransitionFacts {
  readonly id: string;
  readonly name: string;
  /** `initial` creates an issue, `global` leads from every status, `directed` from those in `from`. */
  readonly type: 'initial' | 'global' | 'directed';
  /** Status ids; empty unless directed. */
  readonly from: readonly string[];
  /** A status id; null: a loop, which leaves the issue where it is. */
  readonly to: string | null;
  readonly validators: readonly RuleFacts[];
  /** Null: no screen. */
  readonly screenId: string | null;
}

export interface WorkflowFacts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly scope: 'global' | 'project';
  /** An update has to name the version that it read. */
  readonly version: { readonly id: string; readonly versionNumber: number };
  readonly transitions: readonly TransitionFacts[];
}
