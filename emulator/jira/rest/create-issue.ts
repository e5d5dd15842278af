import { createIssue as create } from '../issue-create';
import type { Jira } from '../jira';
import type { Issue } from '../model/issue';
import { newIssue, NewIssueSchema } from './new-issue';
import { type Operation, readWholeBody } from './operation';

export const createIssue: Operation = {
  operationId: 'createIssue',
  method: 'POST',
  path: '/issue',
  query: ['updateHistory'],
  handle: async (call) => {
    const issue = await create(call.jira, newIssue(call, readWholeBody(NewIssueSchema, call)));
    return Response.json(createdJson(call.jira, issue), { status: 201 });
  },
};

export const createdJson = ({ baseUrl }: Pick<Jira, 'baseUrl'>, { id, key }: Issue) => ({
  id,
  key,
  self: `${baseUrl()}/rest/api/3/issue/${id}`,
});
