import type { Change } from '../domain/change';
import type { IssueFacts } from '../domain/issue-facts';
import { type IssueId, momentOf } from '../domain/ids';
import { nextVisit } from '../domain/next-visit';
import { FOLLOW_UPS, type FollowUp } from '../domain/policy';
import { subtaskId } from '../domain/intend';
import { type Followed, followChange } from './follow-change';
import { factsOf } from './issue-facts';
import { judgeAnew } from './judge-anew';
import { loadChange } from './load-change';
import type { IssueReading, News, Ports } from './ports';
import { projectChange } from './project-change';
import { registerChange } from './register-change';
import { keepCheckpoint } from './write-row';
import { workOn } from './work-on-effects';

/** Effects lead to events and those to effects; more rounds than this in one visit would be a loop. */
const MAX_ROUNDS = 6;

/** Jira delays a message of the queue by at most 15 minutes. */
const MAX_DELAY_SECONDS = 900;

/** What is due later than this is left to the hourly sweep; until then one message after the other waits for it. */
const WAITED_FOR_SECONDS = 3600;

/**
 * Looks after one emergency change: registers it, writes down what Jira and the time show, does what is to be done in
 * Jira, and keeps the projection. Idempotent: whoever calls it, and however often, the outcome is the same.
 */
export async function tendChange(ports: Ports, issueId: IssueId, news?: News): Promise<void> {
  const reading = await ports.issues.asApp(issueId);
  const known = await loadChange(ports, issueId);
  const change = reading === undefined ? known : await registered(ports, reading, known);
  if (change === undefined) return;
  const settled = await follow(ports, change, reading, news);
  const projected = reading === undefined ? settled : await projectChange(ports, settled, reading);
  await planNextVisit(ports, projected);
}

async function registered(ports: Ports, reading: IssueReading, known: Change | undefined): Promise<Change | undefined> {
  const registration = await registerChange(ports, known, reading, 'app', 'event');
  return registration.kind === 'registered' ? judgeAnew(ports, registration.change, reading) : undefined;
}

async function follow(
  ports: Ports,
  start: Change,
  reading: IssueReading | undefined,
  news: News | undefined,
): Promise<Change> {
  let told = news;
  let change = start;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const at = momentOf(ports.clock.now());
    const facts: IssueFacts | undefined = reading && factsOf(change, reading, at);
    const closedSubtasks = closedOf(change, reading);
    const followed: Followed = await followChange(ports, change, { facts, closedSubtasks, news: told });
    told = undefined;
    change = followed.change;
    if (followed.claimed.length === 0 || reading === undefined) return change;
    change = await workOn(ports, followed, reading);
  }
  return change;
}

/** Follow-ups whose subtask somebody has closed. */
function closedOf(change: Change, reading: IssueReading | undefined): ReadonlySet<FollowUp> {
  const closed = new Set(reading?.subtasks.filter(({ done }) => done).map(({ issueId }) => issueId));
  return new Set(
    FOLLOW_UPS.filter((followUp) => {
      const created = change.effects.find(({ id }) => id === subtaskId(followUp))?.result;
      return created != null && closed.has(created);
    }),
  );
}

async function planNextVisit(ports: Ports, change: Change): Promise<void> {
  const now = ports.clock.now();
  const next = nextVisit(change, momentOf(now));
  await keepCheckpoint(ports, change, next);
  const seconds = Math.ceil((Date.parse(next) - now.getTime()) / 1000);
  if (seconds > WAITED_FOR_SECONDS) return;
  await ports.visits.ask([change.issueId], Math.min(Math.max(seconds, 1), MAX_DELAY_SECONDS));
}
