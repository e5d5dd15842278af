import { route } from '@forge/api';
import * as v from 'valibot';
import type { Deeds, IssueReading, NewSubtask, Recipient } from '../../application/ports';
import { RefusedByJira } from '../../application/ports';
import { adfOf, htmlOf, peopleNamedIn, plainOf } from './render-text';
import { createNoticeIssue, noticeIssues } from './notice-issue';
import { call, getJson, JiraFailure, postJson } from './request';
import { commentsWithMark, effectProperty, subtasksWithMark } from './effect-marks';

const IdShape = v.object({ id: v.string() });

/** What the app does in Jira, as itself. What it has to look up it looks up once in an invocation. */
export function jiraDeeds(): Deeds {
  const siteUrl = once(readSiteUrl);
  const subtaskTypes = new Map<string, Promise<string>>();
  return {
    email: (issueId, { subject, text }, to) =>
      saying('the e-mail', async () => {
        const names = await namesOf(peopleNamedIn(text));
        const nameOf = (accountId: string) => names.get(accountId) ?? 'somebody';
        await call('app', 'POST', route`/rest/api/3/issue/${issueId}/notify`, {
          subject,
          textBody: plainOf(text, nameOf),
          htmlBody: htmlOf(text, nameOf),
          to: recipients(to),
        });
      }),
    comment: (issueId, effectId, text, mentions) =>
      saying('the comment', async () => {
        const body = { body: adfOf(text, mentions), properties: [effectProperty(effectId)] };
        return (await postJson('app', route`/rest/api/3/issue/${issueId}/comment`, body, IdShape)).id;
      }),
    commentsOf: commentsWithMark,
    deleteComment: (issueId, commentId) =>
      unlessGone(() => call('app', 'DELETE', route`/rest/api/3/issue/${issueId}/comment/${commentId}`)),
    createSubtask: (subtask) =>
      saying('the subtask', async () => {
        const { projectId } = subtask.parent;
        const typeId = subtaskTypes.get(projectId) ?? readSubtaskType(projectId);
        subtaskTypes.set(projectId, typeId);
        return createSubtask(subtask, await typeId);
      }),
    subtasksOf: subtasksWithMark,
    deleteIssue: (issueId) =>
      saying('the deletion', () => unlessGone(() => call('app', 'DELETE', route`/rest/api/3/issue/${issueId}`))),
    finish: (issueId) => saying('closing the subtask', () => unlessGone(() => finish(issueId))),
    addLabel: (issueId, label) =>
      saying('the label', () =>
        call('app', 'PUT', route`/rest/api/3/issue/${issueId}`, { update: { labels: [{ add: label }] } }),
      ),
    flag: (reading) => saying('the flag', () => flag(reading)),
    async project(issueId, fieldId, value) {
      const updates = [{ issueIds: [Number(issueId)], value }];
      await call('app', 'PUT', route`/rest/api/3/app/field/${fieldId}/value`, { updates });
    },
    noticeIssues,
    createNoticeIssue: (projectId, summary, description) =>
      saying('the issue for notices', () => createNoticeIssue(projectId, summary, description)),
    keyOf: async (issueId) =>
      (await getJson('app', route`/rest/api/3/issue/${issueId}?fields=${'summary'}`, v.object({ key: v.string() })))
        .key,
    siteUrl,
  };
}

function once<Answer>(read: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= read());
}

const readSiteUrl = async (): Promise<string> =>
  (await getJson('app', route`/rest/api/3/serverInfo`, v.object({ baseUrl: v.string() }))).baseUrl.replace(/\/$/, '');

/** A refusal of Jira, in its own words; anything else that goes wrong goes on as it is. */
async function saying<Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (failure) {
    if (!(failure instanceof JiraFailure) || failure.status >= 500 || failure.status === 429) throw failure;
    throw new RefusedByJira(`Jira refused ${what}: ${failure.reasons.join(' ') || `status ${failure.status}`}.`);
  }
}

async function unlessGone(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (failure) {
    if (!(failure instanceof JiraFailure && failure.status === 404)) throw failure;
  }
}

