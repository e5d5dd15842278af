import * as v from 'valibot';
import type { Change } from '../domain/change';
import { type Kind, KindSchema } from '../domain/content';
import { type AccountId, AccountIdSchema, type Moment } from '../domain/ids';
import type { HistoryShift, IssueFacts, IssueHistory } from '../domain/issue-facts';
import { type PinnedPolicy, stageOf } from '../domain/policy';
import type { HistoryEntry, IssueReading } from './ports';

/** The id of the field that holds the kind of critical issue: as pinned, else by the policy's name for it. */
export const kindFieldId = (policy: PinnedPolicy, reading: IssueReading): string | null =>
  policy.kindFieldId ?? reading.fieldIds.get(policy.content.kindField) ?? null;

/** What the core needs to know of the issue, under the policy that the change was registered with. */
export function factsOf(change: Pick<Change, 'policy'>, reading: IssueReading, at: Moment): IssueFacts {
  const field = kindFieldId(change.policy, reading);
  const requestersSince = requestersIn(reading);
  return {
    at,
    issueKey: reading.issueKey,
    projectId: reading.projectId,
    workType: reading.workType,
    status: reading.status,
    content: { ...reading.content, kind: field === null ? null : kindOf(reading.fields[field]) },
    stage: stageOf(reading.status, change.policy),
    requesters: [...new Set(requestersSince.map(({ accountId }) => accountId))],
    history: historyOf(reading, requestersSince, field),
  };
}

const OptionSchema = v.pipe(
  v.object({ id: v.string(), value: v.string() }),
  v.transform(({ id, value }) => ({ id, name: value })),
  KindSchema,
);

/** An option of a select field. Empty is null; a shape that is not an option throws, so that no gate opens on a guess. */
export const kindOf = (value: unknown): Kind | null =>
  value === null || value === undefined ? null : v.parse(OptionSchema, value);

type Since = IssueHistory['requestersSince'];

/**
 * Reporter, creator and assignee, now and ever, with the time since which each is one. An unreadable account throws:
 * whom Jira names there must not be overlooked.
 */
export const requestersIn = (reading: IssueReading): Since => [
  ...since(reading.creator, reading.createdAt),
  ...inField(reading, 'reporter', reading.reporter),
  ...inField(reading, 'assignee', reading.assignee),
];

/** Before the first change of a field it held what that change took away; a field that never changed holds it still. */
function inField(reading: IssueReading, fieldId: string, present: AccountId | null): Since {
  const changes = itemsOf(reading.history, fieldId);
  const first = changes[0] === undefined ? present : changes[0].item.from;
  return [...since(first, reading.createdAt), ...changes.flatMap(({ entry, item }) => since(item.to, entry.at))];
}

const since = (account: string | null, at: Moment): { accountId: AccountId; at: Moment }[] =>
  account === null || account === '' ? [] : [{ accountId: v.parse(AccountIdSchema, account), at }];

function historyOf(reading: IssueReading, requestersSince: Since, kindField: string | null): IssueHistory {
  const { history, createdAt } = reading;
  const material = ['summary', 'description', ...(kindField === null ? [] : [kindField])];
  return {
    createdAt,
    requestersSince,
    edits: history.filter(({ items }) => items.some(({ fieldId }) => material.includes(fieldId))).map(({ at }) => at),
    moves: itemsOf(history, 'status').map(({ entry: { historyId, at, by }, item }) => ({
      historyId,
      at,
      by,
      from: { id: item.from ?? '', name: item.fromText ?? '' },
      to: { id: item.to ?? '', name: item.toText ?? '' },
    })),
    projects: itemsOf(history, 'project').map(({ entry, item }) => shift(entry, item.from, item.to)),
    workTypes: itemsOf(history, 'issuetype').map(({ entry, item }) => shift(entry, item.fromText, item.toText)),
  };
}

const itemsOf = (history: readonly HistoryEntry[], fieldId: string) =>
  history.flatMap((entry) => entry.items.filter((item) => item.fieldId === fieldId).map((item) => ({ entry, item })));

const shift = ({ historyId, at, by }: HistoryEntry, from: string | null, to: string | null): HistoryShift => ({
  historyId,
  at,
  by,
  from: from ?? '',
  to: to ?? '',
});

/** When the issue became an emergency change in Jira: by its last change to that work type, or by its creation. */
export const declaredAt = (reading: IssueReading, workType: string): Moment =>
  itemsOf(reading.history, 'issuetype')
    .filter(({ item }) => item.toText === workType)
    .at(-1)?.entry.at ?? reading.createdAt;
