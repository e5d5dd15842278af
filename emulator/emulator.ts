import { bundlesOf } from './bundled/app-bundles';
import { loadBundledHandler } from './bundled/load-bundled-handler';
import type { SiteClock } from './clock';
import type { PageNote } from './control/log-routes';
import type { Pace } from './forge/agenda';
import { embeddedJira } from './forge/embedded-jira';
import { createForge, type Forge } from './forge/forge';
import { appIdentity } from './forge/identity';
import { readManifest } from './forge/manifest';
import type { HostAssets } from './host/build';
import { createJira, type Jira } from './jira/jira';
import { buildDemoSite } from './jira/site/demo-site';
import { installAppFields } from './jira/site/install-app-fields';
import { installAppIndexes } from './jira/site/install-app-indexes';
import { installAppRules } from './jira/site/install-app-rules';
import type { InstalledApp } from './jira/site/installed-app';
import type { JiraStore } from './jira/store';
import type { SiteSnapshot } from './keep/site-snapshot';
import { type WholeSite, wholeSite } from './keep/whole-site';
import { createSite } from './server';

export interface EmulatorOptions {
  /** The folder of the app's manifest.yml. */
  readonly appRoot: string;
  readonly clock: SiteClock;
  /** Of ids and of faults by chance; the same seed and the same calls give the same history. Default 1. */
  readonly seed?: number;
  /** Built by `buildHostAssets`; without them there are no pages. */
  readonly host?: HostAssets;
  /** Whether what is due waits for `settle` (the default, for tests) or comes by the clock (for people). */
  readonly pace?: Pace;
  /** Where the site can be reached, without a slash at the end. Default http://127.0.0.1:4000. */
  readonly baseUrl?: string;
  /** Whether the app runs from its sources (the default) or from what Atlassian's bundler makes of them. */
  readonly handlers?: 'sources' | 'bundles';
  /** The configuration that the site begins with, and its issues. The demo configuration without issues by default. */
  readonly beginning?: SiteBeginning;
  /** What the site goes on from, at the time of `clock`, in place of a beginning; `reset` still goes back to that. */
  readonly from?: SiteSnapshot;
}

/** How a site begins. */
export interface SiteBeginning {
  /** Puts the configuration into an empty store. */
  readonly build: (store: JiraStore, app: InstalledApp) => void;
  /** Makes the issues. */
  readonly fill: (emulator: Emulator) => Promise<void>;
}

/** An embedded Jira Cloud site with the demo configuration and the app installed. */
export interface Emulator {
  readonly clock: SiteClock;
  readonly jira: Jira;
  readonly forge: Forge;
  /** Everything over HTTP semantics, without a socket. */
  readonly fetch: (request: Request) => Promise<Response>;
  /**
   * Delivers every event, message and scheduled run that is due, and what becomes due by it, until nothing is left.
   * Throws when that does not end.
   */
  settle(): Promise<void>;
  /** A copy of the whole site, to put in its place, and the way back to its beginning. */
  readonly whole: WholeSite;
}

const APP_NAME = 'Emergency Change';
const APP_ACCOUNT_ID = '712020:emergency-change-app';

export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { appRoot, clock, seed = 1, pace = 'on-settle', baseUrl = 'http://127.0.0.1:4000' } = options;
  const manifest = await readManifest(appRoot);
  const identity = appIdentity(manifest.appId, APP_ACCOUNT_ID, seed);
  const jira = createJira({ clock, baseUrl: () => baseUrl });
  const { build, fill } = options.beginning ?? DEMO_WITHOUT_ISSUES;
  const app = { ...identity, accountId: APP_ACCOUNT_ID, displayName: APP_NAME };
  const deployApp = () => {
    installAppFields(jira.store, app, manifest.customFields);
    installAppRules(jira.store, app, manifest.validators);
    installAppIndexes(jira.store, manifest.entityProperties);
  };
  const configure = () => {
    build(jira.store, app);
    deployApp();
  };
  configure();
  const bundled =
    options.handlers === 'bundles' ? { loadHandler: loadBundledHandler((await bundlesOf(appRoot)).functions) } : {};
  const forge = createForge({ appRoot, manifest, identity, clock, jira: embeddedJira(jira), seed, pace, ...bundled });
  jira.plugValidator(forge.askValidator);
  jira.plugActionValidator(forge.askActionValidator);
  const notes: PageNote[] = [];
  const whole = wholeSite({ clock, jira, forge, notes, configure, deployApp, fill: () => fill(emulator) });
  const site = createSite({ clock, jira, forge, notes, whole, host: options.host });
  const emulator: Emulator = {
    clock,
    jira,
    forge,
    fetch: async (request) => site.fetch(request),
    settle: () => forge.agenda.settle(),
    whole,
  };
  if (options.from === undefined) await fill(emulator);
  else whole.goOnFrom(options.from);
  return emulator;
}

const DEMO_WITHOUT_ISSUES: SiteBeginning = { build: buildDemoSite, fill: () => Promise.resolve() };
