import type { SiteClock } from '../clock';
import type { AskActionValidator, AskValidator } from '../seams';
import { type Agenda, createAgenda, type Pace } from './agenda';
import { createProductEvents, type ProductEvents } from './events/product-events';
import { createFaults, type Faults } from './faults';
import { type Handler, type LoadHandler, loadHandler } from './functions';
import type { AppIdentity } from './identity';
import type { Invocation, InvocationRequest, Platform } from './invocation';
import type { JiraSide } from './jira-side';
import type { Job } from './job';
import { createKvs, type Kvs } from './kvs/kvs-service';
import type { KvsSettings } from './kvs/operation';
import { emptyLog, type ForgeLog } from './log';
import type { Manifest } from './manifest';
import { type AppModules, createAppModules } from './modules/app-modules';
import { egressService } from './proxy/egress-service';
import { createJiraService, scopeRefusal } from './proxy/jira-service';
import { createProxy } from './proxy/proxy';
import { createStargateService } from './proxy/stargate-service';
import { createQueueService, type QueueService } from './queue/queue-service';
import { createRuns } from './runs';
import { installForgeGlobals } from './runtime';
import { createScheduler, type Scheduler } from './scheduler/scheduler';
import { seededRandom } from './seeded-random';
import { bringBack, type ForgeSnapshot, snapshotOf } from './snapshot';
import { createAskActionValidator } from './validators/ask-action-validator';
import { createAskValidator, type ValidatorSettings } from './validators/ask-validator';

export interface ForgeOptions {
  /** The folder of manifest.yml. */
  readonly appRoot: string;
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly jira: JiraSide;
  readonly seed: number;
  readonly pace: Pace;
  /** Whether scheduled runs keep to a place in their interval that is this installation's own; left out, for people only. */
  readonly spread?: boolean;
  /** Where the handlers come from; left out, the sources. */
  readonly loadHandler?: LoadHandler;
}

/** The embedded Forge with one installed app. */
export interface Forge {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly log: ForgeLog;
  readonly faults: Faults;
  readonly kvs: Pick<Kvs, 'store' | 'settings'>;
  readonly events: Pick<ProductEvents, 'delay' | 'disorder' | 'disorderNow'>;
  readonly queue: Pick<QueueService, 'settings'>;
  readonly validators: ValidatorSettings;
  readonly modules: AppModules;
  readonly scheduler: Pick<Scheduler, 'run' | 'settings'>;
  readonly agenda: Pick<Agenda, 'settle' | 'waiting'>;
  readonly askValidator: AskValidator;
  readonly askActionValidator: AskActionValidator;
  /** Every run of a function, oldest first. */
  readonly invocations: readonly Invocation[];
  /** Every call of the app to the platform, oldest first. */
  readonly calls: ForgeLog['calls'];
  /** A call of the front end to Jira by `requestJira` of @forge/bridge: the person's rights within the app's scopes. */
  readonly fetchJiraAs: (accountId: string, request: Request) => Promise<Response>;
  /** Runs a function of the manifest as it is asked to, past every module: for tests that forge a payload. */
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
  /** Runs `handler` as if it were the function of the request: for contract tests of code that needs the runtime. */
  readonly invokeInPlace: (request: InvocationRequest, handler: Handler) => Promise<Invocation>;
  /** What is stored and what waits; faults, log and invocations are not in it. */
  readonly snapshot: () => ForgeSnapshot;
  /** Ends all that runs and goes on from the snapshot. Times in it are absolute: set the clock first. */
  readonly restore: (snapshot: ForgeSnapshot) => void;
}

/** On the platform an expired value is gone within 48 hours; the worst case is the default. */
const EXPIRY_LAG = 48 * 3_600_000;

const defaultSettings = (pace: Pace): KvsSettings => ({
  queryLag: pace === 'on-settle' ? 2000 : 0,
  expiryLag: EXPIRY_LAG,
  notExistsHoldsForMissingRow: true,
  rateLimits: pace === 'on-clock',
});

/** Chance has a stream of its own, so that faults do not change the ids of invocations. */
const CHANCE_SALT = 0x9e3779b9;

export function createForge(options: ForgeOptions): Forge {
  const { manifest, identity, clock, jira, pace } = options;
  installForgeGlobals();
  const log = emptyLog();
  for (const type of manifest.unknownModuleTypes) log.unmodelled.push({ at: clock.now(), what: `module ${type}` });
  const ids = seededRandom(options.seed);
  const chance = seededRandom(options.seed ^ CHANCE_SALT);
  const faults = createFaults(clock, chance);
  const kvs = createKvs(clock, manifest, defaultSettings(pace));
  const validators: ValidatorSettings = { validatorsKnowThePerson: false };
  const runs = createRuns(log, clock, pace === 'on-clock');

  const invoke = (request: InvocationRequest) => runs.run(platform, request);
  const agenda = createAgenda({ clock, pace, asleep: runs.asleep, deliver: (job) => deliver(job) });
  const parts = { manifest, identity, clock, log, jira, agenda, random: chance };
  const later = { ...parts, invoke: (request: InvocationRequest) => runs.runLater(platform, request) };
  const queue = createQueueService(later);
  const events = createProductEvents(later, pace === 'on-settle' ? 0 : 1000);
  const scheduler = createScheduler({ ...later, spread: options.spread ?? pace === 'on-clock' });
  const deliver = (job: Job): Promise<void> => {
    switch (job.kind) {
      case 'event':
        return events.deliver(job);
      case 'message':
        return queue.deliver(job.message);
      case 'scheduled':
        return scheduler.deliver(job);
    }
  };
  scheduler.start();
  const services = {
    jira: createJiraService({
      ...parts,
      baseUrl: jira.baseUrl,
      handle: (request, principal) => events.asSelf(() => jira.handle(request, principal)),
    }),
    kvs: kvs.service,
    stargate: createStargateService(queue),
    egress: egressService,
  };
  const platform: Platform = {
    manifest,
    identity,
    clock,
    log,
    nextId: () => ids.uuid(),
    faults,
    handler: handlersOf(options),
    answer: createProxy({ clock, log, faults, services }),
  };
  const kept = { kvs, agenda, queue, scheduler, events, ids, chance };
  return {
    manifest,
    identity,
    log,
    faults,
    kvs,
    events,
    queue,
    validators,
    agenda,
    scheduler,
    invocations: runs.invocations,
    invoke,
    invokeInPlace: (request, handler) => runs.run({ ...platform, handler: () => handler }, request),
    calls: log.calls,
    fetchJiraAs: async (accountId, request) =>
      scopeRefusal(manifest, request.method, new URL(request.url).pathname) ??
      jira.handle(request, { kind: 'account', accountId }),
    modules: createAppModules({ ...parts, invoke }),
    askValidator: createAskValidator({ ...parts, invoke, settings: validators }),
    askActionValidator: createAskActionValidator(parts),
    snapshot: () => snapshotOf(kept),
    restore(snapshot) {
      runs.endAll();
      bringBack(kept, snapshot);
    },
  };
}

/** Handlers stay loaded between runs, as they do in a warm runtime. */
function handlersOf({ appRoot, manifest, loadHandler: load = loadHandler }: ForgeOptions): (key: string) => Handler {
  const loaded = new Map<string, Handler>();
  return (functionKey) => {
    const known = loaded.get(functionKey);
    if (known !== undefined) return known;
    const module = manifest.functions.find(({ key }) => key === functionKey);
    if (module === undefined) throw new Error(`The manifest has no function ${functionKey}.`);
    const handler = load(appRoot, module);
    loaded.set(functionKey, handler);
    return handler;
  };
}
