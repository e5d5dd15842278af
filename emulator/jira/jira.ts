import type { SiteClock } from '../clock';
import type { AskValidator, IssueHappening, Principal } from '../seams';
import { createRouter, type UnmodelledRequest } from './rest/router';
import { createStore, type JiraStore } from './store';

export interface JiraOptions {
  readonly clock: SiteClock;
  /** The site's address without a slash at the end; asked late, since a port may be chosen late. */
  readonly baseUrl: () => string;
}

/** The embedded Jira: its records, its REST API, and what others may plug into it. */
export interface Jira extends JiraOptions {
  readonly store: JiraStore;
  /** Answers one call to `/rest/api/3/...`. Never throws: a fault becomes 500 in Jira's shape. */
  readonly handle: (request: Request, who: Principal) => Promise<Response>;
  /** Every request that met no operation, or an option that is not modelled. */
  readonly unmodelled: readonly UnmodelledRequest[];
  /** Told after each stored change; the answer unsubscribes. */
  readonly onHappening: (listener: (happening: IssueHappening) => void) => () => void;
  readonly tell: (happening: IssueHappening) => void;
  /** Who asks the app's validators. Until somebody is plugged in, such rules cannot be asked, and block. */
  readonly plugValidator: (ask: AskValidator) => void;
  readonly askValidator: AskValidator;
}

export function createJira({ clock, baseUrl }: JiraOptions): Jira {
  const listeners = new Set<(happening: IssueHappening) => void>();
  const unmodelled: UnmodelledRequest[] = [];
  let ask: AskValidator = () => Promise.resolve({ kind: 'failed', reason: 'No app is installed.' });
  const route = createRouter();
  const jira: Jira = {
    clock,
    baseUrl,
    store: createStore(),
    unmodelled,
    handle: (request, who) => route(jira, request, who, (entry) => unmodelled.push(entry)),
    onHappening: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (happening) => {
      for (const listener of listeners) listener(happening);
    },
    plugValidator: (next) => {
      ask = next;
    },
    askValidator: (call) => ask(call),
  };
  return jira;
}
