import { type FieldContext, fieldKind, READ_ONLY_FIELDS } from './fields';
import { jiraDate } from './jira-date';
import type { Comment, History, Issue } from './model/issue';
import type { IssueType, Project, Status } from './model/site';
import { type JiraStore, known } from './store';
import { userJson } from './user-json';

type Site = Pick<FieldContext, 'store' | 'baseUrl'>;

export const statusJson = (status: Status, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/status/${status.id}`,
  id: status.id,
  name: status.name,
  description: '',
  iconUrl: `${baseUrl}/`,
  statusCategory: CATEGORY[status.category](baseUrl),
});

const category = (id: number, key: string, name: string, colorName: string) => (baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/statuscategory/${id}`,
  id,
  key,
  name,
  colorName,
});

const CATEGORY = {
  new: category(2, 'new', 'To Do', 'blue-gray'),
  indeterminate: category(4, 'indeterminate', 'In Progress', 'yellow'),
  done: category(3, 'done', 'Done', 'green'),
} satisfies Record<Status['category'], unknown>;

export const issueTypeJson = (type: IssueType, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/issuetype/${type.id}`,
  id: type.id,
  name: type.name,
  description: type.description,
  iconUrl: `${baseUrl}/`,
  subtask: type.subtask,
  hierarchyLevel: type.subtask ? -1 : 0,
});

export const projectJson = (project: Project, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/project/${project.id}`,
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: 'software',
  simplified: false,
  style: 'classic',
});

export const commentJson = (issue: Issue, comment: Comment, { store, baseUrl }: Site) => {
  const author = userJson(known(store.accounts, comment.authorId), baseUrl);
  return {
    self: `${baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    updateAuthor: author,
    body: comment.body,
    created: jiraDate(comment.created),
    updated: jiraDate(comment.created),
    jsdPublic: true,
  };
};

export const historyJson = (history: History, { store, baseUrl }: Site) => ({
  id: history.id,
  author: userJson(known(store.accounts, history.authorId), baseUrl),
  created: jiraDate(history.created),
  items: history.items.map((item) => ({ ...item })),
});

/** An issue by its own few words, as it is named inside others. */
export const linkedIssueJson = (issue: Issue, { store, baseUrl }: Site) => ({
  id: issue.id,
  key: issue.key,
  self: `${baseUrl}/rest/api/3/issue/${issue.id}`,
  fields: {
    summary: issue.fields.summary,
    status: statusJson(known(store.statuses, issue.statusId), baseUrl),
    issuetype: issueTypeJson(known(store.issueTypes, issue.issueTypeId), baseUrl),
  },
});

const subtasksOf = (store: JiraStore, issue: Issue): readonly Issue[] =>
  [...store.issues.values()].filter(({ parentId }) => parentId === issue.id);

/** Every field of the issue by id, as Jira shows it. */
export function allFieldsJson(issue: Issue, site: Site): Readonly<Record<string, unknown>> {
  const { store, baseUrl } = site;
  const project = known(store.projects, issue.projectId);
  const context: FieldContext = { ...site, project };
  const given = [...store.fields.values()].map(
    (field) => [field.id, fieldKind(field).json(issue.fields[field.id] ?? null, field, context) ?? null] as const,
  );
  const parent = issue.parentId === null ? undefined : store.issues.get(issue.parentId);
  return {
    ...Object.fromEntries<unknown>(given),
    issuetype: issueTypeJson(known(store.issueTypes, issue.issueTypeId), baseUrl),
    project: projectJson(project, baseUrl),
    status: statusJson(known(store.statuses, issue.statusId), baseUrl),
    creator: userJson(known(store.accounts, issue.creatorId), baseUrl),
    created: jiraDate(issue.created),
    updated: jiraDate(issue.updated),
    resolution: null,
    subtasks: subtasksOf(store, issue).map((subtask) => linkedIssueJson(subtask, site)),
    comment: {
      comments: issue.comments.map((comment) => commentJson(issue, comment, site)),
      self: `${baseUrl}/rest/api/3/issue/${issue.id}/comment`,
      maxResults: issue.comments.length,
      total: issue.comments.length,
      startAt: 0,
    },
    ...(parent === undefined ? {} : { parent: linkedIssueJson(parent, site) }),
  };
}

/** What a list of issues shows unless it asks for more. */
const NOT_NAVIGABLE = ['comment'];

/** The field ids that `fields` asks for: ids, `*all`, `*navigable`, and `-id` to leave one out. */
export function wantedFields(asked: readonly string[], all: readonly string[]): ReadonlySet<string> {
  const parts = asked.flatMap((text) => text.split(',')).map((part) => part.trim());
  const plain = parts.filter((part) => part !== '' && !part.startsWith('-'));
  const everything = plain.length === 0 || plain.includes('*all');
  const navigable = plain.includes('*navigable') ? all.filter((id) => !NOT_NAVIGABLE.includes(id)) : [];
  const wanted = new Set(everything ? all : [...navigable, ...all.filter((id) => plain.includes(id))]);
  for (const part of parts) if (part.startsWith('-')) wanted.delete(part.slice(1));
  return wanted;
}

/** Field id -> its name on screens. */
export const fieldNames = (store: JiraStore): Readonly<Record<string, string>> => ({
  ...READ_ONLY_FIELDS,
  ...Object.fromEntries([...store.fields.values()].map(({ id, name }) => [id, name])),
});
