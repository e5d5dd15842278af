import type { Filter, Share } from '../../model/filter';
import { inRole, mayGlobally, mayInProject } from '../../permissions';
import type { Asking } from '../asking';
import type { Asked, JqlField, Matcher } from './jql-field';
import { emptyNotSupported, JqlProblem, noSuchValue } from '../problem';
import { plainSuggestion } from './record-fields';
import { strangeFunction } from './terms-field';

/** A saved filter by id or name: its query, without its order. */
export const filterField: JqlField = {
  operators: ['=', '!=', 'in', 'not in'],
  supportsEmpty: false,
  match: matchFilter,
  suggest: (asking) => seenFilters(asking).map(({ name }) => plainSuggestion(name)),
  type: 'com.atlassian.jira.issue.search.SearchRequest',
};

function matchFilter({ name, operator, values }: Asked, asking: Asking): Matcher {
  const matchers = values.map((value): Matcher => {
    if (value.kind === 'empty') throw emptyNotSupported(name);
    if (value.kind !== 'text') throw strangeFunction(value.from, name);
    const filter = seenFilters(asking).find(
      (one) => one.id === value.text || one.name.toLowerCase() === value.text.toLowerCase(),
    );
    if (filter === undefined) throw noSuchValue(value.text, name);
    if (asking.within.includes(filter.id)) {
      throw new JqlProblem(
        `Field '${name}' with value '${value.text}' matches filter '${filter.name}' and causes a cyclical reference, this query can not be executed and should be edited.`,
      );
    }
    return asking.matcherOf(filter.jql, { ...asking, within: [...asking.within, filter.id] });
  });
  const wanted = operator === '=' || operator === 'in';
  return {
    cost: Math.max(1, ...matchers.map(({ cost }) => cost)),
    holds: (slot) => matchers.some(({ holds }) => holds(slot)) === wanted,
  };
}

/** A filter is for its owner, for whom it is shared with, and for Jira administrators. */
const seenFilters = (asking: Asking): readonly Filter[] =>
  [...asking.store.filters.values()].filter(
    ({ ownerId, sharePermissions, editPermissions }) =>
      (asking.who.kind === 'account' && asking.who.accountId === ownerId) ||
      [...sharePermissions, ...editPermissions].some(({ share }) => isFor(share, asking)) ||
      mayGlobally(asking.store, asking.who, 'ADMINISTER'),
  );

function isFor(share: Share, { store, who }: Asking): boolean {
  if (share.kind === 'global') return true;
  if (who.kind !== 'account') return false;
  switch (share.kind) {
    case 'loggedin':
      return true;
    case 'user':
      return share.accountId === who.accountId;
    case 'group':
      return store.groups.get(share.groupId)?.members.includes(who.accountId) === true;
    case 'project': {
      const project = store.projects.get(share.projectId);
      if (project === undefined) return false;
      return share.roleId === null
        ? mayInProject(store, who, 'BROWSE_PROJECTS', project)
        : inRole(store, project, share.roleId, who.accountId);
    }
  }
}
