import { callerId } from '../permissions';
import { userJson } from '../user-json';
import { JiraError } from './errors';
import { type Operation, pageBean, pageOf } from './operation';

export const bulkGetUsers: Operation = {
  operationId: 'bulkGetUsers',
  method: 'GET',
  path: '/user/bulk',
  query: ['startAt', 'maxResults', 'accountId'],
  handle: (call) => {
    callerId(call.who);
    const asked = call.query.getAll('accountId');
    if (asked.length === 0) throw new JiraError(400, ["The query parameter 'accountId' is required."]);
    const found = [...call.store.accounts.values()]
      .filter(({ accountId }) => asked.includes(accountId))
      .map((account) => userJson(account, call.jira.baseUrl()));
    return Response.json(pageBean(found, pageOf(call, 10, 200)));
  },
};
