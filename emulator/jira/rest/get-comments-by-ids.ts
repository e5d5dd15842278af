import * as v from 'valibot';
import { commentJson } from '../issue-json';
import { visibleComments } from './comment-of';
import { expands, type Operation, pageBean, readWholeBody } from './operation';

const MOST = 1000;

const BodySchema = v.object({
  ids: v.pipe(v.array(v.pipe(v.number(), v.transform(String))), v.minLength(1), v.maxLength(MOST)),
});

export const getCommentsByIds: Operation = {
  operationId: 'getCommentsByIds',
  method: 'POST',
  path: '/comment/list',
  expand: ['properties'],
  handle: (call) => {
    const site = { store: call.store, baseUrl: call.jira.baseUrl() };
    const found = visibleComments(call, readWholeBody(BodySchema, call).ids).map(({ issue, comment }) =>
      commentJson(issue, comment, site, expands(call, 'properties')),
    );
    return Response.json(pageBean(found, { startAt: 0, maxResults: MOST }));
  },
};
