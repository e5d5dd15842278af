import { adfText } from '../adf';
import type { Issue } from '../model/issue';
import { mayInProject, mayOnIssue } from '../permissions';
import type { Call } from '../rest/operation';
import { JiraError, NotModelled } from '../rest/errors';
import { issueByIdOrKey, type JiraStore, known } from '../store';

/** What JQL asks of a field: the words that name its value, one of which has to be given, and an order. */
export interface JqlField {
  readonly kind: 'names' | 'text' | 'date';
  /** The value's names in lower case (id, key, name); empty when the field is. */
  readonly names: (issue: Issue, call: Call) => readonly string[];
  readonly compare: (a: Issue, b: Issue, call: Call) => number;
  /** Whether anything that the caller may see has this name, in lower case. Undefined: any value may be asked for. */
  readonly exists?: (name: string, call: Call) => boolean;
  /** The value, in lower case, that means EMPTY. */
  readonly nameOfEmpty?: string;
  /** Operators that Jira knows for this field beside those of its kind. */
  readonly more?: readonly string[];
}

type Names = (issue: Issue, store: JiraStore) => readonly (string | null | undefined)[];

const lower = (names: readonly (string | null | undefined)[]): readonly string[] =>
  names.filter((name) => typeof name === 'string').map((name) => name.toLowerCase());

const field = (kind: JqlField['kind'], names: Names, more: Partial<JqlField> = {}): JqlField => ({
  kind,
  names: (issue, { store }) => lower(names(issue, store)),
  compare: (a, b, { store }) =>
    (lower(names(a, store)).at(-1) ?? '').localeCompare(lower(names(b, store)).at(-1) ?? ''),
  ...more,
});

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const NUMERIC = ['<', '<=', '>', '>='];

interface Named {
  readonly id: string;
  readonly name: string;
}
const named = (record: Named | undefined) => [record?.id, record?.name];

/** A field that names a record of the site: it exists by its id or name, and sorts by its place on the site. */
function recordField(records: (store: JiraStore) => ReadonlyMap<string, Named>, idOf: (issue: Issue) => unknown) {
  const rank = (issue: Issue, { store }: Call) => [...records(store).keys()].indexOf(text(idOf(issue)) ?? '');
  return field('names', (issue, store) => named(records(store).get(text(idOf(issue)) ?? '')), {
    exists: (name, { store }) => [...records(store).values()].some((record) => lower(named(record)).includes(name)),
    compare: (a, b, call) => rank(a, call) - rank(b, call),
  });
}

const namesOfPerson = (id: unknown, store: JiraStore) => {
  const account = store.accounts.get(text(id) ?? '');
  return [account?.accountId, account?.emailAddress, account?.displayName];
};
const personField = (idOf: (issue: Issue) => unknown) =>
  field('names', (issue, store) => namesOfPerson(idOf(issue), store), {
    exists: (name, { store }) =>
      [...store.accounts.keys()].some((id) => lower(namesOfPerson(id, store)).includes(name)),
  });

const numberOf = ({ key: issueKey }: Issue) => Number(issueKey.slice(issueKey.lastIndexOf('-') + 1));
const projectKeyOf = ({ key: issueKey }: Issue) => issueKey.slice(0, issueKey.lastIndexOf('-'));

const issueExists: JqlField['exists'] = (name, { store, who }) => {
  const issue = issueByIdOrKey(store, name);
  return issue !== undefined && mayOnIssue(store, who, 'BROWSE_PROJECTS', issue);
};

const key: JqlField = {
  kind: 'names',
  names: (issue) => lower([issue.id, issue.key]),
  compare: (a, b) => projectKeyOf(a).localeCompare(projectKeyOf(b)) || numberOf(a) - numberOf(b),
  exists: issueExists,
  more: NUMERIC,
};

