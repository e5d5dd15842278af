import * as v from 'valibot';

/** A workflow as the operations of https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/ take it. */

const Texts = v.record(v.string(), v.string());
const LayoutSchema = v.strictObject({ x: v.optional(v.number(), 0), y: v.optional(v.number(), 0) });
const Ports = { fromPort: v.nullish(v.number()), toPort: v.nullish(v.number()) };

const RuleSchema = v.strictObject({
  id: v.nullish(v.string()),
  ruleKey: v.string(),
  parameters: v.optional(Texts, {}),
});
export type RuleDocument = v.InferOutput<typeof RuleSchema>;

export interface ConditionsDocument {
  readonly operation?: 'ANY' | 'ALL' | undefined;
  readonly conditions?: readonly RuleDocument[] | undefined;
  readonly conditionGroups?: readonly ConditionsDocument[] | undefined;
}

const ConditionsSchema: v.GenericSchema<unknown, ConditionsDocument> = v.strictObject({
  operation: v.optional(v.picklist(['ANY', 'ALL'])),
  conditions: v.optional(v.array(RuleSchema)),
  conditionGroups: v.optional(v.array(v.lazy(() => ConditionsSchema))),
});

const TransitionSchema = v.strictObject({
  id: v.string(),
  type: v.picklist(['INITIAL', 'GLOBAL', 'DIRECTED']),
  name: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  links: v.optional(v.array(v.strictObject({ ...Ports, fromStatusReference: v.nullish(v.string()) })), []),
  toStatusReference: v.nullish(v.string()),
  properties: v.optional(Texts, {}),
  transitionScreen: v.nullish(RuleSchema),
  validators: v.optional(v.array(RuleSchema), []),
  actions: v.optional(v.array(RuleSchema), []),
  conditions: v.nullish(ConditionsSchema),
  // Triggers are of development tools, which the embedded Jira has none of: an empty list is all that it takes.
  triggers: v.optional(v.array(v.strictObject({})), []),
});
export type TransitionDocument = v.InferOutput<typeof TransitionSchema>;

/** What a client sends back of what it read, and an update passes over: none of it can be changed so. */
const passedOver = v.optional(v.unknown());

const content = {
  description: v.optional(v.string(), ''),
  startPointLayout: v.nullish(LayoutSchema),
  loopedTransitionContainerLayout: v.nullish(LayoutSchema),
  statuses: v.array(
    v.strictObject({
      statusReference: v.string(),
      layout: v.nullish(LayoutSchema),
      properties: Texts,
      deprecated: passedOver,
    }),
  ),
  transitions: v.array(TransitionSchema),
};

const StatusSchema = v.strictObject({
  id: v.optional(v.string()),
  name: v.string(),
  description: v.optional(v.string(), ''),
  statusCategory: v.picklist(['TODO', 'IN_PROGRESS', 'DONE']),
  statusReference: v.string(),
  scope: passedOver,
});
export type StatusDocument = v.InferOutput<typeof StatusSchema>;

export const ScopeSchema = v.strictObject({
  type: v.picklist(['PROJECT', 'GLOBAL']),
  project: v.nullish(v.strictObject({ id: v.string() })),
});
export type Scope = v.InferOutput<typeof ScopeSchema>;

const NewWorkflowSchema = v.strictObject({ ...content, name: v.string() });
export type NewWorkflowDocument = v.InferOutput<typeof NewWorkflowSchema>;
export type WorkflowContent = Omit<NewWorkflowDocument, 'name'>;

export const CreateWorkflowsSchema = v.object({
  scope: v.optional(ScopeSchema, { type: 'GLOBAL' }),
  statuses: v.optional(v.array(StatusSchema), []),
  workflows: v.optional(v.array(NewWorkflowSchema), []),
});
export type CreateWorkflows = v.InferOutput<typeof CreateWorkflowsSchema>;

const Migrations = v.array(v.strictObject({ oldStatusReference: v.string(), newStatusReference: v.string() }));

const ChangedWorkflowSchema = v.strictObject({
  ...content,
  id: v.string(),
  name: passedOver,
  scope: passedOver,
  isEditable: passedOver,
  version: v.strictObject({ id: v.string(), versionNumber: v.number() }),
  defaultStatusMappings: v.optional(Migrations, []),
  statusMappings: v.optional(
    v.array(v.strictObject({ issueTypeId: v.string(), projectId: v.string(), statusMigrations: Migrations })),
    [],
  ),
});
export type ChangedWorkflowDocument = v.InferOutput<typeof ChangedWorkflowSchema>;

export const UpdateWorkflowsSchema = v.object({
  statuses: v.optional(v.array(StatusSchema), []),
  workflows: v.optional(v.array(ChangedWorkflowSchema), []),
});
export type UpdateWorkflows = v.InferOutput<typeof UpdateWorkflowsSchema>;
