import * as v from 'valibot';
import { dropRemoteLink, keepRemoteLink, remoteLinkJson, remoteLinksOf } from '../remote-links';
import type { Issue } from '../model/issue';
import type { RemoteLink } from '../model/remote-link';
import { browsedIssue, callerId, demand } from '../permissions';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

const PATH = '/issue/{issueIdOrKey}/remotelink';
const ONE = `${PATH}/{linkId}`;

const BodySchema = v.object({
  globalId: v.optional(v.pipe(v.string(), v.maxLength(255))),
  application: v.optional(v.record(v.string(), v.unknown())),
  relationship: v.optional(v.string()),
  object: v.looseObject({ url: v.pipe(v.string(), v.nonEmpty()), title: v.pipe(v.string(), v.nonEmpty()) }),
});

const issueOf = (call: Call): Issue => browsedIssue(call.store, call.who, param(call, 'issueIdOrKey'));

function linkable(call: Call): Issue {
  const issue = issueOf(call);
  demand(call.store, call.who, 'LINK_ISSUES', issue, 'No Link Issue Permission for issue ' + `'${issue.key}'`);
  return issue;
}

function linkOf(call: Call, issue: Issue): RemoteLink {
  const id = param(call, 'linkId');
  if (!/^\d+$/.test(id)) throw new JiraError(400, [`The remote issue link id '${id}' is not valid.`]);
  const link = call.store.remoteLinks.get(id);
  if (link === undefined) throw new JiraError(404, [`Remote issue link does not exist: ${id}`]);
  if (link.issueId !== issue.id) {
    throw new JiraError(400, [`The remote issue link ${id} does not belong to the issue ${issue.key}.`]);
  }
  return link;
}

const byGlobalId = (call: Call, issue: Issue, globalId: string): RemoteLink | undefined =>
  remoteLinksOf(call.store, issue.id).find((link) => link.globalId === globalId);

/** All of them, or the one with the global id that is asked for. */
export const getRemoteIssueLinks: Operation = {
  operationId: 'getRemoteIssueLinks',
  method: 'GET',
  path: PATH,
  query: ['globalId'],
  handle: (call) => {
    const issue = issueOf(call);
    const globalId = call.query.get('globalId');
    if (globalId === null) {
      return Response.json(remoteLinksOf(call.store, issue.id).map((link) => remoteLinkJson(call.jira, issue, link)));
    }
    const link = byGlobalId(call, issue, globalId);
    if (link === undefined) throw new JiraError(404, [`Remote issue link does not exist: ${globalId}`]);
    return Response.json(remoteLinkJson(call.jira, issue, link));
  },
};

export const getRemoteIssueLinkById: Operation = {
  operationId: 'getRemoteIssueLinkById',
  method: 'GET',
  path: ONE,
  handle: (call) => {
    const issue = issueOf(call);
    return Response.json(remoteLinkJson(call.jira, issue, linkOf(call, issue)));
  },
};

const wanted = (call: Call) => {
  const { globalId = null, application = {}, relationship = null, object } = readWholeBody(BodySchema, call);
  return { globalId, application, relationship, object };
};

/** One with the same global id is updated. */
export const createOrUpdateRemoteIssueLink: Operation = {
  operationId: 'createOrUpdateRemoteIssueLink',
  method: 'POST',
  path: PATH,
  handle: (call) => {
    const { jira, who } = call;
    const issue = linkable(call);
    const link = wanted(call);
    const before = link.globalId === null ? undefined : byGlobalId(call, issue, link.globalId);
    const { id } = keepRemoteLink(jira, issue, callerId(who), before, link);
    const self = `${jira.baseUrl()}/rest/api/3/issue/${issue.key}/remotelink/${id}`;
    return Response.json({ id: Number(id), self }, { status: before === undefined ? 201 : 200 });
  },
};

export const updateRemoteIssueLink: Operation = {
  operationId: 'updateRemoteIssueLink',
  method: 'PUT',
  path: ONE,
  handle: (call) => {
    const issue = linkable(call);
    keepRemoteLink(call.jira, issue, callerId(call.who), linkOf(call, issue), wanted(call));
    return noContent();
  },
};

export const deleteRemoteIssueLinkById: Operation = {
  operationId: 'deleteRemoteIssueLinkById',
  method: 'DELETE',
  path: ONE,
  handle: (call) => {
    const issue = linkable(call);
    dropRemoteLink(call.jira, issue, callerId(call.who), linkOf(call, issue));
    return noContent();
  },
};

export const deleteRemoteIssueLinkByGlobalId: Operation = {
  operationId: 'deleteRemoteIssueLinkByGlobalId',
  method: 'DELETE',
  path: PATH,
  query: ['globalId'],
  handle: (call) => {
    const issue = linkable(call);
    const globalId = call.query.get('globalId');
    if (globalId === null) throw new JiraError(400, ["The query parameter 'globalId' is required."]);
    const link = byGlobalId(call, issue, globalId);
    if (link === undefined) throw new JiraError(404, [`Remote issue link does not exist: ${globalId}`]);
    dropRemoteLink(call.jira, issue, callerId(call.who), link);
    return noContent();
  },
};
