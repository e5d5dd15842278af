import { AsyncLocalStorage } from 'node:async_hooks';
import type { SiteClock } from '../../clock';
import type { IssueHappening } from '../../seams';
import type { Agenda } from '../agenda';
import type { Invocation, InvocationRequest, Outcome } from '../invocation';
import type { IssueBean, JiraSide } from '../jira-side';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { TriggerModule } from '../manifest-schema';
import { retryRequest } from '../queue/message';
import { type IssueEvent, issueEvents } from './issue-event';
import { filterVerdict } from './trigger-filter';

export interface ProductEvents {
  /** Runs `work` as a call of the app to Jira: what it changes is self-generated. */
  asSelf<Result>(work: () => Result): Result;
  /** How late an event is delivered, in milliseconds; on the platform up to three minutes. */
  delay: number;
}

interface EventParts {
  readonly manifest: Manifest;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly log: ForgeLog;
  readonly jira: JiraSide;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

const LIMIT_SECONDS = 25;
const MOST_RETRIES = 4;
const BIGGEST_EVENT = 200_000;
const PLATFORM_RETRY_SECONDS = 60;

interface Delivery {
  readonly trigger: TriggerModule;
  readonly event: IssueEvent;
  readonly retryCount: number;
  readonly retryContext: object | undefined;
}

/** Sends what happens in Jira to the triggers of the app: late, filtered, and again when the app asks for it. */
export function createProductEvents(parts: EventParts, delay: number): ProductEvents {
  const { manifest, clock, agenda, log, jira } = parts;
  const self = new AsyncLocalStorage<true>();
  const lastSeen = new Map<string, IssueBean>();
  const events: ProductEvents = { delay, asSelf: (work) => self.run(true, work) };

  const schedule = (delivery: Delivery, wait: number) =>
    agenda.add(new Date(clock.now().getTime() + wait), describe(delivery), () => deliver(parts, delivery, schedule));

  jira.onHappening((happening) => {
    const issue = jira.issue(happening.issueId) ?? lastSeen.get(happening.issueId);
    if (issue === undefined) return;
    lastSeen.set(issue.id, issue);
    noteUnmodelled(happening, manifest, log);
    for (const event of issueEvents(happening, issue, self.getStore() === true)) {
      for (const trigger of manifest.triggers.filter((candidate) => hears(candidate, event.eventType))) {
        if (JSON.stringify(event.payload).length > BIGGEST_EVENT) continue;
        schedule({ trigger, event, retryCount: 0, retryContext: undefined }, events.delay);
      }
    }
  });
  return events;
}

const describe = ({ trigger, event }: Delivery) => `event ${event.eventType} for trigger ${trigger.key}`;

const hears = ({ events }: TriggerModule, eventType: string) =>
  events.some((event) => (typeof event === 'string' ? event : event.eventType) === eventType);

function noteUnmodelled(happening: IssueHappening, { triggers }: Manifest, log: ForgeLog): void {
  if (happening.kind !== 'commented' || !triggers.some((trigger) => hears(trigger, 'avi:jira:commented:issue'))) return;
  log.unmodelled.push({ at: happening.at, what: 'event avi:jira:commented:issue: not sent' });
}

async function deliver(
  { clock, log, jira, invoke }: EventParts,
  delivery: Delivery,
  schedule: (delivery: Delivery, wait: number) => void,
): Promise<void> {
  const { trigger, event, retryContext } = delivery;
  const verdict = filterVerdict(jira, trigger, event);
  if (verdict.kind === 'ignore') return;
  if (verdict.kind === 'failed') {
    const text = `The filter of trigger ${trigger.key} failed: ${verdict.reason}`;
    if (verdict.logged) log.notices.push({ at: clock.now(), text });
    if (!verdict.deliver) return;
  }
  const payload = retryContext === undefined ? event.payload : { ...event.payload, retryContext };
  const request = { functionKey: trigger.function, moduleKey: trigger.key, payload, limitSeconds: LIMIT_SECONDS };
  const { outcome } = await invoke(request);
  const retry = retryOf(outcome);
  if (retry === undefined) return;
  const retryCount = delivery.retryCount + 1;
  if (retryCount > MOST_RETRIES) {
    log.notices.push({ at: clock.now(), text: `The ${describe(delivery)} was given up after 4 retries.` });
    return;
  }
  const { afterSeconds, reason, data } = retry;
  schedule(
    { ...delivery, retryCount, retryContext: { retryCount, retryReason: reason, retryData: data } },
    afterSeconds * 1000,
  );
}

/** A throw is the app's own and is not tried again; a time-out is the platform's, and is. */
function retryOf(outcome: Outcome | undefined) {
  switch (outcome?.kind) {
    case 'returned':
      return retryRequest(outcome.value);
    case 'timed-out':
      return { afterSeconds: PLATFORM_RETRY_SECONDS, reason: 'FUNCTION_TIME_OUT', data: undefined };
    case 'killed':
      return { afterSeconds: PLATFORM_RETRY_SECONDS, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR', data: undefined };
    default:
      return undefined;
  }
}
