import type { SiteClock } from '../clock';
import type { AskActionValidator, AskValidator, IssueHappening, Principal, ProjectHappening } from '../seams';
import { createRateLimits, type RateLimits } from './rate-limits';
import { defaultSettings, type SiteSettings } from './site-settings';
import { createSearchIndex, type SearchIndex } from './jql/index/search-index';
import { createRouter, type UnmodelledRequest } from './rest/router';
import { createStore, type JiraStore } from './store';

export interface JiraOptions {
  readonly clock: SiteClock;
  /** The site's address without a slash at the end; asked late, since a port may be chosen late. */
  readonly baseUrl: () => string;
}

type ExchangeListener = (request: Request, response: Response) => void;

/** The embedded Jira: its records, its REST API, and what others may plug into it. */
export interface Jira extends JiraOptions {
  readonly store: JiraStore;
  /** What an administrator, or a test, may turn. */
  readonly settings: SiteSettings;
  /** Without a policy nothing is limited. */
  readonly rateLimits: RateLimits;
  /** What search reads; its lag may be set. */
  readonly searchIndex: SearchIndex;
  /** Answers one call to `/rest/api/3/...`. Never throws: a fault becomes 500 in Jira's shape. */
  readonly handle: (request: Request, who: Principal) => Promise<Response>;
  /** Told after each answer, with copies that may be read; the answer unsubscribes. */
  readonly onExchange: (listener: ExchangeListener) => () => void;
  /** Every request that met no operation, or an option that is not modelled. */
  readonly unmodelled: UnmodelledRequest[];
  /** Told after each stored change; the answer unsubscribes. */
  readonly onHappening: (listener: (happening: IssueHappening) => void) => () => void;
  readonly tell: (happening: IssueHappening) => void;
  /** The same of projects: created, changed, moved to the trash, deleted, restored. */
  readonly onProjectHappening: (listener: (happening: ProjectHappening) => void) => () => void;
  readonly tellOfProject: (happening: ProjectHappening) => void;
  /** Who asks the app's validators. Until somebody is plugged in, such rules cannot be asked, and block. */
  readonly plugValidator: (ask: AskValidator) => void;
  readonly askValidator: AskValidator;
  /** Who asks the app's action validator before a work type changes. Until somebody is plugged in, everything passes. */
  readonly plugActionValidator: (ask: AskActionValidator) => void;
  readonly askActionValidator: AskActionValidator;
}

const listenerFault = ({ kind, issueKey, accountId, at }: IssueHappening, failure: unknown): UnmodelledRequest => ({
  at,
  method: 'EVENT',
  path: `${kind} ${issueKey}`,
  accountId,
  why: `A listener failed: ${failure instanceof Error ? failure.message : String(failure)}`,
});

export function createJira({ clock, baseUrl }: JiraOptions): Jira {
  const exchangeListeners = new Set<ExchangeListener>();
  const listeners = new Set<(happening: IssueHappening) => void>();
  const projectListeners = new Set<(happening: ProjectHappening) => void>();
  const unmodelled: UnmodelledRequest[] = [];
  let ask: AskValidator = () => Promise.resolve({ kind: 'failed', reason: 'No app is installed.' });
  let askAction: AskActionValidator = () => Promise.resolve({ kind: 'passed' });
  const route = createRouter();
  const store = createStore();
  const searchIndex = createSearchIndex(store, clock);
  const jira: Jira = {
    clock,
    baseUrl,
    store,
    searchIndex,
    settings: defaultSettings(),
    rateLimits: createRateLimits(clock),
    unmodelled,
    async handle(request, who) {
      const asked = exchangeListeners.size === 0 ? undefined : request.clone();
      const response = await route(jira, request, who, (entry) => unmodelled.push(entry));
      // With a lag it counts when something was written, not when somebody first searches for it.
      if (searchIndex.lag > 0 && request.method !== 'GET') searchIndex.observe();
      if (asked !== undefined) {
        for (const listener of exchangeListeners) listener(asked.clone(), response.clone());
      }
      return response;
    },
    onExchange: (listener) => {
      exchangeListeners.add(listener);
      return () => exchangeListeners.delete(listener);
    },
    onHappening: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (happening) => {
      if (searchIndex.lag > 0) searchIndex.observe();
      for (const listener of listeners) {
        try {
          listener(happening);
        } catch (failure) {
          // What is stored stays stored: a listener's fault must not make the caller believe that it was not.
          unmodelled.push(listenerFault(happening, failure));
        }
      }
    },
    onProjectHappening: (listener) => {
      projectListeners.add(listener);
      return () => projectListeners.delete(listener);
    },
    tellOfProject: (happening) => {
      for (const listener of projectListeners) listener(happening);
    },
    plugValidator: (next) => {
      ask = next;
    },
    askValidator: (call) => ask(call),
    plugActionValidator: (next) => {
      askAction = next;
    },
    askActionValidator: (call) => askAction(call),
  };
  return jira;
}
