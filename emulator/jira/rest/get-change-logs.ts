import { historyJson } from '../issue-json';
import { browsedIssue } from '../permissions';
import { type Operation, pageBean, pageOf, param } from './operation';

export const getChangeLogs: Operation = {
  operationId: 'getChangeLogs',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/changelog',
  query: ['startAt', 'maxResults'],
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    const site = { store: call.store, baseUrl: call.jira.baseUrl() };
    const page = pageBean(issue.histories, pageOf(call, 100, 100));
    const values = issue.histories
      .slice(page.startAt, page.startAt + page.maxResults)
      .map((history) => historyJson(history, site));
    return Response.json({ ...page, values });
  },
};
