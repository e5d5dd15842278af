import type { Issue } from '../../model/issue';
import { mayInProject } from '../../permissions';
import type { JiraStore } from '../../store';
import type { Asking } from '../asking';
import type { HistoryField, JqlField } from './jql-field';
import { termsField, type Terms } from './terms-field';

const same = (name: string, text: string) => name.toLowerCase() === text.toLowerCase();
const textOf = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);

interface Named {
  readonly id: string;
  readonly name: string;
}

type Records = (store: JiraStore) => ReadonlyMap<string, Named>;

/** What a field that names one record of the site has: found by id or by name, of which several records may have the same. */
const naming = (records: Records, type: string): Pick<Terms, 'idsNamed' | 'sortKey' | 'suggest' | 'type'> => ({
  idsNamed: (text, { store }) =>
    [...records(store).values()].filter(({ id, name }) => id === text || same(name, text)).map(({ id }) => id),
  sortKey: (id, { store }) => [...records(store).keys()].indexOf(id),
  suggest: ({ store }) => [...new Set([...records(store).values()].map(({ name }) => name))].map(plainSuggestion),
  type,
});

export const plainSuggestion = (text: string) => ({ value: text, text });

const inHistory = (fieldId: string, current: (issue: Issue) => unknown): Pick<HistoryField, 'fieldId' | 'current'> => ({
  fieldId,
  current: (issue) => textOf(current(issue))[0] ?? null,
});

export const issueTypeField = termsField({
  ...naming(({ issueTypes }) => issueTypes, 'com.atlassian.jira.issue.issuetype.IssueType'),
  column: 'issuetype',
  termsOf: ({ issueTypeId }) => [issueTypeId],
});

export const statusField = termsField({
  ...naming(({ statuses }) => statuses, 'com.atlassian.jira.issue.status.Status'),
  column: 'status',
  termsOf: ({ statusId }) => [statusId],
  historyOf: inHistory('status', ({ statusId }) => statusId),
});

const CATEGORIES = {
  new: ['2', 'new', 'To Do'],
  indeterminate: ['4', 'indeterminate', 'In Progress'],
  done: ['3', 'done', 'Done'],
} as const;

export const statusCategoryField = termsField({
  column: 'status',
  termsOf: ({ statusId }) => [statusId],
  // A category without a status names none: an id that no issue holds keeps it from being called unknown.
  idsNamed: (text, { store }) => {
    const category = Object.entries(CATEGORIES).find(([, names]) => names.some((name) => same(name, text)))?.[0];
    if (category === undefined) return [];
    return ['', ...[...store.statuses.values()].filter((status) => status.category === category).map(({ id }) => id)];
  },
  sortKey: (id, { store }) => Object.keys(CATEGORIES).indexOf(store.statuses.get(id)?.category ?? ''),
  suggest: () => Object.values(CATEGORIES).map(([, , name]) => plainSuggestion(name)),
  type: 'com.atlassian.jira.issue.status.category.StatusCategory',
});

/** `priority > Low` is a higher one, and ORDER BY priority DESC puts the highest first. */
const priorityRank = (id: string, { store }: Asking) => -[...store.priorities.keys()].indexOf(id);

export const priorityField = termsField({
  ...naming(({ priorities }) => priorities, 'com.atlassian.jira.issue.priority.Priority'),
  column: 'priority',
  termsOf: ({ fields }) => textOf(fields.priority),
  rank: priorityRank,
  sortKey: priorityRank,
  historyOf: inHistory('priority', ({ fields }) => fields.priority),
});

/** Nothing of the embedded Jira sets a resolution yet: it is empty everywhere. */
export const resolutionField = termsField({
  column: 'resolution',
  termsOf: ({ fields }) => textOf(fields.resolution),
  idsNamed: () => [],
  emptyWord: 'unresolved',
  sortKey: (id) => id,
  historyOf: inHistory('resolution', ({ fields }) => fields.resolution),
  suggest: () => [plainSuggestion('Unresolved')],
  type: 'com.atlassian.jira.issue.resolution.Resolution',
});

const seenProjects = ({ store, who }: Asking) =>
  [...store.projects.values()].filter((project) => mayInProject(store, who, 'BROWSE_PROJECTS', project));

export const projectField = termsField({
  column: 'project',
  termsOf: ({ projectId }) => [projectId],
  idsNamed: (text, asking) =>
    seenProjects(asking)
      .filter(({ id, key, name }) => id === text || same(key, text) || same(name, text))
      .map(({ id }) => id),
  sortKey: (id, { store }) => store.projects.get(id)?.key,
  suggest: (asking) => seenProjects(asking).map(({ key, name }) => ({ value: name, text: `${name} (${key})` })),
  type: 'com.atlassian.jira.project.Project',
});

const idsIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.flatMap(textOf) : []);

export const componentField = termsField({
  ...naming(({ components }) => components, 'com.atlassian.jira.bc.project.component.ProjectComponent'),
  column: 'components',
  termsOf: ({ fields }) => idsIn(fields.components),
});

/** A label that nobody uses is no error: it finds nothing, as in Jira. Labels keep their case. */
export const labelsField = (fieldId: string): JqlField =>
  termsField({
    column: fieldId,
    termsOf: ({ fields }) => idsIn(fields[fieldId]),
    idsNamed: (text) => [text],
    sortKey: (label) => label,
    suggest: ({ indexed }) =>
      [...indexed.columns.terms(fieldId, ({ fields }) => idsIn(fields[fieldId])).allTerms()].map(plainSuggestion),
    type: 'com.atlassian.jira.issue.label.Label',
  });