const project = field(
  'names',
  (issue, store) => {
    const record = known(store.projects, issue.projectId);
    return [record.id, record.name, record.key];
  },
  {
    exists: (name, { store, who }) =>
      [...store.projects.values()].some(
        (record) =>
          lower([record.id, record.name, record.key]).includes(name) &&
          mayInProject(store, who, 'BROWSE_PROJECTS', record),
      ),
  },
);

const issuetype = recordField(
  ({ issueTypes }) => issueTypes,
  ({ issueTypeId }) => issueTypeId,
);

const CATEGORY = { new: 'To Do', indeterminate: 'In Progress', done: 'Done' };

const byDate = (moment: (issue: Issue) => Date): JqlField => ({
  kind: 'date',
  names: (issue) => [moment(issue).toISOString()],
  compare: (a, b) => moment(a).getTime() - moment(b).getTime(),
  more: ['=', '!=', 'in', 'not in'],
});

const FIELDS: Readonly<Record<string, JqlField>> = {
  key,
  issuekey: key,
  id: key,
  issue: key,
  issuetype,
  type: issuetype,
  worktype: issuetype,
  project,
  status: recordField(
    ({ statuses }) => statuses,
    ({ statusId }) => statusId,
  ),
  statuscategory: field('names', (issue, store) => [CATEGORY[known(store.statuses, issue.statusId).category]], {
    exists: (name) => lower(Object.values(CATEGORY)).includes(name),
  }),
  reporter: personField(({ fields }) => fields.reporter),
  assignee: personField(({ fields }) => fields.assignee),
  creator: personField(({ creatorId }) => creatorId),
  priority: {
    ...recordField(
      ({ priorities }) => priorities,
      ({ fields }) => fields.priority,
    ),
    more: NUMERIC,
  },
  // Nothing of the embedded Jira sets a resolution yet.
  resolution: field('names', () => [], { nameOfEmpty: 'unresolved' }),
  labels: field('names', ({ fields }) => (Array.isArray(fields.labels) ? fields.labels.map(text) : [])),
  parent: field('names', (issue, store) => [issue.parentId, store.issues.get(issue.parentId ?? '')?.key], {
    exists: issueExists,
  }),
  summary: field('text', ({ fields }) => [text(fields.summary)]),
  description: field('text', ({ fields }) => [text(adfText(fields.description) || null)]),
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

/** Fields of JQL that Jira has and this does not: https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ */
const NOT_MODELLED = new Set(
  `affectedversion approvals attachments category comment component due duedate environment filter fixversion
  hierarchylevel issue.property issuelink issuelinktype lastviewed level linkedissue organizations originalestimate
  parentproject rank remainingestimate resolutiondate resolved searchrequest sprint statuscategorychangeddate
  team timespent voter votes watcher watchers workitem worklogauthor worklogcomment worklogdate workratio`.split(/\s+/),
);

/** The field of this name: a system field, a select field by its name, or `cf[id]`. An unknown one is an error, as in Jira. */
export function knownField(store: JiraStore, name: string): JqlField {
  const system = name.toLowerCase();
  const found = Object.hasOwn(FIELDS, system) ? FIELDS[system] : undefined;
  if (found !== undefined) return found;
  const custom = [...store.fields.values()].find(
    (candidate) =>
      candidate.custom &&
      [candidate.name.toLowerCase(), candidate.id, `cf[${candidate.id.replace('customfield_', '')}]`].includes(system),
  );
  if (custom === undefined) {
    if (NOT_MODELLED.has(system)) {
      throw new NotModelled(`The embedded Jira does not model the JQL field '${name}' yet.`);
    }
    throw new JiraError(400, [`Field '${name}' does not exist or you do not have permission to view it.`]);
  }
  return field(
    'names',
    ({ fields }) => {
      const option = custom.options.find(({ id }) => id === fields[custom.id]);
      return [option?.id, option?.value];
    },
    { exists: (asked) => custom.options.some(({ id, value }) => lower([id, value]).includes(asked)) },
  );
}
