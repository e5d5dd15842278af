import type { AccountId, Moment } from '../ids';
import type { PolicyGroup, Status } from '../policy';
import type { WorkflowFacts } from './workflow-facts';

/** A part of the reading. Unreadable is never "no problem": `what` names the part, `who` could read it. */
export type Part<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'unreadable'; readonly what: string; readonly who: string };

/** The value of a part that was read, else undefined. */
export const valueOf = <Value>(part: Part<Value>): Value | undefined => (part.kind === 'read' ? part.value : undefined);

export interface WorkTypeFacts {
  readonly id: string;
  readonly name: string;
  readonly subtask: boolean;
}

export interface StatusFacts extends Status {
  readonly category: 'to-do' | 'in-progress' | 'done';
}

/** The emergency work type: the one of the name that the policy gives it. */
export interface EmergencyType extends WorkTypeFacts {
  readonly inProject: boolean;
  /** Whether its property `emergency-change` is `{enabled: true}`: without it the app gets no events and has no panel. */
  readonly enabled: Part<boolean>;
}

/** A project that follows the same workflow, and with which of its work types. */
export interface WorkflowUse {
  readonly projectId: string;
  readonly key: string;
  readonly name: string;
  readonly workTypes: readonly WorkTypeFacts[];
}

/** A workflow scheme. It maps work type ids to names of workflows; the other types follow the default. */
export interface WorkflowSchemeFacts {
  /** Null: the scheme that Jira gives to whatever has no other. */
  readonly id: string | null;
  readonly name: string;
  readonly defaultWorkflow: string;
  readonly mappings: Readonly<Record<string, string>>;
}

/** A workflow that governs the emergency work type, and who else goes by it. */
export interface GoverningWorkflow {
  readonly facts: WorkflowFacts;
  /** Its own statuses, with their categories. */
  readonly statuses: readonly StatusFacts[];
  /** Other work types of this project that follow it. */
  readonly otherTypes: Part<readonly WorkTypeFacts[]>;
  /** Other projects that follow it, for any of their work types. */
  readonly otherProjects: Part<readonly WorkflowUse[]>;
}

/** The screens of the emergency work type, by Jira's ids of them. */
export interface TypeScreens {
  readonly create: string;
  readonly edit: string;
  readonly view: string;
}

export interface FieldFacts {
  readonly id: string;
  readonly name: string;
  /** Jira's name of its type, such as `com.atlassian.jira.plugin.system.customfieldtypes:select`. */
  readonly custom: string | null;
  /** The ids of the screens on which it is. */
  readonly onScreens: Part<readonly string[]>;
}

/** A group or role that the policy names, and who is in it. Null: the site, or the project, has none of that name. */
export interface GroupFacts {
  readonly group: PolicyGroup;
  readonly found: Part<GroupMembers | null>;
}

export interface GroupMembers {
  /** Active people; of a large group the first ones only. */
  readonly members: readonly AccountId[];
  /** There are more than `members` shows. */
  readonly more: boolean;
}

/** Which app this is, so that its own rules are told from those of another environment of it. */
export interface AppIdentity {
  readonly appId: string;
  readonly environmentId: string;
}

/** A project as it is configured now, as far as an emergency change depends on it. */
export interface ProjectConfiguration {
  readonly readAt: Moment;
  readonly app: AppIdentity;
  readonly project: {
    readonly projectId: string;
    readonly key: string;
    readonly name: string;
    readonly style: 'company-managed' | 'team-managed';
  };
  /** The work types of the project. */
  readonly workTypes: readonly WorkTypeFacts[];
  /** Null: neither the project nor the site has a work type of that name. */
  readonly emergencyType: EmergencyType | null;
  /** The statuses that issues of the emergency work type can have; none while it is not in the project. */
  readonly statuses: readonly Status[];
  /** Statuses of the site that the policy names and the workflow lacks. */
  readonly unusedStatuses: Part<readonly Status[]>;
  /** Null while the work type is not in the project. */
  readonly workflow: Part<GoverningWorkflow | null>;
  /** Null in a team-managed project, which has none that could be changed. */
  readonly workflowScheme: Part<WorkflowSchemeFacts | null>;
  /** Null while the work type is not in the project. */
  readonly screens: Part<TypeScreens | null>;
  /** Field ids on each screen that a transition of the workflow shows, by screen id. */
  readonly transitionScreens: Part<Readonly<Record<string, readonly string[]>>>;
  /** The app's own field EmergencyChange; null: not installed. */
  readonly appField: FieldFacts | null;
  /** The fields of the name that the policy gives the kind field. The app knows it only if it is one. */
  readonly kindFields: readonly FieldFacts[];
  /** The permissions of NEEDED_PERMISSIONS that the app has in the project. */
  readonly permissions: Part<readonly string[]>;
  /** Each group or role of the policy once. */
  readonly groups: readonly GroupFacts[];
}
