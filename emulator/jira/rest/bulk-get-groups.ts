import { mayGlobally } from '../permissions';
import { JiraError } from './errors';
import { type Operation, pageBean, pageOf } from './operation';

export const bulkGetGroups: Operation = {
  operationId: 'bulkGetGroups',
  method: 'GET',
  path: '/group/bulk',
  query: ['startAt', 'maxResults', 'groupId', 'groupName'],
  handle: (call) => {
    const { store, who, query } = call;
    if (!mayGlobally(store, who, 'USER_PICKER')) {
      throw new JiraError(403, ['You do not have permission to browse users and groups.']);
    }
    const names = query.getAll('groupName');
    const ids = query.getAll('groupId');
    const all = names.length + ids.length === 0;
    const found = [...store.groups.values()]
      .filter(({ name, groupId }) => all || names.includes(name) || ids.includes(groupId))
      .map(({ name, groupId }) => ({ name, groupId }));
    return Response.json(pageBean(found, pageOf(call, 50, 50)));
  },
};
