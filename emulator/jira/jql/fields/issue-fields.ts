import type { Issue } from '../../model/issue';
import { mayOnIssue } from '../../permissions';
import { issueByIdOrKey } from '../../store';
import type { Asking } from '../asking';
import type { Value } from '../operands';
import { emptyNotSupported, JqlProblem } from '../problem';
import type { Asked, JqlField, Matcher } from './jql-field';
import { COMPARISON, strangeFunction, termsField } from './terms-field';

const numberOf = (key: string) => Number(key.slice(key.lastIndexOf('-') + 1));
const projectOf = (key: string) => key.slice(0, key.lastIndexOf('-'));

const noIssue = (text: string, name: string) =>
  new JqlProblem(
    /^(?:\d+|[A-Za-z][A-Za-z0-9_]*-\d+)$/.test(text)
      ? `An issue with key '${text}' does not exist for field '${name}'.`
      : `The issue key '${text}' for field '${name}' is invalid.`,
    'value',
  );

function seenIssue(text: string, { store, who }: Asking): Issue | undefined {
  const issue = issueByIdOrKey(store, text);
  return issue !== undefined && mayOnIssue(store, who, 'BROWSE_PROJECTS', issue) ? issue : undefined;
}

/** `key`, `issue`, `id`: an issue by itself. */
export const keyField: JqlField = {
  operators: ['=', '!=', 'in', 'not in', 'is', 'is not', ...COMPARISON],
  supportsEmpty: false,
  match: (asked, asking) => ({ cost: 1, holds: matchKey(asked, asking) }),
  order: ({ indexed: { columns } }) => {
    const projects = columns.terms('key.project', ({ key }) => [projectOf(key)]);
    const numbers = columns.numbers('key.number', ({ key }) => [numberOf(key)]);
    return [projects.map(([project]) => project), numbers.at];
  },
  type: 'com.atlassian.jira.issue.Issue',
};

function matchKey({ name, operator, values }: Asked, asking: Asking): Matcher['holds'] {
  const issues = values.map((value) => issueOf(value, name, asking));
  const slots = new Set(issues.map(({ id }) => asking.indexed.slotOf(id)));
  if (operator === '=' || operator === 'in') return (slot) => slots.has(slot);
  if (operator === '!=' || operator === 'not in') return (slot) => !slots.has(slot);
  const [limit] = issues;
  if (limit === undefined) return () => false;
  const { columns } = asking.indexed;
  const sameProject = columns
    .terms('key.project', ({ key }) => [projectOf(key)])
    .test(([project]) => project === projectOf(limit.key));
  const numbers = columns.numbers('key.number', ({ key }) => [numberOf(key)]);
  return (slot) => {
    const difference = (numbers.at(slot) ?? 0) - numberOf(limit.key);
    if (!sameProject(slot)) return false;
    if (operator === '<') return difference < 0;
    if (operator === '<=') return difference <= 0;
    return operator === '>' ? difference > 0 : difference >= 0;
  };
}

function issueOf(value: Value, name: string, asking: Asking): Pick<Issue, 'id' | 'key'> {
  switch (value.kind) {
    case 'empty':
      throw emptyNotSupported(name);
    case 'text': {
      const issue = seenIssue(value.text, asking);
      if (issue === undefined) throw noIssue(value.text, name);
      return issue;
    }
    case 'issue':
      return { id: value.issueId, key: asking.store.issues.get(value.issueId)?.key ?? '' };
    case 'account':
    case 'moment':
      throw strangeFunction(value.from, name);
  }
}

/** The issue above. */
export const parentField: JqlField = termsField({
  column: 'parent',
  termsOf: ({ parentId }) => (parentId === null ? [] : [parentId]),
  idsNamed: (text, asking) => [seenIssue(text, asking)].flatMap((issue) => issue?.id ?? []),
  noValue: noIssue,
  takes: 'issue',
  sortKey: (id, { store }) => store.issues.get(id)?.key,
  type: 'com.atlassian.jira.issue.Issue',
});

/** Issues linked with the one that is named, whatever the link says. */
export const linkField: JqlField = {
  operators: ['=', '!=', 'in', 'not in'],
  supportsEmpty: false,
  match: ({ name, operator, values }, asking) => {
    const { store, indexed } = asking;
    const near = new Set(values.map((value) => issueOf(value, name, asking).id));
    const linked = [...store.issueLinks.values()].flatMap(({ inwardIssueId, outwardIssueId }) => [
      ...(near.has(inwardIssueId) ? [outwardIssueId] : []),
      ...(near.has(outwardIssueId) ? [inwardIssueId] : []),
    ]);
    const slots = new Set(linked.map((id) => indexed.slotOf(id)));
    const wanted = operator === '=' || operator === 'in';
    return { cost: 1, holds: (slot) => slots.has(slot) === wanted };
  },
  type: 'com.atlassian.jira.issue.Issue',
};