const recipients = (to: readonly Recipient[]) => ({
  groupIds: to.flatMap((one) => (one.kind === 'group' ? [one.groupId] : [])),
  users: to.flatMap((one) => (one.kind === 'person' ? [{ accountId: one.accountId }] : [])),
});

const UsersShape = v.object({ values: v.array(v.object({ accountId: v.string(), displayName: v.string() })) });

/** Names for a text that leaves Jira; the ledger keeps account ids only. */
async function namesOf(accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (accounts.length === 0) return new Map();
  const query = new URLSearchParams(accounts.map((account) => ['accountId', account]));
  const found = await getJson('app', route`/rest/api/3/user/bulk?${query}`, UsersShape);
  return new Map(found.values.map(({ accountId, displayName }) => [accountId, displayName]));
}

const TypesShape = v.object({ issueTypes: v.array(v.object({ id: v.string(), subtask: v.boolean() })) });

async function readSubtaskType(projectId: string): Promise<string> {
  const { issueTypes } = await getJson('app', route`/rest/api/3/issue/createmeta/${projectId}/issuetypes`, TypesShape);
  const type = issueTypes.find((one) => one.subtask);
  if (type !== undefined) return type.id;
  throw new RefusedByJira('The project has no work type for subtasks. A Jira administrator has to add one.');
}

/** Somebody who cannot be assigned there does not keep the subtask from being made. */
async function createSubtask(subtask: NewSubtask, typeId: string): Promise<string> {
  try {
    return await postSubtask(subtask, typeId, subtask.assignee);
  } catch (failure) {
    const refused = failure instanceof JiraFailure && failure.status === 400 && subtask.assignee !== null;
    if (!refused) throw failure;
    return postSubtask(subtask, typeId, null);
  }
}

async function postSubtask(subtask: NewSubtask, typeId: string, assignee: string | null): Promise<string> {
  const { parent, summary, description, dueDate, effectId } = subtask;
  const fields = {
    project: { id: parent.projectId },
    parent: { id: parent.issueId },
    issuetype: { id: typeId },
    summary,
    description: adfOf(description),
    duedate: dueDate,
    ...(assignee === null ? {} : { assignee: { accountId: assignee } }),
  };
  const body = { fields, properties: [effectProperty(effectId)] };
  return (await postJson('app', route`/rest/api/3/issue`, body, IdShape)).id;
}

const StatusShape = v.object({ statusCategory: v.object({ key: v.string() }) });
const UnfinishedShape = v.object({
  fields: v.object({ status: StatusShape }),
  transitions: v.array(v.object({ id: v.string(), to: StatusShape })),
});

async function finish(issueId: string): Promise<void> {
  const path = route`/rest/api/3/issue/${issueId}?fields=${'status'}&expand=${'transitions'}`;
  const { fields, transitions } = await getJson('app', path, UnfinishedShape);
  if (fields.status.statusCategory.key === 'done') return;
  const last = transitions.find(({ to }) => to.statusCategory.key === 'done');
  if (last === undefined) {
    throw new RefusedByJira('No transition that the app may do leads the subtask to a done status.');
  }
  await call('app', 'POST', route`/rest/api/3/issue/${issueId}/transitions`, { transition: { id: last.id } });
}

const FLAG_FIELD = 'Flagged';
const FlagValuesShape = v.nullish(v.array(v.object({ value: v.string() })));
const IMPEDIMENT = 'Impediment';

async function flag({ issueId, fieldIds, fields }: IssueReading): Promise<void> {
  const fieldId = fieldIds.get(FLAG_FIELD);
  if (fieldId === undefined) throw new RefusedByJira('This issue has no field "Flagged".');
  if (v.parse(FlagValuesShape, fields[fieldId])?.some(({ value }) => value === IMPEDIMENT) === true) return;
  await call('app', 'PUT', route`/rest/api/3/issue/${issueId}`, { fields: { [fieldId]: [{ value: IMPEDIMENT }] } });
}
