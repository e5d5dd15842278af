import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Jira } from '../../emulator/jira/jira';
import { searchIssues } from '../../emulator/jira/jql/search-issues';
import type { Issue } from '../../emulator/jira/model/issue';
import { aJira, as } from './support/a-jira';
import { CHANGE_FIELD, putChangeField, putIssue } from './support/an-issue';

/** What an issue of these tests is made of, in words of the test's own. */
interface Facts {
  readonly status: string;
  readonly wasIn: readonly string[];
  readonly priority: string | null;
  readonly assignee: string | null;
  readonly labels: readonly string[];
  readonly due: string | null;
  readonly createdHour: number;
  readonly words: readonly string[];
  readonly phase: string | null;
  readonly breaches: readonly string[];
}

const STATUS: Readonly<Record<string, string>> = { Identified: '11', Deploying: '12', Deployed: '13', Closed: '14' };
const PRIORITY: Readonly<Record<string, string>> = { Highest: '1', High: '2', Medium: '3', Low: '4' };
const PEOPLE = ['erin', 'lee', 'sam'];
const LABELS = ['alpha', 'beta', 'gamma'];
const WORDS = ['checkout', 'broken', 'login', 'slow'];
const PHASES = ['identified', 'deploying', 'deployed'];
const RULES = ['bypass', 'late'];
const DAYS = ['2026-11-20', '2026-11-24', '2026-11-30'];

const facts: fc.Arbitrary<Facts> = fc.record({
  status: fc.constantFrom(...Object.keys(STATUS)),
  wasIn: fc.array(fc.constantFrom(...Object.keys(STATUS)), { maxLength: 2 }),
  priority: fc.constantFrom(null, ...Object.keys(PRIORITY)),
  assignee: fc.constantFrom(null, ...PEOPLE),
  labels: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 2 }),
  due: fc.constantFrom(null, ...DAYS),
  createdHour: fc.integer({ min: 0, max: 72 }),
  words: fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }),
  phase: fc.constantFrom(null, ...PHASES),
  breaches: fc.uniqueArray(fc.constantFrom(...RULES), { maxLength: 2 }),
});

/** A question as JQL and as the oracle's own answer, straight and under NOT. */
interface Question {
  readonly jql: string;
  readonly yes: (issue: Facts) => boolean;
  readonly no: (issue: Facts) => boolean;
}

/** NOT leaves out what is empty, as `!=` does. */
const ask = (jql: string, isEmpty: (issue: Facts) => boolean, yes: (issue: Facts) => boolean): Question => ({
  jql,
  yes,
  no: (issue) => !isEmpty(issue) && !yes(issue),
});
const never = () => false;
const hour = (createdHour: number) => new Date(Date.UTC(2026, 10, 22, createdHour));
/** As Erin in Berlin writes it: one hour ahead of UTC in November. */
const berlin = (createdHour: number) =>
  hour(createdHour + 1)
    .toISOString()
    .slice(0, 16)
    .replace('T', ' ');

const leaf: fc.Arbitrary<Question> = fc.oneof(
  fc
    .constantFrom(...Object.keys(STATUS))
    .map((name) => ask(`status = "${name}"`, never, ({ status }) => status === name)),
  fc
    .uniqueArray(fc.constantFrom(...Object.keys(STATUS)), { minLength: 1 })
    .map((names) =>
      ask(`status IN (${names.map((name) => `"${name}"`).join(', ')})`, never, ({ status }) => names.includes(status)),
    ),
  fc
    .constantFrom(...Object.keys(STATUS))
    .map((name) => ask(`status WAS "${name}"`, never, ({ status, wasIn }) => [...wasIn, status].includes(name))),
  fc.constantFrom(...PEOPLE).map((name) =>
    ask(
      `assignee = "${name}@example.com"`,
      ({ assignee }) => assignee === null,
      ({ assignee }) => assignee === name,
    ),
  ),
  fc.constant(ask('assignee is EMPTY', never, ({ assignee }) => assignee === null)),
  fc.constant(
    ask('assignee in (EMPTY, currentUser())', never, ({ assignee }) => assignee === null || assignee === 'erin'),
  ),
  fc.constant(
    ask(
      'assignee in membersOf("engineering-leads")',
      ({ assignee }) => assignee === null,
      ({ assignee }) => assignee === 'lee',
    ),
  ),
  fc.constantFrom(...LABELS).map((label) =>
    ask(
      `labels = ${label}`,
      ({ labels }) => labels.length === 0,
      ({ labels }) => labels.includes(label),
    ),
  ),
  fc.constantFrom(...Object.keys(PRIORITY)).map((name) =>
    ask(
      `priority > ${name}`,
      ({ priority }) => priority === null,
      ({ priority }) => priority !== null && rank(priority) > rank(name),
    ),
  ),
  fc.constantFrom(...DAYS).map((day) =>
    ask(
      `due <= ${day}`,
      ({ due }) => due === null,
      ({ due }) => due !== null && due <= day,
    ),
  ),
  fc.constantFrom(...DAYS).map((day) =>
    ask(
      `duedate = "${day}"`,
      ({ due }) => due === null,
      ({ due }) => due === day,
    ),
  ),
  fc
    .integer({ min: 0, max: 72 })
    .map((limit) => ask(`created >= "${berlin(limit)}"`, never, ({ createdHour }) => createdHour >= limit)),
  fc.constantFrom(...WORDS).map((word) => ask(`summary ~ ${word}`, never, ({ words }) => words.includes(word))),
  fc.constantFrom(...PHASES).map((name) =>
    ask(
      `EmergencyChange.phase = "${name}"`,
      ({ phase }) => phase === null,
      ({ phase }) => phase === name,
    ),
  ),
  fc.constantFrom(...RULES).map((rule) =>
    ask(
      `EmergencyChange.breach in (${rule}, other)`,
      ({ breaches }) => breaches.length === 0,
      ({ breaches }) => breaches.includes(rule),
    ),
  ),
);

