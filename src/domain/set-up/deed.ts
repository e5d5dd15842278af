import type { StatusFacts } from './configuration';
import type { SchemeFacts } from './site-facts';
import type { WorkflowFacts } from './workflow-facts';

/** Where statuses and workflows live: on the site, or in a team-managed project. */
export type Scope = { readonly kind: 'global' } | { readonly kind: 'project'; readonly projectId: string };

export interface NewStatus {
  readonly name: string;
  readonly category: StatusFacts['category'];
}

/** `validators` are Jira's names of the app's rules, as `moduleAri` gives them. */
export interface NewTransition {
  readonly id: string;
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  readonly validators: readonly string[];
}

/** What is added to a workflow; everything else in it stays as it was. */
export interface WorkflowAdditions {
  readonly statuses: readonly StatusFacts[];
  readonly transitions: readonly NewTransition[];
  /** Rules for transitions that are there. */
  readonly validators: readonly { readonly transitionId: string; readonly keys: readonly string[] }[];
}

interface Named {
  readonly name: string;
  readonly description: string;
}

/** For issues in a status that their new workflow lacks. */
export interface StatusMove {
  readonly typeId: string;
  readonly fromStatusId: string;
  readonly toStatusId: string;
}

/** One thing to make in Jira. It carries all that is known, so that what a run that stopped had made is not made again. */
export type Deed =
  /** `typeId`: the type is there and is only to be marked as one of the app's. */
  | ({ readonly kind: 'work-type'; readonly typeId: string | null } & Named)
  | ({
      readonly kind: 'kind-field';
      readonly field: { readonly fieldId: string; readonly contextId: string } | null;
      readonly addOptions: readonly string[];
      /** The work type that is to have it; null: it is as it should be. */
      readonly addTypeId: string | null;
    } & Named)
  | { readonly kind: 'statuses'; readonly scope: Scope; readonly statuses: readonly NewStatus[] }
  | ({
      readonly kind: 'new-workflow';
      readonly scope: Scope;
      readonly initialStatusId: string;
      readonly additions: WorkflowAdditions;
    } & Named)
  | {
      readonly kind: 'amended-workflow';
      readonly workflow: Pick<WorkflowFacts, 'id' | 'name' | 'version'>;
      readonly additions: WorkflowAdditions;
    }
  | ({
      readonly kind: 'copied-workflow';
      readonly scope: Scope;
      readonly source: Pick<WorkflowFacts, 'id' | 'name' | 'version'>;
      readonly additions: WorkflowAdditions;
    } & Named)
  | ({
      readonly kind: 'workflow-scheme';
      readonly projectId: string;
      /** Null: it is to be made. */
      readonly scheme: Pick<SchemeFacts, 'id' | 'version'> | null;
      readonly content: Pick<SchemeFacts, 'defaultWorkflow' | 'mappings'>;
      /** Whether the scheme that is there has another content. */
      readonly update: boolean;
      /** How the project gets it; `keep`: it has it. */
      readonly give: 'assign' | 'switch' | 'keep';
      readonly moves: readonly StatusMove[];
    } & Named)
  | ({
      readonly kind: 'work-type-scheme';
      readonly projectId: string;
      readonly schemeId: string | null;
      readonly typeIds: readonly string[];
      readonly defaultTypeId: string | null;
      /** Those that the scheme that is there lacks. */
      readonly addTypeIds: readonly string[];
      readonly assign: boolean;
    } & Named)
  | { readonly kind: 'screens'; readonly fields: readonly { readonly screenId: string; readonly fieldId: string }[] }
  | {
      readonly kind: 'filters';
      readonly projectId: string;
      readonly filters: readonly ({ readonly filterId: string | null; readonly jql: string } & Named)[];
    }
  | { readonly kind: 'settings' };

/** A deed in Jira; the settings are the app's own. */
export type JiraDeed = Exclude<Deed, { readonly kind: 'settings' }>;
