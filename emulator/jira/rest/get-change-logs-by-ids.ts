import * as v from 'valibot';
import { historyJson } from '../issue-json';
import { browsedIssue } from '../permissions';
import { type Operation, param, readWholeBody } from './operation';

const BodySchema = v.object({ changelogIds: v.array(v.pipe(v.number(), v.transform(String))) });

export const getChangeLogsByIds: Operation = {
  operationId: 'getChangeLogsByIds',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/changelog/list',
  handle: (call) => {
    const issue = browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));
    const { changelogIds } = readWholeBody(BodySchema, call);
    const site = { store: call.store, baseUrl: call.jira.baseUrl() };
    const histories = issue.histories
      .filter(({ id }) => changelogIds.includes(id))
      .map((history) => historyJson(history, site));
    return Response.json({ startAt: 0, maxResults: histories.length, total: histories.length, histories });
  },
};