const rank = (priority: string) => -Number(PRIORITY[priority]);

const question: fc.Arbitrary<Question> = fc.letrec<{ tree: Question }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({
      jql: `(${a.jql} AND ${b.jql})`,
      yes: (issue: Facts) => a.yes(issue) && b.yes(issue),
      no: (issue: Facts) => a.no(issue) || b.no(issue),
    })),
    fc.tuple(tie('tree'), tie('tree')).map(([a, b]) => ({
      jql: `(${a.jql} OR ${b.jql})`,
      yes: (issue: Facts) => a.yes(issue) || b.yes(issue),
      no: (issue: Facts) => a.no(issue) && b.no(issue),
    })),
    tie('tree').map((a) => ({ jql: `NOT (${a.jql})`, yes: a.no, no: a.yes })),
  ),
})).tree;

interface Sorting {
  readonly jql: string;
  readonly key: (issue: Facts) => string | number | null;
}
const sortings: readonly Sorting[] = [
  { jql: 'priority', key: ({ priority }) => (priority === null ? null : rank(priority)) },
  { jql: 'due', key: ({ due }) => due },
  { jql: 'created', key: ({ createdHour }) => createdHour },
  { jql: 'summary', key: ({ words }) => words.join(' ') },
  { jql: 'status', key: ({ status }) => Number(STATUS[status]) },
];
const order = fc.uniqueArray(fc.tuple(fc.constantFrom(...sortings), fc.boolean()), {
  maxLength: 3,
  selector: ([one]) => one.jql,
});

function asIssue(jira: Jira, id: string, given: Facts): Issue {
  const { status, wasIn, priority, assignee, labels, due, createdHour, words, phase, breaches } = given;
  const path = [...wasIn, status];
  return putIssue(jira, {
    id,
    created: hour(createdHour).toISOString(),
    statusId: STATUS[status] ?? '',
    fields: {
      summary: words.join(' '),
      priority: priority === null ? null : PRIORITY[priority],
      assignee: assignee === null ? null : `712020:${assignee}`,
      labels: labels.length === 0 ? null : labels,
      duedate: due,
      [CHANGE_FIELD]:
        phase === null && breaches.length === 0 ? null : { ...(phase === null ? {} : { phase }), breaches },
    },
    histories: wasIn.map((from, place) => ({
      id: String(place),
      authorId: '712020:erin',
      created: hour(createdHour + 1 + place).toISOString(),
      items: [
        {
          field: 'status',
          fieldtype: 'jira',
          fieldId: 'status',
          from: STATUS[from] ?? '',
          fromString: from,
          to: STATUS[path[place + 1] ?? ''] ?? '',
          toString: path[place + 1] ?? '',
        },
      ],
    })),
  });
}

/** Filters all, then sorts all: newest first where nothing else decides, empty fields last. */
function oracle(
  all: ReadonlyMap<string, Facts>,
  { yes }: Question,
  by: readonly (readonly [Sorting, boolean])[],
): readonly string[] {
  const found = [...all].filter(([, issue]) => yes(issue));
  found.sort(([idA, a], [idB, b]) => {
    for (const [{ key }, isDescending] of by) {
      const [x, y] = [key(a), key(b)];
      if (x === y) continue;
      if (x === null) return 1;
      if (y === null) return -1;
      return x < y === isDescending ? 1 : -1;
    }
    return Number(idB) - Number(idA);
  });
  return found.map(([id]) => id);
}

const everything = { jql: '', strict: [], after: undefined, count: 1000 };

describe('a search finds what filtering every issue by hand finds', () => {
  it('same issues in the same order, also page by page and after issues changed', () => {
    fc.assert(
      fc.property(
        fc.array(facts, { minLength: 1, maxLength: 30 }),
        question,
        order,
        fc.array(fc.tuple(fc.nat(), fc.option(facts)), { maxLength: 6 }),
        (given, asked, by, changes) => {
          const jira = aJira();
          putChangeField(jira);
          const all = new Map(given.map((one, place) => [String(10_000 + place), one]));
          for (const [id, one] of all) asIssue(jira, id, one);
          const sorted = by.map(([{ jql }, isDescending]) => `${jql}${isDescending ? ' DESC' : ''}`);
          const jql = asked.jql + (sorted.length === 0 ? '' : ` ORDER BY ${sorted.join(', ')}`);
          const caller = { jira, store: jira.store, who: as('erin') };
          const found = () => searchIssues(caller, { ...everything, jql }).issues.map(({ id }) => id);
          expect(found()).toEqual(oracle(all, asked, by));
          expect(byPages(caller, jql)).toEqual(oracle(all, asked, by));
          for (const [place, next] of changes) {
            const id = String(10_000 + (place % given.length));
            if (next === null) {
              jira.store.issues.delete(id);
              all.delete(id);
            } else {
              asIssue(jira, id, next);
              all.set(id, next);
            }
          }
          expect(found()).toEqual(oracle(all, asked, by));
        },
      ),
      { numRuns: 150 },
    );
  });
});

function byPages(caller: Parameters<typeof searchIssues>[0], jql: string): readonly string[] {
  const ids: string[] = [];
  let page = searchIssues(caller, { ...everything, jql, count: 4 });
  ids.push(...page.issues.map(({ id }) => id));
  while (page.end !== undefined) {
    page = searchIssues(caller, { ...everything, jql, count: 4, after: page.end });
    ids.push(...page.issues.map(({ id }) => id));
  }
  return ids;
}
