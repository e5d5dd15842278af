import * as v from 'valibot';
import { AccountIdSchema, CommandIdSchema } from '../../domain/ids';

/** As long as a reason may be. */
const MAX_NOTE = 1000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const SaveRequestSchema = v.object({
  commandId: CommandIdSchema,
  seq: count,
  /** Read by `readDraft`, which names what is wrong field by field. */
  draft: v.unknown(),
  note: v.pipe(v.string(), v.trim(), v.maxLength(MAX_NOTE)),
});

/** Each throws a ValiError for anything that the page could not have sent. */
export const readSaveRequest = (payload: unknown) => v.parse(SaveRequestSchema, payload);

/** The draft is read by `readDraft`. */
export const readDraftRequest = (payload: unknown) => v.parse(v.object({ draft: v.unknown() }), payload).draft;

export const readConfirmRequest = (payload: unknown) =>
  v.parse(v.object({ commandId: CommandIdSchema, version: count }), payload);

export const readCompareRequest = (payload: unknown) => v.parse(v.object({ from: count, to: count }), payload);

export const readGroupQuery = (payload: unknown) =>
  v.parse(v.object({ query: v.pipe(v.string(), v.maxLength(255)) }), payload).query;

const ProjectIdSchema = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

const SettingsContextSchema = v.pipe(
  v.object({
    accountId: AccountIdSchema,
    installContext: v.string(),
    extension: v.object({ project: v.object({ id: ProjectIdSchema }) }),
  }),
  v.transform(({ accountId, installContext, extension }) => ({
    accountId,
    installContext,
    projectId: extension.project.id,
  })),
);

/** Who looks at the settings of which project. The project is only where the page says it is: rights are asked first. */
export const readSettingsContext = (context: unknown) => v.parse(SettingsContextSchema, context);
