import { paragraph } from '../../emulator/support/a-jira';
import type { Jira } from '../../../emulator/jira/jira';
import type { Deed, Sample } from '../support/sample';

const renamed: Deed = { op: 'editIssue', path: '/issue/OPS-1', body: { fields: { summary: 'New' } } };
const commented: Deed = { op: 'addComment', path: '/issue/OPS-1/comment', body: { body: paragraph('On it.') } };
const COMMENT = '/issue/OPS-1/comment/{1.id}';
const PROPERTY = '/comment/{1.id}/properties/mark';
const marked: Deed = { op: 'setCommentProperty', path: PROPERTY, body: { b: 1 } };

function full({ settings }: Jira) {
  settings.perIssue.comments = 0;
}

/** What was done to an issue, and said about it. */
export const HISTORY_AND_COMMENTS: readonly Sample[] = [
  { op: 'getChangeLogs', path: '/issue/OPS-1/changelog', after: [renamed], status: 200 },
  { op: 'getChangeLogs', path: '/issue/OPS-99/changelog', status: 404 },
  {
    op: 'getBulkChangelogs',
    path: '/changelog/bulkfetch',
    body: { issueIdsOrKeys: ['OPS-1'], fieldIds: ['summary'] },
    after: [renamed],
    status: 200,
  },
  { op: 'getBulkChangelogs', path: '/changelog/bulkfetch', body: { issueIdsOrKeys: [] }, status: 400 },
  {
    op: 'getChangeLogsByIds',
    path: '/issue/OPS-1/changelog/list',
    body: { changelogIds: [10000] },
    after: [renamed],
    status: 200,
  },
  { op: 'getChangeLogsByIds', path: '/issue/OPS-99/changelog/list', body: { changelogIds: [10000] }, status: 404 },
  { ...commented, status: 201 },
  { ...commented, body: { body: 'plain' }, status: 400 },
  { ...commented, who: 'ada', status: 403 },
  { ...commented, given: full, status: 413 },
  { op: 'getComments', path: '/issue/OPS-1/comment', after: [commented], status: 200 },
  { op: 'getComments', path: '/issue/OPS-99/comment', status: 404 },
  { op: 'getComment', path: COMMENT, after: [commented], status: 200 },
  { op: 'getComment', path: '/issue/OPS-1/comment/1', status: 404 },
  { op: 'getCommentsByIds', path: '/comment/list', body: { ids: [10000, 10001] }, after: [commented], status: 200 },
  { op: 'getCommentsByIds', path: '/comment/list', body: { ids: [] }, status: 400 },
  { op: 'updateComment', path: COMMENT, body: { body: paragraph('Off it.') }, after: [commented], status: 200 },
  { op: 'updateComment', path: COMMENT, body: { body: 'plain' }, after: [commented], status: 400 },
  { op: 'deleteComment', path: COMMENT, after: [commented], status: 204 },
  { op: 'deleteComment', path: '/issue/OPS-1/comment/1', status: 404 },
  { op: 'setCommentProperty', path: PROPERTY, body: { b: 1 }, after: [commented], status: 201 },
  { op: 'setCommentProperty', path: PROPERTY, body: { b: 2 }, after: [commented, marked], status: 200 },
  { op: 'setCommentProperty', path: PROPERTY, who: 'ada', body: { b: 1 }, after: [commented], status: 403 },
  { op: 'getCommentPropertyKeys', path: '/comment/{1.id}/properties', after: [commented, marked], status: 200 },
  { op: 'getCommentPropertyKeys', path: '/comment/1/properties', status: 404 },
  { op: 'getCommentProperty', path: PROPERTY, after: [commented, marked], status: 200 },
  { op: 'getCommentProperty', path: PROPERTY, after: [commented], status: 404 },
  { op: 'deleteCommentProperty', path: PROPERTY, after: [commented, marked], status: 204 },
  { op: 'deleteCommentProperty', path: PROPERTY, after: [commented], status: 404 },
];
