import * as v from 'valibot';

/** https://developer.atlassian.com/platform/forge/limits-invocation/ */
const DEFAULT_MEMORY_MB = 512;

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

/** A module that has a place of its own in Jira: a panel or a page. */
export const UiModuleSchema = v.object({
  key: KeySchema,
  title: v.string(),
  resource: v.string(),
  render: v.optional(v.literal('native')),
  icon: v.optional(v.string()),
  resolver: v.optional(v.object({ function: KeySchema })),
  displayConditions: v.optional(v.record(v.string(), v.unknown())),
  /** Subpages, which only Custom UI has: not modelled. */
  pages: v.optional(v.array(v.unknown())),
  sections: v.optional(v.array(v.unknown())),
});

export const CustomFieldModuleSchema = v.object({
  key: KeySchema,
  name: v.string(),
  description: v.string(),
  type: v.picklist(['string', 'number', 'user', 'group', 'datetime', 'date', 'object']),
  collection: v.optional(v.picklist(['none', 'list']), 'none'),
  readOnly: v.optional(v.boolean(), false),
  /** The JSON schema of a field of type object, with `searchAlias` and `searchType` in its properties. */
  schema: v.exactOptional(v.record(v.string(), v.unknown())),
  view: v.exactOptional(
    v.object({
      formatter: v.exactOptional(v.object({ expression: v.string(), export: v.optional(v.boolean(), false) })),
    }),
  ),
});

/** Other actions are in the schema of @forge/manifest and in no documentation: they are not asked. */
export const ActionValidatorModuleSchema = v.object({
  key: KeySchema,
  action: v.string(),
  expression: v.string(),
  errorMessage: v.optional(v.string()),
});

const errorMessage = v.optional(
  v.union([v.string(), v.object({ expression: v.string() }), v.object({ i18n: v.string() })]),
);

const ruleEntries = {
  key: KeySchema,
  name: v.string(),
  description: v.string(),
  projectTypes: v.optional(v.array(v.picklist(['company-managed', 'team-managed'])), ['company-managed']),
  errorMessage,
};

export const ValidatorModuleSchema = v.union([
  v.object({ ...ruleEntries, function: KeySchema }),
  v.object({ ...ruleEntries, expression: v.string() }),
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
  events: v.array(
    v.union([
      v.string(),
      v.object({ eventType: v.string(), filter: v.optional(v.unknown()), payload: v.optional(v.unknown()) }),
    ]),
  ),
  filter: v.optional(TriggerFilterSchema),
  payload: v.optional(
    v.object({
      include: v.optional(
        v.object({
          propertyPaths: v.optional(v.array(v.string()), []),
          fields: v.optional(v.array(v.string()), []),
        }),
        {},
      ),
    }),
  ),
});

const entityPropertyEntries = {
  entityType: v.optional(v.picklist(['issue', 'project', 'user']), 'issue'),
  propertyKey: v.string(),
  values: v.array(
    v.object({
      /** Dotted, into the value of the property. */
      path: v.string(),
      type: v.picklist(['number', 'string', 'text', 'user', 'date']),
      searchAlias: v.exactOptional(v.string()),
    }),
  ),
};

export const EntityPropertyModuleSchema = v.object({ key: KeySchema, ...entityPropertyEntries });

export const EntityPropertySetModuleSchema = v.object({
  key: KeySchema,
  properties: v.array(v.object(entityPropertyEntries)),
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
    runtime: v.optional(v.object({ memoryMB: v.optional(v.number(), DEFAULT_MEMORY_MB) })),
    storage: v.optional(v.object({ entities: v.optional(v.array(EntitySchema), []) })),
  }),
  permissions: v.optional(v.object({ scopes: v.optional(ScopesSchema, []) })),
  modules: v.optional(v.record(v.string(), v.array(v.unknown())), {}),
  resources: v.optional(v.array(v.object({ key: KeySchema, path: v.string() })), []),
});

export type EntityDefinition = v.InferOutput<typeof EntitySchema>;
export type FunctionModule = v.InferOutput<typeof FunctionModuleSchema>;
export type UiModule = v.InferOutput<typeof UiModuleSchema>;
export type CustomFieldModule = v.InferOutput<typeof CustomFieldModuleSchema>;
export type EntityProperty = Omit<v.InferOutput<typeof EntityPropertyModuleSchema>, 'key'>;
export type ActionValidatorModule = v.InferOutput<typeof ActionValidatorModuleSchema>;
export type ValidatorModule = v.InferOutput<typeof ValidatorModuleSchema>;
export type TriggerModule = v.InferOutput<typeof TriggerModuleSchema>;
export type ConsumerModule = v.InferOutput<typeof ConsumerModuleSchema>;
export type ScheduledTriggerModule = v.InferOutput<typeof ScheduledTriggerModuleSchema>;
