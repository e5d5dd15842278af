import type { ProjectPermission } from './permission';
import type { RoleActors } from './role';

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

/** Whom a permission is granted to. `dynamic` depends on the issue or the project, or is everybody who may use Jira. */
export type Holder =
  | { readonly groupId: string }
  | { readonly accountId: string }
  | { readonly roleId: string }
  | { readonly dynamic: 'reporter' | 'assignee' | 'projectLead' | 'applicationRole' };

/** A field on a screen, as the field configuration of one work type wants it. */
export interface ScreenField {
  readonly fieldId: string;
  readonly required: boolean;
}

/** How issues of one work type behave in one project: derived from the project's schemes, never stored. */
export interface TypeConfiguration {
  readonly workflowId: string;
  readonly createScreen: readonly ScreenField[];
  readonly editScreen: readonly ScreenField[];
}

export interface Project {
  readonly id: string;
  key: string;
  name: string;
  description: string;
  leadAccountId: string;
  /** `next-gen` is team-managed: its work types, statuses and workflows are its own. */
  readonly style: 'classic' | 'next-gen';
  lastIssueNumber: number;
  /** The grants of its permission scheme. A permission that is not named is granted to nobody. */
  permissions: Readonly<Partial<Record<ProjectPermission, readonly Holder[]>>>;
  issueTypeSchemeId: string;
  workflowSchemeId: string;
  issueTypeScreenSchemeId: string;
  /** Its field configuration: work type id -> fields that may not be empty where a screen has them. */
  requiredFields: Readonly<Record<string, readonly string[]>>;
  /** Role id -> who is in it here. */
  roleActors: Readonly<Record<string, RoleActors>>;
  properties: Readonly<Record<string, unknown>>;
  /** In the trash: nobody sees it or its issues until it is restored. */
  trashed: { readonly at: string; readonly byAccountId: string } | null;
}

export interface IssueType {
  readonly id: string;
  name: string;
  description: string;
  readonly subtask: boolean;
  properties: Readonly<Record<string, unknown>>;
  /** The team-managed project whose own it is; undefined: of the whole site. */
  readonly projectId?: string;
}

export type StatusCategory = 'new' | 'indeterminate' | 'done';

export interface Status {
  readonly id: string;
  name: string;
  category: StatusCategory;
  description?: string;
  /** The team-managed project whose own it is; undefined: of the whole site. */
  readonly projectId?: string;
}

export interface Priority {
  readonly id: string;
  readonly name: string;
}
