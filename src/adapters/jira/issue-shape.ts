import * as v from 'valibot';
import { type AccountId, AccountIdSchema, IssueIdSchema } from '../../domain/ids';

const UserSchema = v.nullish(v.object({ accountId: AccountIdSchema }));

/** A user field's item of a history: account ids before and after. */
const HistoryItemSchema = v.object({
  fieldId: v.optional(v.string()),
  from: v.nullish(v.string()),
  to: v.nullish(v.string()),
});

const HistorySchema = v.object({ items: v.array(HistoryItemSchema) });

/** The parts of Jira's issue that the app relies on. Fields that it looks up by a site's own ids stay unread here. */
export const IssueShape = v.object({
  id: IssueIdSchema,
  key: v.string(),
  names: v.record(v.string(), v.string()),
  editmeta: v.optional(v.object({ fields: v.record(v.string(), v.unknown()) })),
  changelog: v.object({ total: v.number(), histories: v.array(HistorySchema) }),
  fields: v.looseObject({
    summary: v.string(),
    description: v.nullish(v.unknown()),
    issuetype: v.object({ id: v.string(), name: v.string() }),
    project: v.object({ id: v.string() }),
    status: v.object({ id: v.string(), name: v.string() }),
    reporter: UserSchema,
    creator: UserSchema,
    assignee: UserSchema,
  }),
});
export type IssueShape = v.InferOutput<typeof IssueShape>;

/** One page of the histories of one issue, from the bulk operation. */
export const HistoriesPageShape = v.object({
  issueChangeLogs: v.array(v.object({ changeHistories: v.array(HistorySchema) })),
  nextPageToken: v.nullish(v.string()),
});
export type HistoriesPage = v.InferOutput<typeof HistoriesPageShape>;

/** The fields in which a history names a person who asked for the change. */
export const REQUESTER_FIELDS = ['reporter', 'assignee'];

/** Everybody whom these histories name as reporter or assignee, before or after. An unreadable account throws. */
export const requestersInHistories = (
  histories: readonly v.InferOutput<typeof HistorySchema>[],
): readonly AccountId[] =>
  histories
    .flatMap((history) => history.items)
    .filter((item) => item.fieldId !== undefined && REQUESTER_FIELDS.includes(item.fieldId))
    .flatMap((item) => [item.from, item.to])
    .filter((account) => account !== null && account !== undefined && account !== '')
    .map((account) => v.parse(AccountIdSchema, account));
