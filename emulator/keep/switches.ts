import * as v from 'valibot';
import { DisorderSchema } from '../forge/events/disorder';
import type { Forge } from '../forge/forge';
import type { Jira } from '../jira/jira';
import { DOCUMENTED_RATE_LIMITS, type RateLimitPolicy } from '../jira/rate-limits';

const MillisecondsSchema = v.pipe(v.number(), v.minValue(0));
const ChanceSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const CountSchema = v.pipe(v.number(), v.integer(), v.minValue(0));
const DuplicatesSchema = v.strictObject({ duplicates: ChanceSchema });

const RateLimitsSchema = v.strictObject({
  pointsPerHour: CountSchema,
  requestsPerSecond: v.strictObject({ GET: CountSchema, POST: CountSchema, PUT: CountSchema, DELETE: CountSchema }),
  issueWrites: v.array(v.strictObject({ most: CountSchema, seconds: CountSchema })),
});

/** What may be turned on a running site, part by part. Times are milliseconds, chances from 0 to 1. */
export const SwitchesSchema = v.partial(
  v.strictObject({
    searchIndex: v.strictObject({ lag: MillisecondsSchema }),
    rateLimits: v.union([v.picklist(['off', 'documented']), RateLimitsSchema]),
    jira: v.partial(
      v.strictObject({
        outgoingMail: v.boolean(),
        clonesCopyAppFields: v.boolean(),
        bulkTransitionsAskValidators: v.boolean(),
        taskDelay: MillisecondsSchema,
        perIssue: v.strictObject({
          comments: CountSchema,
          attachments: CountSchema,
          issueLinks: CountSchema,
          remoteLinks: CountSchema,
        }),
        attachmentBytes: CountSchema,
      }),
    ),
    kvs: v.partial(
      v.strictObject({
        queryLag: MillisecondsSchema,
        expiryLag: MillisecondsSchema,
        notExistsHoldsForMissingRow: v.boolean(),
        rateLimits: v.boolean(),
      }),
    ),
    /** How late product events are at least; what else may happen to them is `disorder`, where what is left out is off. */
    events: v.strictObject({ delay: MillisecondsSchema }),
    disorder: DisorderSchema,
    queue: DuplicatesSchema,
    scheduler: DuplicatesSchema,
    validators: v.strictObject({ validatorsKnowThePerson: v.boolean() }),
  }),
);

export type Switches = v.InferOutput<typeof SwitchesSchema>;

interface Switched {
  readonly jira: Jira;
  readonly forge: Forge;
}

/** Every switch as it stands. */
export const switchesNow = ({ jira, forge }: Switched): Switches =>
  structuredClone({
    searchIndex: { lag: jira.searchIndex.lag },
    rateLimits: limitsNow(jira.rateLimits.policy),
    jira: jira.settings,
    kvs: forge.kvs.settings,
    events: { delay: forge.events.delay },
    disorder: forge.events.disorderNow(),
    queue: forge.queue.settings,
    scheduler: forge.scheduler.settings,
    validators: forge.validators,
  });

/** Turns the switches that are named. */
export function turnSwitches({ jira, forge }: Switched, wanted: Switches): void {
  const { searchIndex, rateLimits, events, disorder } = wanted;
  if (searchIndex !== undefined) jira.searchIndex.lag = searchIndex.lag;
  if (rateLimits !== undefined) jira.rateLimits.policy = policyOf(rateLimits);
  if (events !== undefined) forge.events.delay = events.delay;
  if (disorder !== undefined) forge.events.disorder(disorder);
  Object.assign(jira.settings, wanted.jira);
  Object.assign(forge.kvs.settings, wanted.kvs);
  Object.assign(forge.queue.settings, wanted.queue);
  Object.assign(forge.scheduler.settings, wanted.scheduler);
  Object.assign(forge.validators, wanted.validators);
}

function policyOf(wanted: NonNullable<Switches['rateLimits']>): RateLimitPolicy | undefined {
  if (wanted === 'off') return undefined;
  return wanted === 'documented' ? DOCUMENTED_RATE_LIMITS : wanted;
}

function limitsNow(policy: RateLimitPolicy | undefined): NonNullable<Switches['rateLimits']> {
  if (policy === undefined) return 'off';
  return { ...policy, issueWrites: [...policy.issueWrites] };
}
