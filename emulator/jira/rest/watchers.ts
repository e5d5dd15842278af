import * as v from 'valibot';
import type { Issue } from '../model/issue';
import { mayBrowse } from '../outbox';
import { browsedIssue, callerId, mayOnIssue } from '../permissions';
import { issueByIdOrKey, known } from '../store';
import { userJson } from '../user-json';
import { watch } from '../watching';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param, readBody, readWholeBody } from './operation';

const PATH = '/issue/{issueIdOrKey}/watchers';

const issueOf = (call: Call): Issue => browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));

export const getIssueWatchers: Operation = {
  operationId: 'getIssueWatchers',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const { store, who, jira } = call;
    const issue = issueOf(call);
    const caller = who.kind === 'account' ? who.accountId : undefined;
    const seesAll = mayOnIssue(store, who, 'VIEW_VOTERS_AND_WATCHERS', issue);
    const shown = issue.watchers.filter((accountId) => seesAll || accountId === caller);
    return Response.json({
      self: `${jira.baseUrl()}/rest/api/3/issue/${issue.key}/watchers`,
      isWatching: caller !== undefined && issue.watchers.includes(caller),
      watchCount: issue.watchers.length,
      watchers: shown.map((accountId) => userJson(known(store.accounts, accountId), jira.baseUrl())),
    });
  },
};

/** 403 to change whether somebody else watches without the permission for it. */
function demandSelfOrManager({ store, who }: Call, issue: Issue, accountId: string): void {
  if (accountId === callerId(who) || mayOnIssue(store, who, 'MANAGE_WATCHERS', issue)) return;
  throw new JiraError(403, ['You do not have permission to manage the watcher list.']);
}

const missingUser = (accountId: string) =>
  new JiraError(404, [`The user with account id '${accountId}' was not found.`]);

export const addWatcher: Operation = {
  operationId: 'addWatcher',
  method: 'POST',
  path: PATH,
  handle: (call) => {
    const { store, who } = call;
    const issue = issueOf(call);
    const accountId = call.body === undefined ? callerId(who) : readBody(v.string(), call);
    demandSelfOrManager(call, issue, accountId);
    if (!store.accounts.has(accountId)) throw missingUser(accountId);
    if (!mayBrowse(call.jira, accountId, issue)) {
      throw new JiraError(400, ['The user is not able to view the issue, so cannot watch it.']);
    }
    watch(call.store, issue, accountId);
    return noContent();
  },
};

export const removeWatcher: Operation = {
  operationId: 'removeWatcher',
  method: 'DELETE',
  path: PATH,
  query: ['accountId'],
  handle: (call) => {
    const issue = issueOf(call);
    const accountId = call.query.get('accountId');
    if (accountId === null) throw new JiraError(400, ["The query parameter 'accountId' is required."]);
    demandSelfOrManager(call, issue, accountId);
    if (!call.store.accounts.has(accountId)) throw missingUser(accountId);
    call.store.issues.change(issue, { watchers: issue.watchers.filter((id) => id !== accountId) });
    return noContent();
  },
};

const BulkSchema = v.object({ issueIds: v.array(v.string()) });

/** An issue that the caller may not see, or that does not exist, is one that is not watched. */
export const getIsWatchingIssueBulk: Operation = {
  operationId: 'getIsWatchingIssueBulk',
  method: 'POST',
  path: '/issue/watching',
  handle: (call) => {
    const { store, who } = call;
    const caller = callerId(who);
    const watching = (id: string): boolean => {
      const issue = issueByIdOrKey(store, id);
      return issue !== undefined && mayOnIssue(store, who, 'BROWSE_PROJECTS', issue) && issue.watchers.includes(caller);
    };
    const { issueIds } = readWholeBody(BulkSchema, call);
    return Response.json({ issuesIsWatching: Object.fromEntries(issueIds.map((id) => [id, watching(id)])) });
  },
};
