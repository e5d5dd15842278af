import { adfText } from '../adf';
import type { Issue } from '../model/issue';
import type { Call } from '../rest/operation';
import { JiraError } from '../rest/errors';
import { type JiraStore, known } from '../store';

/** What JQL asks of a field: the words that name its value, one of which has to be given, and an order. */
export interface JqlField {
  readonly kind: 'names' | 'text' | 'date';
  /** The value's names in lower case (id, key, name); empty when the field is. */
  readonly names: (issue: Issue, call: Call) => readonly string[];
  readonly compare: (a: Issue, b: Issue, call: Call) => number;
}

type Names = (issue: Issue, store: JiraStore) => readonly (string | null | undefined)[];

const lower = (names: readonly (string | null | undefined)[]): readonly string[] =>
  names.filter((name) => typeof name === 'string').map((name) => name.toLowerCase());

const field = (kind: JqlField['kind'], names: Names): JqlField => ({
  kind,
  names: (issue, { store }) => lower(names(issue, store)),
  compare: (a, b, { store }) =>
    (lower(names(a, store)).at(-1) ?? '').localeCompare(lower(names(b, store)).at(-1) ?? ''),
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const person = (id: unknown, store: JiraStore) => {
  const account = store.accounts.get(text(id) ?? '');
  return [account?.accountId, account?.emailAddress, account?.displayName];
};
const named = (record: { readonly id: string; readonly name: string } | undefined) => [record?.id, record?.name];

const key: JqlField = {
  kind: 'names',
  names: (issue) => lower([issue.id, issue.key]),
  compare: (a, b) => Number(a.id) - Number(b.id),
};
const issuetype = field('names', (issue, store) => named(store.issueTypes.get(issue.issueTypeId)));
const byDate = (moment: (issue: Issue) => Date): JqlField => ({
  kind: 'date',
  names: (issue) => [moment(issue).toISOString()],
  compare: (a, b) => moment(a).getTime() - moment(b).getTime(),
});

const FIELDS: Readonly<Record<string, JqlField>> = {
  key,
  issuekey: key,
  id: key,
  issue: key,
  issuetype,
  type: issuetype,
  worktype: issuetype,
  project: field('names', (issue, store) => {
    const project = known(store.projects, issue.projectId);
    return [project.id, project.name, project.key];
  }),
  status: field('names', (issue, store) => named(store.statuses.get(issue.statusId))),
  statuscategory: field('names', (issue, store) => {
    const category = known(store.statuses, issue.statusId).category;
    return [{ new: 'To Do', indeterminate: 'In Progress', done: 'Done' }[category]];
  }),
  reporter: field('names', (issue, store) => person(issue.fields.reporter, store)),
  assignee: field('names', (issue, store) => person(issue.fields.assignee, store)),
  creator: field('names', (issue, store) => person(issue.creatorId, store)),
  priority: field('names', (issue, store) => named(store.priorities.get(text(issue.fields.priority) ?? ''))),
  labels: field('names', ({ fields }) => (Array.isArray(fields.labels) ? fields.labels.map(text) : [])),
  parent: field('names', (issue, store) => [issue.parentId, store.issues.get(issue.parentId ?? '')?.key]),
  summary: field('text', ({ fields }) => [text(fields.summary)]),
  description: field('text', ({ fields }) => [adfText(fields.description)]),
  text: field('text', ({ fields, comments }) => [
    text(fields.summary),
    adfText(fields.description),
    ...comments.map(({ body }) => adfText(body)),
  ]),
  created: byDate(({ created }) => created),
  createddate: byDate(({ created }) => created),
  updated: byDate(({ updated }) => updated),
  updateddate: byDate(({ updated }) => updated),
};

/** The field of this name: a system field, a select field by its name, or `cf[id]`. An unknown one is an error, as in Jira. */
export function knownField(store: JiraStore, name: string): JqlField {
  const system = name.toLowerCase();
  if (Object.hasOwn(FIELDS, system)) return FIELDS[system] ?? key;
  const custom = [...store.fields.values()].find(
    (candidate) =>
      candidate.custom &&
      [candidate.name.toLowerCase(), candidate.id, `cf[${candidate.id.replace('customfield_', '')}]`].includes(system),
  );
  if (custom === undefined) {
    throw new JiraError(400, [`Field '${name}' does not exist or you do not have permission to view it.`]);
  }
  return field('names', ({ fields }) => {
    const option = custom.options.find(({ id }) => id === fields[custom.id]);
    return [option?.id, option?.value];
  });
}
