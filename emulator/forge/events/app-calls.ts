import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * The site whose app is calling Jira, as an object of that site. One for all sites of the process: Node 20 carries each such
 * storage through every promise from its first use on, so that one a site would make all later ones slower.
 */
export const appCalls = new AsyncLocalStorage<object>();
