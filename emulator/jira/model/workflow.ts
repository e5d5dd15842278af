/** A rule of a workflow in the shape of https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ */
export interface WorkflowRule {
  readonly id: string;
  /** As `system:validate-field-value` or `forge:expression-validator`. */
  readonly ruleKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A Forge rule as workflows store it. `key` is the module's ARI, `config` a JSON string. */
export interface ForgeRule extends WorkflowRule {
  readonly ruleKey: 'forge:expression-validator';
  readonly parameters: {
    readonly key: string;
    readonly id: string;
    readonly disabled: string;
    readonly [other: string]: string;
  };
}

export interface ConditionGroup {
  readonly operation: 'ANY' | 'ALL';
  readonly conditions: readonly WorkflowRule[];
  readonly conditionGroups: readonly ConditionGroup[];
}

/** What a transition carries besides where it leads. */
export interface TransitionRules {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  /** Undefined: no screen. */
  readonly screenId?: string | undefined;
  validators: readonly WorkflowRule[];
  readonly conditions?: ConditionGroup;
  /** Post functions. */
  readonly actions?: readonly WorkflowRule[];
  readonly properties?: Readonly<Record<string, string>>;
}

export interface Transition extends TransitionRules {
  /** Status ids; empty: from any status. */
  readonly from: readonly string[];
  /** A status id, or `LOOP`: the status that the issue has. */
  readonly to: string;
}

export interface Layout {
  readonly x: number;
  readonly y: number;
}

/** A rule that an app offers to workflows. */
export interface AppRule {
  /** The module's ARI: the `key` of the rule's parameters. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly ruleKey: 'forge:expression-validator';
  readonly projectTypes: readonly ('company-managed' | 'team-managed')[];
}

/** The `to` of a transition that leads back to where it started. */
export const LOOP = '-1';

export interface Workflow {
  readonly id: string;
  readonly name: string;
  description?: string;
  initialStatusId: string;
  /** The transition that creates an issue. */
  initial: TransitionRules;
  transitions: readonly Transition[];
  /** Statuses without any transition; the others are known by the transitions. */
  statusIds: readonly string[];
  /** The team-managed project whose own it is; undefined: of the whole site. */
  readonly projectId?: string;
  /** Where the editor draws it: status id -> place. */
  layouts?: Readonly<Record<string, Layout>>;
  startPointLayout?: Layout;
  loopedTransitionContainerLayout?: Layout;
  /** Status id -> the properties that the workflow gives it. */
  statusProperties?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Grows with each update: who updates has to have seen the last one. */
  versionNumber: number;
}

const isForgeRule = (rule: WorkflowRule): rule is ForgeRule =>
  rule.ruleKey === 'forge:expression-validator' && rule.parameters.key !== undefined;

/** The validators of a transition that an app answers. */
export const forgeValidators = ({ validators }: Pick<TransitionRules, 'validators'>): readonly ForgeRule[] =>
  validators.filter(isForgeRule);

/** Where the transition leads an issue that is in this status. */
export const targetStatusId = ({ to }: Pick<Transition, 'to'>, currentStatusId: string): string =>
  to === LOOP ? currentStatusId : to;
