import type { Field } from '../model/field';
import type { Issue } from '../model/issue';
import type { Project } from '../model/site';
import { inRole } from '../permissions';
import { groupsOf, type JiraStore, known } from '../store';
import { PROJECT_ROLES } from './methods';

/** A person as Jira expressions know them; two of the same account are equal. */
export function expressionUser(store: JiraStore, accountId: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof accountId !== 'string') return null;
  const { displayName, accountType, timeZone } = known(store.accounts, accountId);
  return {
    accountId,
    displayName,
    accountType,
    timeZone,
    groups: groupsOf(store, accountId).map(({ name }) => name),
    [PROJECT_ROLES]: rolesByProject(store, accountId),
  };
}

/** Project id -> the roles that the person is in there: what the method `getProjectRoles` answers from. */
function rolesByProject(store: JiraStore, accountId: string) {
  const rolesIn = (project: Project) =>
    [...store.roles.values()]
      .filter(({ id }) => inRole(store, project, id, accountId))
      .map(({ id, name, description }) => ({ id: Number(id), name, description }));
  return Object.fromEntries([...store.projects.values()].map((project) => [project.id, rolesIn(project)]));
}

export const expressionProject = ({ id, key, name, style, properties }: Project) => ({
  id: Number(id),
  key,
  name,
  style,
  properties,
});

/** An issue as Jira expressions know it: https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#issue */
export function expressionIssue(store: JiraStore, issue: Issue): Readonly<Record<string, unknown>> {
  const type = known(store.issueTypes, issue.issueTypeId);
  const status = known(store.statuses, issue.statusId);
  const parent = store.issues.get(issue.parentId ?? '');
  const custom = [...store.fields.values()].filter((field) => field.custom);
  return {
    ...Object.fromEntries<unknown>(custom.map((field) => [field.id, customValue(field, issue)])),
    id: Number(issue.id),
    key: issue.key,
    summary: issue.fields.summary ?? null,
    description: issue.fields.description ?? null,
    reporter: expressionUser(store, issue.fields.reporter),
    assignee: expressionUser(store, issue.fields.assignee),
    creator: expressionUser(store, issue.creatorId),
    issueType: { id: Number(type.id), name: type.name, isSubtask: type.subtask, properties: type.properties },
    status: { id: Number(status.id), name: status.name },
    project: expressionProject(known(store.projects, issue.projectId)),
    parent: parent === undefined ? null : { id: Number(parent.id), key: parent.key, properties: parent.properties },
    labels: issue.fields.labels ?? [],
    properties: issue.properties,
  };
}

function customValue({ id, type, options }: Field, { fields }: Issue): unknown {
  const value = fields[id] ?? null;
  const chosen = options
    .filter((option) => (Array.isArray(value) ? value.includes(option.id) : option.id === value))
    .map((option) => ({ id: Number(option.id), value: option.value }));
  if (type === 'option') return chosen[0] ?? null;
  return type === 'options' && value !== null ? chosen : value;
}
