import type { SiteClock } from '../../clock';
import type { Agenda } from '../agenda';
import type { Invocation, InvocationRequest, Outcome } from '../invocation';
import type { IssueBean, JiraSide } from '../jira-side';
import { describeJob, type EventJob } from '../job';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { TriggerModule } from '../manifest-schema';
import { retryRequest } from '../queue/message';
import type { SeededRandom } from '../seeded-random';
import { appCalls } from './app-calls';
import { deliveryTimes, type Disorder, IN_ORDER } from './disorder';
import { includedProperties } from './included-properties';
import { issueEvents, type ProductEvent } from './issue-event';
import { projectEvent } from './project-event';
import { filterVerdict } from './trigger-filter';

export interface ProductEvents {
  /** Runs `work` as a call of the app to Jira: what it changes is self-generated. */
  asSelf<Result>(work: () => Result): Result;
  /** How late an event is delivered at least, in milliseconds; on the platform up to three minutes. */
  delay: number;
  /** Sets how unreliable the delivery is; what is left out is in order again. */
  disorder(wanted: Partial<Disorder>): void;
  disorderNow(): Disorder;
  deliver(job: EventJob): Promise<void>;
}

interface EventParts {
  readonly manifest: Manifest;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly log: ForgeLog;
  readonly jira: JiraSide;
  readonly random: SeededRandom;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

const SENT = [
  ...['created', 'updated', 'deleted', 'assigned', 'commented'].map((what) => `avi:jira:${what}:issue`),
  'avi:jira:deleted:comment',
  ...['created', 'updated', 'softdeleted', 'deleted', 'restored'].map((what) => `avi:jira:${what}:project`),
];

const LIMIT_SECONDS = 25;
const MOST_RETRIES = 4;
/** https://developer.atlassian.com/platform/forge/events-reference/product_events/ */
const BIGGEST_EVENT = 200 * 1024;
const PLATFORM_RETRY_SECONDS = 60;

/** Sends what happens in Jira to the triggers of the app: late, filtered, and again when the app asks for it. */
export function createProductEvents(parts: EventParts, delay: number): ProductEvents {
  const { manifest, clock, agenda, log, jira, random } = parts;
  noteUnmodelled(parts);
  const lastSeen = new Map<string, IssueBean>();
  let disorder = IN_ORDER;
  let lastDue = 0;

  const plan = (job: EventJob, due: number) => agenda.add(new Date(due), job);

  const send = ({ eventType, payload }: ProductEvent) => {
    for (const trigger of manifest.triggers.filter((candidate) => hears(candidate, eventType))) {
      if (Buffer.byteLength(JSON.stringify(payload)) > BIGGEST_EVENT) {
        const text = `The event ${eventType} for trigger ${trigger.key} is over 200 kB and was not sent.`;
        log.notices.push({ at: clock.now(), text });
        continue;
      }
      const earliest = clock.now().getTime() + events.delay;
      for (const due of deliveryTimes(random, disorder, earliest, lastDue)) {
        lastDue = Math.max(lastDue, due);
        plan({ kind: 'event', triggerKey: trigger.key, eventType, payload, retryCount: 0 }, due);
      }
    }
  };

  const events: ProductEvents = {
    delay,
    asSelf: (work) => appCalls.run(events, work),
    disorder: (wanted) => {
      disorder = { ...IN_ORDER, ...wanted };
    },
    disorderNow: () => disorder,
    deliver: (job) => deliver(parts, job, plan),
  };
  const isSelf = () => appCalls.getStore() === events;
  jira.onHappening((happening) => {
    const before = lastSeen.get(happening.issueId);
    const issue = jira.issue(happening.issueId) ?? happening.gone ?? before;
    if (issue === undefined) return;
    if (happening.kind === 'deleted') lastSeen.delete(issue.id);
    else lastSeen.set(issue.id, issue);
    issueEvents(happening, issue, before, isSelf()).forEach(send);
  });
  jira.onProjectHappening((happening) => send(projectEvent(happening, isSelf())));
  return events;
}

function noteUnmodelled({ manifest, clock, log }: EventParts): void {
  const note = (what: string) => log.unmodelled.push({ at: clock.now(), what });
  for (const { key, events, payload } of manifest.triggers) {
    for (const event of events) {
      const eventType = typeof event === 'string' ? event : event.eventType;
      if (!SENT.includes(eventType)) note(`event ${eventType}: never sent to trigger ${key}`);
      if (typeof event !== 'string' && (event.filter ?? event.payload) !== undefined) {
        note(`trigger ${key}: a filter or payload of its own for ${eventType} is passed over`);
      }
    }
    if (payload !== undefined && payload.include.fields.length > 0) note(`trigger ${key}: payload.include.fields`);
  }
}

const hears = ({ events }: TriggerModule, eventType: string) =>
  events.some((event) => (typeof event === 'string' ? event : event.eventType) === eventType);

async function deliver(
  { manifest, clock, log, jira, invoke }: EventParts,
  job: EventJob,
  plan: (job: EventJob, due: number) => void,
): Promise<void> {
  const trigger = manifest.triggers.find(({ key }) => key === job.triggerKey);
  if (trigger === undefined) return;
  const verdict = filterVerdict(jira, trigger, job);
  if (verdict.kind === 'ignore') return;
  if (verdict.kind === 'failed') {
    const text = `The filter of trigger ${trigger.key} failed: ${verdict.reason}`;
    if (verdict.logged) log.notices.push({ at: clock.now(), text });
    if (!verdict.deliver) return;
  }
  const included = includedProperties(jira, trigger, job);
  const retryContext = job.retryContext === undefined ? {} : { retryContext: job.retryContext };
  const { outcome } = await invoke({
    functionKey: trigger.function,
    moduleKey: trigger.key,
    payload: { ...job.payload, ...included, ...retryContext },
    limitSeconds: LIMIT_SECONDS,
  });
  const retry = retryOf(outcome);
  if (retry === undefined) return;
  const retryCount = job.retryCount + 1;
  if (retryCount > MOST_RETRIES) {
    log.notices.push({ at: clock.now(), text: `The ${describeJob(job)} was given up after 4 retries.` });
    return;
  }
  const { afterSeconds, reason, data } = retry;
  plan(
    { ...job, retryCount, retryContext: { retryCount, retryReason: reason, retryData: data } },
    clock.now().getTime() + afterSeconds * 1000,
  );
}

/** A throw is the app's own and is not tried again; what the platform ended is. */
function retryOf(outcome: Outcome | undefined) {
  const byPlatform = (reason: string) => ({ afterSeconds: PLATFORM_RETRY_SECONDS, reason, data: undefined });
  switch (outcome?.kind) {
    case 'returned':
      return retryRequest(outcome.value);
    case 'timed-out':
      return byPlatform('FUNCTION_TIME_OUT');
    case 'out-of-memory':
      return byPlatform('FUNCTION_OUT_OF_MEMORY');
    case 'killed':
      return byPlatform('FUNCTION_PLATFORM_UNKNOWN_ERROR');
    default:
      return undefined;
  }
}
