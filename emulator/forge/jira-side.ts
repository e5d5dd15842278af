import type { IssueHappening, Principal } from '../seams';

/** What the embedded Forge asks of Jira. */
export interface JiraSide {
  readonly baseUrl: () => string;
  readonly handle: (request: Request, who: Principal) => Promise<Response>;
  readonly onHappening: (listener: (happening: IssueHappening) => void) => () => void;
  /** The issue in the shape of the REST API with every field, past all permissions; undefined if there is none. */
  readonly issue: (issueIdOrKey: string) => IssueBean | undefined;
  /** The value of an entity property; undefined if there is none. */
  readonly property: (entity: PropertyEntity, id: string, propertyKey: string) => unknown;
  readonly mayBrowse: (accountId: string, issueIdOrKey: string) => boolean;
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

export type PropertyEntity = 'issue' | 'issueType' | 'project' | 'user';
