import { route } from '@forge/api';
import type { IssueReading, Issues } from '../../application/ports';
import type { AccountId, IssueId } from '../../domain/ids';
import {
  type HistoriesPage,
  HistoriesPageShape,
  IssueShape,
  REQUESTER_FIELDS,
  requestersInHistories,
} from './issue-shape';
import { type As, getJson, JiraFailure, postJson } from './request';

/** Issues over Jira's REST API: one call, and more only where a history is longer than Jira sends with its issue. */
export const jiraIssues: Issues = {
  asApp: (issueIdOrKey) => read('app', issueIdOrKey),
  asPerson: (issueIdOrKey) => read('person', issueIdOrKey),
};

async function read(as: As, issueIdOrKey: string): Promise<IssueReading | undefined> {
  const path = route`/rest/api/3/issue/${issueIdOrKey}?fields=${'*all,-comment,-attachment,-worklog'}&expand=${'names,changelog,editmeta'}`;
  try {
    return await readingOf(as, await getJson(as, path, IssueShape));
  } catch (failure) {
    if (failure instanceof JiraFailure && failure.status === 404) return undefined;
    throw failure;
  }
}

async function readingOf(as: As, issue: IssueShape): Promise<IssueReading> {
  const { summary, description, issuetype, project, status, reporter, creator, assignee } = issue.fields;
  const whole = issue.changelog.histories.length >= issue.changelog.total;
  const past = whole ? requestersInHistories(issue.changelog.histories) : await requestersInHistory(as, issue.id);
  const present = [reporter, creator, assignee].flatMap((user) => (user ? [user.accountId] : []));
  return {
    issueId: issue.id,
    issueKey: issue.key,
    projectId: project.id,
    workType: issuetype.name,
    statusName: status.name,
    content: { summary, description: description ?? null },
    fieldIds: idsByName(issue.names),
    fields: issue.fields,
    mayEdit: Object.keys(issue.editmeta?.fields ?? {}).length > 0,
    requesters: [...new Set([...present, ...past])],
  };
}

async function requestersInHistory(as: As, issueId: IssueId): Promise<readonly AccountId[]> {
  const people: AccountId[] = [];
  let nextPageToken: string | null | undefined;
  do {
    const body = {
      issueIdsOrKeys: [issueId],
      fieldIds: REQUESTER_FIELDS,
      maxResults: 1000,
      ...(nextPageToken ? { nextPageToken } : {}),
    };
    const page: HistoriesPage = await postJson(as, route`/rest/api/3/changelog/bulkfetch`, body, HistoriesPageShape);
    people.push(...page.issueChangeLogs.flatMap((log) => requestersInHistories(log.changeHistories)));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  return people;
}

/** A name that two fields share says nothing, so it is left out. */
function idsByName(names: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const shared = new Set<string>();
  for (const [id, name] of Object.entries(names)) {
    if (ids.has(name)) shared.add(name);
    ids.set(name, id);
  }
  for (const name of shared) ids.delete(name);
  return ids;
}
