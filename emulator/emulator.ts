import type { SiteClock } from './clock';
import type { Pace } from './forge/agenda';
import { embeddedJira } from './forge/embedded-jira';
import { createForge, type Forge } from './forge/forge';
import { appIdentity } from './forge/identity';
import { readManifest } from './forge/manifest';
import type { HostAssets } from './host/build';
import { createJira, type Jira } from './jira/jira';
import { buildDemoSite } from './jira/site/demo-site';
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
}

const APP_NAME = 'Emergency Change';
const APP_ACCOUNT_ID = '712020:emergency-change-app';

export async function createEmulator(options: EmulatorOptions): Promise<Emulator> {
  const { appRoot, clock, seed = 1, pace = 'on-settle', baseUrl = 'http://127.0.0.1:4000' } = options;
  const manifest = await readManifest(appRoot);
  const identity = appIdentity(manifest.appId, APP_ACCOUNT_ID, seed);
  const jira = createJira({ clock, baseUrl: () => baseUrl });
  const { appId, environmentId } = identity;
  buildDemoSite(jira.store, { appId, environmentId, accountId: APP_ACCOUNT_ID, displayName: APP_NAME });
  const forge = createForge({ appRoot, manifest, identity, clock, jira: embeddedJira(jira), seed, pace });
  jira.plugValidator(forge.askValidator);
  const site = createSite({ clock, jira, forge, host: options.host });
  return {
    clock,
    jira,
    forge,
    fetch: async (request) => site.fetch(request),
    settle: () => forge.agenda.settle(),
  };
}
