import * as v from 'valibot';
import type { IssueBean, JiraSide, ProjectBean } from '../jira-side';
import type { UiModuleKind } from '../ui-module-kind';

/** Where somebody looks at a module: on an issue, in a project, or on the site. */
export interface Place {
  readonly accountId: string;
  /** Id or key. */
  readonly issue?: string | undefined;
  /** Id or key. */
  readonly project?: string | undefined;
}

/** A call for something that is not there for this person: an unknown module, a hidden issue, a page of administrators. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

/** A place that its person may be at, with what is there. */
export interface Viewing {
  readonly accountId: string;
  readonly issue: ViewedIssue | undefined;
  readonly project: ProjectBean | undefined;
}

export interface ViewedIssue {
  readonly id: string;
  readonly key: string;
  readonly typeId: string;
  readonly typeName: string;
}

const FieldsSchema = v.object({
  issuetype: v.object({ id: v.string(), name: v.string() }),
  project: v.object({ id: v.string(), key: v.string(), name: v.string(), projectTypeKey: v.string() }),
});

/** The place for a module of that kind. Throws NotHere when the person may not be there. */
export function viewingOf(jira: JiraSide, kind: UiModuleKind, place: Place): Viewing {
  const { accountId } = place;
  const mayBrowse = (who: string, project: string) => jira.mayInProject(who, 'BROWSE_PROJECTS', project);
  switch (kind) {
    case 'jira:issuePanel':
    case 'jira:issueContext':
      return onIssue(accountId, browsedIssue(jira, place));
    case 'jira:projectPage':
      return { accountId, issue: undefined, project: projectAt(jira, place, mayBrowse) };
    case 'jira:projectSettingsPage':
      return { accountId, issue: undefined, project: projectAt(jira, place, jira.mayAdministerProject) };
    case 'jira:adminPage':
      if (!jira.isAdministrator(accountId)) throw new NotHere('Only Jira administrators see this page.');
      return { accountId, issue: undefined, project: undefined };
    case 'jira:globalPage':
      return { accountId, issue: undefined, project: undefined };
  }
}

function browsedIssue(jira: JiraSide, { accountId, issue = '' }: Place): IssueBean {
  const bean = jira.mayBrowse(accountId, issue) ? jira.issue(issue) : undefined;
  if (bean === undefined) throw new NotHere('Issue does not exist or you do not have permission to see it.');
  return bean;
}

function projectAt(
  jira: JiraSide,
  { accountId, project = '' }: Place,
  may: (accountId: string, project: string) => boolean,
): ProjectBean {
  const bean = may(accountId, project) ? jira.project(project) : undefined;
  if (bean === undefined) throw new NotHere(`There is no project ${project} with this page for you.`);
  return bean;
}

function onIssue(accountId: string, { id, key, fields }: IssueBean): Viewing {
  const { issuetype, project } = v.parse(FieldsSchema, fields);
  return { accountId, issue: { id, key, typeId: issuetype.id, typeName: issuetype.name }, project };
}
