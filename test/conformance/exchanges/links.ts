import { emergency } from '../../emulator/support/a-jira';
import type { Jira } from '../../../emulator/jira/jira';
import type { Deed, Sample } from '../support/sample';

const another: Deed = { op: 'createIssue', path: '/issue', body: emergency('Another') };
const linked: Deed = {
  op: 'linkIssues',
  path: '/issueLink',
  body: { type: { name: 'Blocks' }, inwardIssue: { key: 'OPS-1' }, outwardIssue: { key: 'OPS-2' } },
};
const both: Deed = { op: 'getIssue', path: '/issue/OPS-1?fields=issuelinks' };
const LINK = '/issueLink/{3.fields.issuelinks.0.id}';

const REMOTE = '/issue/OPS-1/remotelink';
const elsewhere = { globalId: 'build=7', object: { url: 'https://build.example.com/7', title: 'Build 7' } };
const remote: Deed = { op: 'createOrUpdateRemoteIssueLink', path: REMOTE, body: elsewhere };

function full({ settings }: Jira) {
  settings.perIssue.remoteLinks = 0;
}

/** Links between issues, and to what is elsewhere. */
export const LINKS: readonly Sample[] = [
  { op: 'getIssueLinkTypes', path: '/issueLinkType', status: 200 },
  { op: 'getIssueLinkType', path: '/issueLinkType/10000', status: 200 },
  { op: 'getIssueLinkType', path: '/issueLinkType/99999', status: 404 },
  { ...linked, after: [another], status: 201 },
  { ...linked, status: 404 },
  { op: 'getIssueLink', path: LINK, after: [another, linked, both], status: 200 },
  { op: 'getIssueLink', path: '/issueLink/1', status: 404 },
  { op: 'deleteIssueLink', path: LINK, after: [another, linked, both], status: 204 },
  { op: 'deleteIssueLink', path: '/issueLink/one', status: 400 },
  { ...remote, status: 201 },
  { ...remote, after: [remote], status: 200 },
  { ...remote, given: full, status: 413 },
  { ...remote, body: { object: { title: 'Nowhere' } }, status: 400 },
  { op: 'getRemoteIssueLinks', path: REMOTE, after: [remote], status: 200 },
  { op: 'getRemoteIssueLinks', path: '/issue/OPS-99/remotelink', status: 404 },
  { op: 'getRemoteIssueLinkById', path: `${REMOTE}/{1.id}`, after: [remote], status: 200 },
  { op: 'getRemoteIssueLinkById', path: `${REMOTE}/1`, status: 404 },
  { op: 'updateRemoteIssueLink', path: `${REMOTE}/{1.id}`, body: elsewhere, after: [remote], status: 204 },
  { op: 'updateRemoteIssueLink', path: `${REMOTE}/1`, body: elsewhere, status: 404 },
  { op: 'deleteRemoteIssueLinkById', path: `${REMOTE}/{1.id}`, after: [remote], status: 204 },
  { op: 'deleteRemoteIssueLinkById', path: `${REMOTE}/{1.id}`, who: 'ada', after: [remote], status: 403 },
  { op: 'deleteRemoteIssueLinkByGlobalId', path: `${REMOTE}?globalId=build=7`, after: [remote], status: 204 },
  { op: 'deleteRemoteIssueLinkByGlobalId', path: `${REMOTE}?globalId=build=7`, status: 404 },
];
