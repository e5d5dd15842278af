import * as v from 'valibot';
import { AccountIdSchema } from '../../domain/ids';
import { PolicyGroupSchema } from '../../domain/policy';

const ProjectIdSchema = v.pipe(v.string(), v.regex(/^\d{1,19}$/));

/** As many as one slot may have, and then some: what is too many is told beside the field. */
const MAX_GROUPS = 50;
const GroupsSchema = v.pipe(v.array(PolicyGroupSchema), v.maxLength(MAX_GROUPS));

const StepRequestSchema = v.object({
  projectId: ProjectIdSchema,
  stepId: v.pipe(v.string(), v.maxLength(100)),
  groups: v.object({ 'engineering-lead': GroupsSchema, security: GroupsSchema }),
});
export type SetUpStepRequest = v.InferOutput<typeof StepRequestSchema>;

/** Where a page of projects begins, counted from 0. */
const CursorSchema = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));

const FindSchema = v.pipe(
  v.object({ query: v.pipe(v.string(), v.maxLength(255)), cursor: v.nullable(CursorSchema) }),
  v.transform(({ query, cursor }) => ({ query: query.trim(), startAt: cursor ?? 0 })),
);

/** Each throws a ValiError for anything that the page could not have sent. */
export const readFindProjects = (payload: unknown) => v.parse(FindSchema, payload);

export const readProjectId = (payload: unknown) => v.parse(v.object({ projectId: ProjectIdSchema }), payload).projectId;

export const readStepRequest = (payload: unknown): SetUpStepRequest => v.parse(StepRequestSchema, payload);

const SiteContextSchema = v.object({ accountId: AccountIdSchema, installContext: v.string() });

/** Who looks at the site page. Throws for an anonymous visitor. */
export const readSiteContext = (context: unknown) => v.parse(SiteContextSchema, context);
