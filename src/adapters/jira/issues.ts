import { route } from '@forge/api';
import * as v from 'valibot';
import type { HistoryEntry, IssueReading, Issues } from '../../application/ports';
import type { IssueId } from '../../domain/ids';
import { type HistoriesPage, HistoriesPageShape, IssueShape, readingOf } from './issue-shape';
import { type As, getJson, JiraFailure, postJson } from './request';

/** Issues over Jira's REST API: one call, and more only where a history is longer than Jira sends with its issue. */
export const jiraIssues: Issues = {
  asApp: (issueIdOrKey) => read('app', issueIdOrKey),
  asPerson: (issueIdOrKey) => read('person', issueIdOrKey),
  changedWithin,
};

async function read(as: As, issueIdOrKey: string): Promise<IssueReading | undefined> {
  const path = route`/rest/api/3/issue/${issueIdOrKey}?fields=${'*all,-comment,-attachment,-worklog'}&expand=${'names,schema,changelog,editmeta'}`;
  try {
    const issue = await getJson(as, path, IssueShape);
    const { histories, total } = issue.changelog;
    return readingOf(issue, histories.length >= total ? histories : await wholeHistory(as, issue.id));
  } catch (failure) {
    if (failure instanceof JiraFailure && failure.status === 404) return undefined;
    throw failure;
  }
}

async function wholeHistory(as: As, issueId: IssueId): Promise<readonly HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let nextPageToken: string | null | undefined;
  do {
    const body = { issueIdsOrKeys: [issueId], maxResults: 1000, ...(nextPageToken ? { nextPageToken } : {}) };
    const page: HistoriesPage = await postJson(as, route`/rest/api/3/changelog/bulkfetch`, body, HistoriesPageShape);
    entries.push(...page.issueChangeLogs.flatMap((log) => log.changeHistories));
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
  return entries;
}

const FoundShape = v.object({ issues: v.array(v.object({ id: v.string() })), nextPageToken: v.nullish(v.string()) });

/** A quoted JQL text: backslash and quote are escaped, as JQL asks. */
const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** What is found, or undefined where the site has no work type of that name: then no issue has it. */
async function search(body: object): Promise<v.InferOutput<typeof FoundShape> | undefined> {
  try {
    return await postJson('app', route`/rest/api/3/search/jql`, body, FoundShape);
  } catch (failure) {
    const unknown = (reason: string) => reason.endsWith("does not exist for the field 'issuetype'.");
    if (failure instanceof JiraFailure && failure.status === 400 && failure.reasons.some(unknown)) return undefined;
    throw failure;
  }
}

async function* changedWithin(workType: string, minutes: number): AsyncGenerator<readonly string[]> {
  const jql = `issuetype = ${quoted(workType)} AND updated >= "-${minutes}m" ORDER BY id ASC`;
  let nextPageToken: string | null | undefined;
  do {
    const body = { jql, fields: ['id'], maxResults: 1000, ...(nextPageToken ? { nextPageToken } : {}) };
    const page: v.InferOutput<typeof FoundShape> | undefined = await search(body);
    if (page === undefined) return;
    yield page.issues.map(({ id }) => id);
    nextPageToken = page.nextPageToken;
  } while (nextPageToken);
}
