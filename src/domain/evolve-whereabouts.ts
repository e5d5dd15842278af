import type { Change } from './change';
import type { EventOf } from './event';
import { laterHistory } from './evolve-deployment';
import type { Moment } from './ids';

type WhereaboutsEvent = EventOf<
  'moved' | 'renumbered' | 'retyped' | 'deleted' | 'unreachable' | 'reachable' | 'project-deleted' | 'project-restored'
>;

/** What becomes of the issue in Jira. The ledger goes on whatever it is. */
export function evolveWhereabouts(change: Change, event: WhereaboutsEvent): Change {
  switch (event.type) {
    case 'moved':
      return {
        ...strayedTo(seen(change, event.historyId), event, 'project', event.toProjectId, change.projectId),
        currentProjectId: event.toProjectId,
      };
    case 'renumbered':
      return { ...change, issueKey: event.toKey };
    case 'retyped':
      return {
        ...strayedTo(seen(change, event.historyId), event, 'work-type', event.toType, change.policy.content.workType),
        workType: event.toType,
      };
    case 'deleted':
      return { ...change, whereabouts: 'deleted' };
    case 'unreachable':
      return { ...change, whereabouts: 'unreachable' };
    case 'project-deleted':
      return { ...change, whereabouts: 'project-deleted' };
    case 'reachable':
    case 'project-restored':
      return { ...change, whereabouts: 'here' };
  }
}

/** What happened before the issue was declared an emergency change is no straying. */
const strayedTo = (
  change: Change,
  { at }: { readonly at: Moment },
  to: Change['strayed'][number]['to'],
  name: string,
  home: string,
): Change =>
  name === home || at < change.declaredAt ? change : { ...change, strayed: [...change.strayed, { to, name, at }] };

const seen = (change: Change, historyId: string | null): Change => ({
  ...change,
  historySeen: historyId === null ? change.historySeen : laterHistory(change.historySeen, historyId),
});
