import type { Change } from './change';
import type { EventOf } from './event';
import { laterHistory } from './evolve-deployment';

type WhereaboutsEvent = EventOf<
  'moved' | 'renumbered' | 'retyped' | 'deleted' | 'unreachable' | 'reachable' | 'project-deleted' | 'project-restored'
>;

/** What becomes of the issue in Jira. The ledger goes on whatever it is. */
export function evolveWhereabouts(change: Change, event: WhereaboutsEvent): Change {
  switch (event.type) {
    case 'moved':
      return { ...seen(change, event.historyId), currentProjectId: event.toProjectId };
    case 'renumbered':
      return { ...change, issueKey: event.toKey };
    case 'retyped':
      return { ...seen(change, event.historyId), workType: event.toType };
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

const seen = (change: Change, historyId: string | null): Change => ({
  ...change,
  historySeen: historyId === null ? change.historySeen : laterHistory(change.historySeen, historyId),
});
