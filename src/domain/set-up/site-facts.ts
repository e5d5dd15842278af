import type { StatusFacts } from './configuration';
import type { WorkflowFacts } from './workflow-facts';

/** A workflow as a scheme names it. */
export interface WorkflowRef {
  readonly id: string;
  readonly name: string;
}

/** A workflow scheme. `mappings`: work type id -> workflow; work types without one follow the default. */
export interface SchemeFacts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly version: { readonly id: string; readonly versionNumber: number };
  /** Null where each work type has its own, as in a team-managed project. */
  readonly defaultWorkflow: WorkflowRef | null;
  readonly mappings: Readonly<Record<string, WorkflowRef>>;
}

/** A scheme of work types, with their ids in its order. */
export interface TypeSchemeFacts {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly defaultTypeId: string | null;
  readonly typeIds: readonly string[];
}

/** Where the field for the kind of critical issue holds, and what can be chosen in it. */
export interface KindFieldFacts {
  readonly fieldId: string;
  readonly description: string;
  readonly contextId: string;
  readonly options: readonly string[];
  /** Ids of the work types that have it; null: all. */
  readonly typeIds: readonly string[] | null;
}

export interface FilterFacts {
  readonly id: string;
  readonly name: string;
  readonly jql: string;
  readonly isOwn: boolean;
  readonly isShared: boolean;
}

/** Work of Jira that goes on after it was asked for. `progress` is 0 to 100. */
export interface TaskFacts {
  readonly state: 'running' | 'failed';
  readonly progress: number;
  readonly message: string;
}

/** What the set-up has to know of the site beside the configuration of the project. */
export interface SiteFacts {
  /** Statuses that a workflow of this project may use. */
  readonly statuses: readonly StatusFacts[];
  /** Null while the policy's name for it does not mean exactly one field with choices. */
  readonly kindField: KindFieldFacts | null;
  /** Of the project; null in a team-managed one. */
  readonly typeScheme: TypeSchemeFacts | null;
  readonly scheme: SchemeFacts;
  /** What an earlier run of the set-up made for this project, in use or not. */
  readonly ownTypeScheme: TypeSchemeFacts | null;
  readonly ownWorkflow: { readonly facts: WorkflowFacts; readonly statuses: readonly StatusFacts[] } | null;
  readonly ownScheme: SchemeFacts | null;
  readonly hasIssues: boolean;
  /** Names by id, of the screens of the emergency work type. */
  readonly screenNames: Readonly<Record<string, string>>;
  /** Filters that are shared with the project or belong to the person. */
  readonly filters: readonly FilterFacts[];
  /** The switch of the workflow scheme that an earlier run asked for; null: none, or it came to a good end. */
  readonly task: TaskFacts | null;
}
