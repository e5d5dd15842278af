import type { IssueHappening, Principal, ProjectHappening } from '../seams';

/** What the embedded Forge asks of Jira. */
export interface JiraSide {
  readonly baseUrl: () => string;
  readonly handle: (request: Request, who: Principal) => Promise<Response>;
  readonly onHappening: (listener: (happening: IssueHappening) => void) => () => void;
  readonly onProjectHappening: (listener: (happening: ProjectHappening) => void) => () => void;
  /** The issue in the shape of the REST API with every field, past all permissions; undefined if there is none. */
  readonly issue: (issueIdOrKey: string) => IssueBean | undefined;
  /** The value of an entity property; undefined if there is none. */
  readonly property: (entity: PropertyEntity, id: string, propertyKey: string) => unknown;
  readonly mayBrowse: (accountId: string, issueIdOrKey: string) => boolean;
  /** The project, whoever asks; undefined if there is none. */
  readonly project: (projectIdOrKey: string) => ProjectBean | undefined;
  /** Whether the person has the permission, as `BROWSE_PROJECTS`; false for one that Jira does not have. */
  readonly mayInProject: (accountId: string, permission: string, projectIdOrKey: string) => boolean;
  /** Whether the person may see and change the settings of the project, as its or as Jira's administrator. */
  readonly mayAdministerProject: (accountId: string, projectIdOrKey: string) => boolean;
  /** IANA name, as the person's profile has it. */
  readonly timeZone: (accountId: string) => string;
  readonly isAdministrator: (accountId: string) => boolean;
  /** A Jira expression over named variables. Throws when it cannot be evaluated. */
  readonly evaluate: (expression: string, context: Readonly<Record<string, unknown>>) => unknown;
}

export interface IssueBean {
  readonly id: string;
  readonly key: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ProjectBean {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly projectTypeKey: string;
}

export type PropertyEntity = 'issue' | 'issueType' | 'project' | 'user';
