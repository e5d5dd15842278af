import { unlinkIssues } from '../issue-links';
import { issueLinkJson } from '../issue-json';
import type { Issue } from '../model/issue';
import type { IssueLink } from '../model/issue-link';
import { callerId, mayOnIssue } from '../permissions';
import { known } from '../store';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param } from './operation';

const PATH = '/issueLink/{linkId}';

interface Found {
  readonly link: IssueLink;
  readonly inward: Issue;
  readonly outward: Issue;
}

/** The link, if the caller may see both of its issues. */
function linkOf(call: Call): Found {
  const { store, who } = call;
  const id = param(call, 'linkId');
  if (!/^\d+$/.test(id)) throw new JiraError(400, [`The issue link id '${id}' is not valid.`]);
  const missing = new JiraError(404, [`No issue link with id '${id}' exists.`]);
  const link = store.issueLinks.get(id);
  if (link === undefined) throw missing;
  const inward = known(store.issues, link.inwardIssueId);
  const outward = known(store.issues, link.outwardIssueId);
  if (![inward, outward].every((issue) => mayOnIssue(store, who, 'BROWSE_PROJECTS', issue))) throw missing;
  return { link, inward, outward };
}

export const getIssueLink: Operation = {
  operationId: 'getIssueLink',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const { link, inward, outward } = linkOf(call);
    return Response.json(issueLinkJson(link, inward, outward, { store: call.store, baseUrl: call.jira.baseUrl() }));
  },
};

export const deleteIssueLink: Operation = {
  operationId: 'deleteIssueLink',
  method: 'DELETE',
  path: PATH,
  handle: (call) => {
    const { link, inward, outward } = linkOf(call);
    if (![inward, outward].some((issue) => mayOnIssue(call.store, call.who, 'LINK_ISSUES', issue))) {
      throw new JiraError(404, ['You do not have permission to delete links in this project.']);
    }
    unlinkIssues(call.jira, link, callerId(call.who));
    return noContent();
  },
};
