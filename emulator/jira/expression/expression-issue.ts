import type { Issue } from '../model/issue';
import { type JiraStore, known } from '../store';

/** A person as Jira expressions know them; two of the same account are equal. */
export function expressionUser(store: JiraStore, accountId: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof accountId !== 'string') return null;
  const { displayName } = known(store.accounts, accountId);
  return { accountId, displayName };
}

/** An issue as Jira expressions know it: https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#issue */
export function expressionIssue(store: JiraStore, issue: Issue): Readonly<Record<string, unknown>> {
  const type = known(store.issueTypes, issue.issueTypeId);
  const status = known(store.statuses, issue.statusId);
  const project = known(store.projects, issue.projectId);
  const options = [...store.fields.values()]
    .filter(({ custom }) => custom)
    .map((field) => {
      const option = field.options.find(({ id }) => id === issue.fields[field.id]);
      return [field.id, option === undefined ? null : { id: Number(option.id), value: option.value }] as const;
    });
  return {
    ...Object.fromEntries<unknown>(options),
    id: Number(issue.id),
    key: issue.key,
    summary: issue.fields.summary ?? null,
    description: issue.fields.description ?? null,
    reporter: expressionUser(store, issue.fields.reporter),
    assignee: expressionUser(store, issue.fields.assignee),
    creator: expressionUser(store, issue.creatorId),
    issueType: { id: Number(type.id), name: type.name, properties: type.properties },
    status: { id: Number(status.id), name: status.name },
    project: { id: Number(project.id), key: project.key, name: project.name },
    labels: issue.fields.labels ?? [],
    properties: issue.properties,
  };
}
