import type { SiteClock } from '../clock';
import type { AskValidator } from '../seams';
import { type Agenda, createAgenda, type Pace } from './agenda';
import { createProductEvents, type ProductEvents } from './events/product-events';
import { createFaults, type Faults } from './faults';
import { type Handler, loadHandler } from './functions';
import type { AppIdentity } from './identity';
import { type Invocation, type InvocationRequest, type Platform, runInvocation } from './invocation';
import type { JiraSide } from './jira-side';
import { createKvs, type Kvs } from './kvs/kvs-service';
import type { KvsSettings } from './kvs/operation';
import { emptyLog, type ForgeLog } from './log';
import type { Manifest } from './manifest';
import { createIssuePanels, type IssuePanels } from './modules/issue-panels';
import { egressService } from './proxy/egress-service';
import { createJiraService, scopeRefusal } from './proxy/jira-service';
import { createProxy } from './proxy/proxy';
import { createStargateService } from './proxy/stargate-service';
import { createQueueService } from './queue/queue-service';
import { installForgeGlobals } from './runtime';
import { createScheduler, type Scheduler } from './scheduler/scheduler';
import { seededRandom } from './seeded-random';
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
}

/** The embedded Forge with one installed app. */
export interface Forge {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly log: ForgeLog;
  readonly faults: Faults;
  readonly kvs: Pick<Kvs, 'store' | 'settings'>;
  readonly events: Pick<ProductEvents, 'delay'>;
  readonly validators: ValidatorSettings;
  readonly panels: IssuePanels;
  readonly scheduler: Scheduler;
  readonly agenda: Pick<Agenda, 'settle' | 'waiting'>;
  readonly askValidator: AskValidator;
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
}

/** On the platform an expired value is gone within 48 hours; the worst case is the default. */
const EXPIRY_LAG = 48 * 3_600_000;

const defaultSettings = (pace: Pace): KvsSettings => ({
  queryLag: pace === 'on-settle' ? 2000 : 0,
  expiryLag: EXPIRY_LAG,
  notExistsHoldsForMissingRow: true,
});

export function createForge(options: ForgeOptions): Forge {
  const { manifest, identity, clock, jira, pace } = options;
  installForgeGlobals();
  const log = emptyLog();
  for (const type of manifest.unknownModuleTypes) log.unmodelled.push({ at: clock.now(), what: `module ${type}` });
  const random = seededRandom(options.seed);
  const faults = createFaults(clock, random);
  const kvs = createKvs(clock, manifest, defaultSettings(pace));
  const invocations: Invocation[] = [];
  const open = new Set<Invocation>();
  const validators: ValidatorSettings = { validatorsKnowThePerson: false };

  const invoke = (request: InvocationRequest) => run(request, platform);
  const run = async (request: InvocationRequest, runtime: Platform): Promise<Invocation> => {
    const { invocation, ended } = runInvocation(runtime, request);
    invocations.push(invocation);
    open.add(invocation);
    const outcome = await ended;
    open.delete(invocation);
    if (outcome.kind !== 'returned') noteFailure(log, invocation, clock.now());
    return invocation;
  };
  const parts = { manifest, identity, clock, log, jira, invoke };
  const agenda = createAgenda(clock, pace, () => asleep(open));
  const queue = createQueueService({ ...parts, agenda });
  const events = createProductEvents({ ...parts, agenda }, pace === 'on-settle' ? 0 : 1000);
  const jiraService = createJiraService({
    ...parts,
    baseUrl: jira.baseUrl,
    handle: (request, principal) => events.asSelf(() => jira.handle(request, principal)),
  });
  const services = {
    jira: jiraService,
    kvs: kvs.service,
    stargate: createStargateService(queue),
    egress: egressService,
  };
  const platform: Platform = {
    manifest,
    identity,
    clock,
    log,
    nextId: () => random.uuid(),
    handler: handlersOf(options),
    answer: createProxy({ clock, log, faults, services }),
  };
  return {
    manifest,
    identity,
    log,
    faults,
    kvs,
    events,
    validators,
    agenda,
    invocations,
    invoke,
    invokeInPlace: (request, handler) => run(request, { ...platform, handler: () => handler }),
    calls: log.calls,
    fetchJiraAs: async (accountId, request) =>
      scopeRefusal(manifest, request.method, new URL(request.url).pathname) ??
      jira.handle(request, { kind: 'account', accountId }),
    panels: createIssuePanels(parts),
    scheduler: createScheduler({ ...parts, agenda }),
    askValidator: createAskValidator({ ...parts, settings: validators }),
  };
}

/** Handlers stay loaded between runs, as they do in a warm runtime. */
function handlersOf({ appRoot, manifest }: ForgeOptions): (functionKey: string) => Handler {
  const loaded = new Map<string, Handler>();
  return (functionKey) => {
    const known = loaded.get(functionKey);
    if (known !== undefined) return known;
    const module = manifest.functions.find(({ key }) => key === functionKey);
    if (module === undefined) throw new Error(`The manifest has no function ${functionKey}.`);
    const handler = loadHandler(appRoot, module);
    loaded.set(functionKey, handler);
    return handler;
  };
}

/** Whether something runs, and all of it waits for a timer of its own. */
const asleep = (open: ReadonlySet<Invocation>) =>
  open.size > 0 && [...open].every(({ timers, inFlight }) => timers > 0 && inFlight === 0);

function noteFailure(log: ForgeLog, { id, functionKey, outcome }: Invocation, at: Date): void {
  const detail = outcome?.kind === 'threw' ? `: ${outcome.name}: ${outcome.message}` : '';
  log.notices.push({ at, text: `Invocation ${id} of ${functionKey} ${outcome?.kind ?? ''}${detail}` });
}
