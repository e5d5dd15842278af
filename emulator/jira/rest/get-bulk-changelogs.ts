import * as v from 'valibot';
import { historyJson } from '../issue-json';
import { mayOnIssue } from '../permissions';
import { issueByIdOrKey } from '../store';
import { JiraError } from './errors';
import { type Operation, readWholeBody } from './operation';

const BodySchema = v.object({
  issueIdsOrKeys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(1000)),
  fieldIds: v.optional(v.pipe(v.array(v.string()), v.maxLength(10))),
  maxResults: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)), 1000),
  nextPageToken: v.optional(v.string()),
});

export const getBulkChangelogs: Operation = {
  operationId: 'getBulkChangelogs',
  method: 'POST',
  path: '/changelog/bulkfetch',
  handle: (call) => {
    const { store, who, jira } = call;
    const { issueIdsOrKeys, fieldIds, maxResults, nextPageToken } = readWholeBody(BodySchema, call);
    const start = nextPageToken === undefined ? 0 : Number(nextPageToken);
    if (!Number.isSafeInteger(start) || start < 0) throw new JiraError(400, ['The nextPageToken is not valid.']);
    const found = issueIdsOrKeys.flatMap((idOrKey) => {
      const issue = issueByIdOrKey(store, idOrKey);
      return issue !== undefined && mayOnIssue(store, who, 'BROWSE_PROJECTS', issue) ? [issue] : [];
    });
    const all = found.flatMap((issue) =>
      issue.histories
        .map((history) => ({
          ...history,
          items: history.items.filter(({ fieldId }) => fieldIds?.includes(fieldId) ?? true),
        }))
        .filter(({ items }) => items.length > 0)
        .map((history) => ({ issueId: issue.id, history })),
    );
    const page = all.slice(start, start + maxResults);
    const site = { store, baseUrl: jira.baseUrl() };
    const end = start + page.length;
    return Response.json({
      issueChangeLogs: [...new Set(page.map(({ issueId }) => issueId))].map((issueId) => ({
        issueId,
        changeHistories: page
          .filter((entry) => entry.issueId === issueId)
          // This operation gives the moment as epoch milliseconds, unlike its sisters.
          .map(({ history }) => ({ ...historyJson(history, site), created: Date.parse(history.created) })),
      })),
      ...(end < all.length ? { nextPageToken: String(end) } : {}),
    });
  },
};
