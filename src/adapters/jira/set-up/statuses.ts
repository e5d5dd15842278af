import { route } from '@forge/api';
import * as v from 'valibot';
import type { StatusFacts } from '../../../domain/set-up/configuration';
import type { Deed, Scope } from '../../../domain/set-up/deed';
import { allPages } from '../configuration/pages';
import { call } from '../request';

const CATEGORIES = { TODO: 'to-do', IN_PROGRESS: 'in-progress', DONE: 'done' } as const;
const KEYS = { 'to-do': 'TODO', 'in-progress': 'IN_PROGRESS', done: 'DONE' } as const;

const StatusShape = v.object({
  id: v.string(),
  name: v.string(),
  statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
});

/** Jira's name of a category, where workflows and statuses are written. */
export const categoryKey = (category: StatusFacts['category']) => KEYS[category];

export const scopeJson = (scope: Scope) =>
  scope.kind === 'global' ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: scope.projectId } };

/** The statuses that workflows of this scope may use. */
export async function readStatuses(scope: Scope): Promise<readonly StatusFacts[]> {
  const pageFrom = (startAt: number) =>
    scope.kind === 'global'
      ? route`/rest/api/3/statuses/search?startAt=${startAt}&maxResults=${200}`
      : route`/rest/api/3/statuses/search?projectId=${scope.projectId}&startAt=${startAt}&maxResults=${200}`;
  const found = await allPages('person', pageFrom, StatusShape);
  return found.map(({ id, name, statusCategory }) => ({ id, name, category: CATEGORIES[statusCategory] }));
}

export const makeStatuses = ({ scope, statuses }: Extract<Deed, { kind: 'statuses' }>): Promise<void> =>
  call('person', 'POST', route`/rest/api/3/statuses`, {
    scope: scopeJson(scope),
    statuses: statuses.map(({ name, category }) => ({ name, description: '', statusCategory: categoryKey(category) })),
  });
