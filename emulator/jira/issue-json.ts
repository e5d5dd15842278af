import type { Principal } from '../seams';
import { attachmentJson, attachmentsOf } from './issue-attachments';
import { linksOf } from './issue-links';
import { type FieldContext, fieldKind, READ_ONLY_FIELDS } from './fields';
import { jiraDate } from './jira-date';
import type { Comment, History, Issue } from './model/issue';
import type { IssueLink, IssueLinkType } from './model/issue-link';
import type { IssueType, Project, Status } from './model/site';
import { mayOnIssue } from './permissions';
import { type JiraStore, known } from './store';
import { userJson } from './user-json';

type Site = Pick<FieldContext, 'store' | 'baseUrl'>;

/** For whom an issue is shown; undefined: past all permissions. */
interface SiteSeen extends Site {
  readonly viewer?: Principal;
}

export const statusJson = (status: Status, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/status/${status.id}`,
  id: status.id,
  name: status.name,
  description: status.description ?? '',
  iconUrl: `${baseUrl}/`,
  statusCategory: CATEGORY[status.category](baseUrl),
  ...ownScope(status),
});

/** Of what is a team-managed project's own. */
const ownScope = ({ projectId }: Pick<Status, 'projectId'>) =>
  projectId === undefined ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };

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
  ...ownScope(type),
});

export const projectJson = (project: Project, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/project/${project.id}`,
  id: project.id,
  key: project.key,
  name: project.name,
  projectTypeKey: 'software',
  simplified: project.style === 'next-gen',
  style: project.style,
});

export const commentJson = (issue: Issue, comment: Comment, { store, baseUrl }: Site, withProperties = false) => {
  const person = (accountId: string) => userJson(known(store.accounts, accountId), baseUrl);
  return {
    self: `${baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: person(comment.authorId),
    updateAuthor: person(comment.updateAuthorId),
    body: comment.body,
    created: jiraDate(comment.created),
    updated: jiraDate(comment.updated),
    jsdPublic: true,
    ...(withProperties && {
      properties: Object.entries(comment.properties).map(([key, value]) => ({ key, value })),
    }),
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
    ...priorityJson(issue, { store, baseUrl }),
  },
});

function priorityJson(issue: Issue, site: Site) {
  const field = site.store.fields.get('priority');
  if (field === undefined) return {};
  const context: FieldContext = { ...site, project: known(site.store.projects, issue.projectId) };
  return { priority: fieldKind(field).json(issue.fields.priority ?? null, field, context) };
}

export const linkTypeJson = (type: IssueLinkType, baseUrl: string) => ({
  ...type,
  self: `${baseUrl}/rest/api/3/issueLinkType/${type.id}`,
});

/** The links of an issue; not those to issues that the viewer may not see. */
function issueLinksJson(issue: Issue, { viewer, ...site }: SiteSeen) {
  const { store, baseUrl } = site;
  return linksOf(store, issue.id).flatMap((link) => {
    const outward = link.inwardIssueId === issue.id;
    const other = known(store.issues, outward ? link.outwardIssueId : link.inwardIssueId);
    if (viewer !== undefined && !mayOnIssue(store, viewer, 'BROWSE_PROJECTS', other)) return [];
    return [
      {
        id: link.id,
        self: `${baseUrl}/rest/api/3/issueLink/${link.id}`,
        type: linkTypeJson(known(store.issueLinkTypes, link.typeId), baseUrl),
        [outward ? 'outwardIssue' : 'inwardIssue']: linkedIssueJson(other, site),
      },
    ];
  });
}

/** A link by itself, with both of its ends. */
export const issueLinkJson = (link: IssueLink, inward: Issue, outward: Issue, site: Site) => ({
  id: link.id,
  self: `${site.baseUrl}/rest/api/3/issueLink/${link.id}`,
  type: linkTypeJson(known(site.store.issueLinkTypes, link.typeId), site.baseUrl),
  inwardIssue: linkedIssueJson(inward, site),
  outwardIssue: linkedIssueJson(outward, site),
});

const watchesJson = (issue: Issue, { baseUrl, viewer }: SiteSeen) => ({
  self: `${baseUrl}/rest/api/3/issue/${issue.key}/watchers`,
  watchCount: issue.watchers.length,
  isWatching: viewer?.kind === 'account' && issue.watchers.includes(viewer.accountId),
});

const subtasksOf = (store: JiraStore, issue: Issue): readonly Issue[] =>
  [...store.issues.values()].filter(({ parentId }) => parentId === issue.id);

/** Every field of the issue by id, as Jira shows it. What has to be looked for among all issues waits until it is read. */
export function allFieldsJson(issue: Issue, site: SiteSeen): Readonly<Record<string, unknown>> {
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
    get issuelinks() {
      return issueLinksJson(issue, site);
    },
    get attachment() {
      return attachmentsOf(store, issue.id).map((attachment) => attachmentJson(attachment, store, baseUrl));
    },
    watches: watchesJson(issue, site),
    get subtasks() {
      return subtasksOf(store, issue).map((subtask) => linkedIssueJson(subtask, site));
    },
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
const NOT_NAVIGABLE = ['comment', 'attachment'];

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
