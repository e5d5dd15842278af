import * as v from 'valibot';

const KeySchema = v.pipe(v.string(), v.regex(/^[a-zA-Z0-9_-]+$/));

const ScopeOptionsSchema = v.object({ allowImpersonation: v.optional(v.boolean(), false) });

/** A list of names, or a map from name to options, or a list of both. */
const ScopesSchema = v.union([
  v.array(v.union([v.string(), v.record(v.string(), ScopeOptionsSchema)])),
  v.record(v.string(), v.nullish(ScopeOptionsSchema, { allowImpersonation: false })),
]);

const IndexSchema = v.union([
  v.string(),
  v.object({
    name: v.string(),
    partition: v.optional(v.array(v.string()), []),
    range: v.pipe(v.array(v.string()), v.length(1)),
  }),
]);

const EntitySchema = v.object({
  name: v.string(),
  attributes: v.record(v.string(), v.object({ type: v.picklist(['string', 'integer', 'float', 'boolean', 'any']) })),
  indexes: v.optional(v.array(IndexSchema), []),
});

export const FunctionModuleSchema = v.object({
  key: KeySchema,
  handler: v.pipe(v.string(), v.regex(/^[^.]+\.[A-Za-z_$][\w$]*$/, 'A handler is written file.export.')),
  timeoutSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(900))),
});

export const PanelModuleSchema = v.object({
  key: KeySchema,
  title: v.string(),
  resource: v.string(),
  render: v.optional(v.literal('native')),
  resolver: v.optional(v.object({ function: KeySchema })),
  displayConditions: v.optional(v.record(v.string(), v.unknown())),
});

const errorMessage = v.optional(
  v.union([v.string(), v.object({ expression: v.string() }), v.object({ i18n: v.string() })]),
);

export const ValidatorModuleSchema = v.union([
  v.object({ key: KeySchema, name: v.string(), function: KeySchema, errorMessage }),
  v.object({ key: KeySchema, name: v.string(), expression: v.string(), errorMessage }),
]);

const TriggerFilterSchema = v.object({
  ignoreSelf: v.optional(v.boolean(), false),
  expression: v.optional(v.string()),
  onError: v.optional(v.picklist(['IGNORE', 'IGNORE_AND_LOG', 'RECEIVE', 'RECEIVE_AND_LOG']), 'IGNORE_AND_LOG'),
  appIsLicensed: v.optional(v.boolean(), false),
});

export const TriggerModuleSchema = v.object({
  key: KeySchema,
  function: KeySchema,
  events: v.array(v.union([v.string(), v.object({ eventType: v.string() })])),
  filter: v.optional(TriggerFilterSchema),
  payload: v.optional(v.unknown()),
});

export const ConsumerModuleSchema = v.object({ key: KeySchema, queue: v.string(), function: KeySchema });

export const ScheduledTriggerModuleSchema = v.object({
  key: KeySchema,
  function: KeySchema,
  interval: v.picklist(['fiveMinute', 'hour', 'day', 'week']),
});

/** The parts of a manifest that hold for the whole app; modules are read one type at a time. */
export const ManifestSchema = v.object({
  app: v.object({
    id: v.pipe(v.string(), v.startsWith('ari:cloud:ecosystem::app/')),
    storage: v.optional(v.object({ entities: v.optional(v.array(EntitySchema), []) })),
  }),
  permissions: v.optional(v.object({ scopes: v.optional(ScopesSchema, []) })),
  modules: v.optional(v.record(v.string(), v.array(v.unknown())), {}),
  resources: v.optional(v.array(v.object({ key: KeySchema, path: v.string() })), []),
});

export type EntityDefinition = v.InferOutput<typeof EntitySchema>;
export type FunctionModule = v.InferOutput<typeof FunctionModuleSchema>;
export type PanelModule = v.InferOutput<typeof PanelModuleSchema>;
export type ValidatorModule = v.InferOutput<typeof ValidatorModuleSchema>;
export type TriggerModule = v.InferOutput<typeof TriggerModuleSchema>;
export type ConsumerModule = v.InferOutput<typeof ConsumerModuleSchema>;
export type ScheduledTriggerModule = v.InferOutput<typeof ScheduledTriggerModuleSchema>;
