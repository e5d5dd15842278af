import type { SiteClock } from '../clock';
import { seededRandom } from '../forge/seeded-random';
import type { Comment, History, Issue } from '../jira/model/issue';
import type { IssueType, Project } from '../jira/model/site';
import { typeConfiguration, typeIdsOf, workflowOf } from '../jira/configuration';
import { mayInProject } from '../jira/permissions';
import { type JiraStore, known } from '../jira/store';
import { LARGE_SITE_WORDS } from './large-site-words';

/** Of a hundred issues: how many are emergency changes, and how many are subtasks of the issue before them. */
const EMERGENCIES = 3;
const SUBTASKS = 12;

const HOUR = 3_600_000;

interface Draw {
  /** A whole number from 0 to `bound` - 1. */
  readonly upTo: (bound: number) => number;
  readonly oneOf: <Item>(items: readonly Item[]) => Item;
}

/**
 * Puts `count` issues into the projects of the site: created one after the other over two years up to now, moved through
 * their workflows, some with comments, labels, due dates, parents. The same site and count give the same issues.
 * They are put into the store past Jira's operations: no event tells of them.
 */
export function fillLargeSite(store: JiraStore, clock: SiteClock, count: number): void {
  const random = seededRandom(count);
  const draw: Draw = {
    upTo: (bound) => Math.floor(random.next() * bound),
    oneOf(items) {
      const item = items[Math.floor(random.next() * items.length)];
      if (item === undefined) throw new Error('There is nothing to choose from.');
      return item;
    },
  };
  const makers = makersOf(store, draw);
  const start = clock.now().getTime() - 2 * 365 * 24 * HOUR;
  const step = (clock.now().getTime() - start) / (count + 1);
  const parents = new Map<string, Issue>();
  for (let index = 0; index < count; index += 1) {
    const at = Math.floor(start + index * step);
    const issue = makers.next(at, clock.now().getTime(), parents);
    if (issue.parentId === null) parents.set(issue.projectId, issue);
    store.issues.set(issue.id, issue);
    store.issueKeys.set(issue.key, issue.id);
  }
}

function makersOf(store: JiraStore, draw: Draw) {
  const projects = [...store.projects.values()];
  const people = [...store.accounts.values()].filter(
    ({ accountType, accountId }) =>
      accountType === 'atlassian' &&
      projects.every((project) => mayInProject(store, { kind: 'account', accountId }, 'CREATE_ISSUES', project)),
  );
  const priorities = [...store.priorities.keys()];
  const typesOf = (project: Project) => typeIdsOf(store, project).map((id) => known(store.issueTypes, id));
  const emergency = projects
    .flatMap((project) => typesOf(project).map((type) => ({ project, type })))
    .find(({ type }) => isEmergency(type));

  const place = (parents: ReadonlyMap<string, Issue>): { project: Project; type: IssueType; parent?: Issue } => {
    const lot = draw.upTo(100);
    if (emergency !== undefined && lot < EMERGENCIES) return emergency;
    const project = draw.oneOf(projects);
    const parent = parents.get(project.id);
    const subtask = typesOf(project).find((type) => type.subtask);
    if (parent !== undefined && subtask !== undefined && lot < EMERGENCIES + SUBTASKS) {
      return { project, type: subtask, parent };
    }
    return { project, type: draw.oneOf(typesOf(project).filter((type) => !type.subtask && !isEmergency(type))) };
  };

  return {
    next(at: number, now: number, parents: ReadonlyMap<string, Issue>): Issue {
      const { project, type, parent } = place(parents);
      project.lastIssueNumber += 1;
      const creator = draw.oneOf(people).accountId;
      const statuses = wayThrough(store, project, type, draw);
      const histories = historiesOf(store, statuses, at, now, draw.oneOf(people).accountId);
      return {
        id: store.nextId('issue'),
        key: `${project.key}-${project.lastIssueNumber}`,
        projectId: project.id,
        issueTypeId: type.id,
        creatorId: creator,
        parentId: parent?.id ?? null,
        created: new Date(at).toISOString(),
        updated: histories.at(-1)?.created ?? new Date(at).toISOString(),
        statusId: statuses.at(-1) ?? '',
        fields: {
          summary: `${draw.oneOf(LARGE_SITE_WORDS.verbs)} ${draw.oneOf(LARGE_SITE_WORDS.things)} ${project.lastIssueNumber}`,
          description: draw.oneOf(LARGE_SITE_WORDS.descriptions),
          reporter: creator,
          assignee: draw.upTo(4) === 0 ? null : draw.oneOf(people).accountId,
          priority: draw.oneOf(priorities),
          labels: draw.upTo(3) === 0 ? [draw.oneOf(LARGE_SITE_WORDS.labels)] : [],
          duedate: draw.upTo(5) === 0 ? new Date(at + 240 * HOUR).toISOString().slice(0, 10) : null,
          ...optionsOf(store, project, type, draw),
        },
        properties: {},
        comments: draw.upTo(10) === 0 ? [comment(store, draw.oneOf(people).accountId, at)] : [],
        histories,
        watchers: [],
      };
    },
  };
}

const isEmergency = ({ properties }: IssueType) => 'emergency-change' in properties;

/** Fields with options that the create screen asks for. */
function optionsOf(store: JiraStore, project: Project, type: IssueType, draw: Draw): Readonly<Record<string, string>> {
  const asked = typeConfiguration(store, project, type.id)?.createScreen ?? [];
  const fields = asked.filter(({ required }) => required).map(({ fieldId }) => store.fields.get(fieldId));
  return Object.fromEntries(
    fields.flatMap((field) =>
      field === undefined || field.options.length === 0 ? [] : [[field.id, draw.oneOf(field.options).id]],
    ),
  );
}

/** The statuses that an issue goes through, from the first one, by transitions of its workflow that lead elsewhere. */
function wayThrough(store: JiraStore, project: Project, type: IssueType, draw: Draw): readonly string[] {
  const workflow = workflowOf(store, { projectId: project.id, issueTypeId: type.id });
  const way = [workflow.initialStatusId];
  for (let steps = draw.upTo(5); steps > 0; steps -= 1) {
    const here = way.at(-1) ?? '';
    const ways = workflow.transitions.filter(
      ({ from, to }) => store.statuses.has(to) && to !== here && (from.length === 0 || from.includes(here)),
    );
    if (ways.length === 0) break;
    way.push(draw.oneOf(ways).to);
  }
  return way;
}

function historiesOf(
  store: JiraStore,
  statuses: readonly string[],
  at: number,
  now: number,
  authorId: string,
): readonly History[] {
  return statuses.slice(1).map((to, index) => {
    const from = statuses[index] ?? '';
    const item = {
      field: 'status',
      fieldtype: 'jira' as const,
      fieldId: 'status',
      from,
      fromString: known(store.statuses, from).name,
      to,
      toString: known(store.statuses, to).name,
    };
    const created = new Date(Math.min(now, at + (index + 1) * 5 * HOUR)).toISOString();
    return { id: store.nextId('history'), authorId, created, items: [item] };
  });
}

function comment(store: JiraStore, authorId: string, at: number): Comment {
  const created = new Date(at).toISOString();
  const body = LARGE_SITE_WORDS.comment;
  const id = store.nextId('comment');
  return { id, authorId, created, updateAuthorId: authorId, updated: created, body, properties: {} };
}
