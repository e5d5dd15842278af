import type { JiraStore } from '../store';

/** The types of issue links that a new Jira site has. */
const TYPES: readonly (readonly [id: string, name: string, inward: string, outward: string])[] = [
  ['10000', 'Blocks', 'is blocked by', 'blocks'],
  ['10001', 'Cloners', 'is cloned by', 'clones'],
  ['10002', 'Duplicate', 'is duplicated by', 'duplicates'],
  ['10003', 'Relates', 'relates to', 'relates to'],
];

export function addStandardLinkTypes(store: JiraStore): void {
  for (const [id, name, inward, outward] of TYPES) {
    store.issueLinkTypes.set(id, { id, name, inward, outward });
    store.counters.set('issue-link-type', Number(id));
  }
}
