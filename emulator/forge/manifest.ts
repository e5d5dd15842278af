import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import {
  type ActionValidatorModule,
  ActionValidatorModuleSchema,
  type ConsumerModule,
  ConsumerModuleSchema,
  type CustomFieldModule,
  CustomFieldModuleSchema,
  type EntityDefinition,
  type EntityProperty,
  EntityPropertyModuleSchema,
  EntityPropertySetModuleSchema,
  type FunctionModule,
  FunctionModuleSchema,
  ManifestSchema,
  type ScheduledTriggerModule,
  ScheduledTriggerModuleSchema,
  type TriggerModule,
  TriggerModuleSchema,
  type UiModule,
  UiModuleSchema,
  type ValidatorModule,
  ValidatorModuleSchema,
} from './manifest-schema';
import { UI_MODULE_KINDS, type UiModuleKind } from './ui-module-kind';

export interface Scope {
  readonly name: string;
  /** Whether `asUser(accountId)` may be used with it for somebody who is not there. */
  readonly allowImpersonation: boolean;
}

/** What the embedded Forge runs of an app's manifest.yml. */
export interface Manifest {
  /** The UUID alone, without its ARI. */
  readonly appId: string;
  readonly scopes: readonly Scope[];
  readonly entities: readonly EntityDefinition[];
  readonly functions: readonly FunctionModule[];
  /** Panels and pages, in the manifest's order. */
  readonly uiModules: readonly (UiModule & { readonly kind: UiModuleKind })[];
  readonly customFields: readonly CustomFieldModule[];
  /** Parts of entity properties that JQL is to know, whether declared one by one or as a set. */
  readonly entityProperties: readonly EntityProperty[];
  readonly actionValidators: readonly ActionValidatorModule[];
  readonly validators: readonly ValidatorModule[];
  readonly triggers: readonly TriggerModule[];
  readonly consumers: readonly ConsumerModule[];
  readonly scheduledTriggers: readonly ScheduledTriggerModule[];
  readonly resources: readonly { readonly key: string; readonly path: string }[];
  /** Types of modules that the app declares and the embedded Forge does not run. */
  readonly unknownModuleTypes: readonly string[];
}

const MODULE_TYPES = {
  functions: 'function',
  customFields: 'jira:customField',
  entityProperties: 'jira:entityProperty',
  entityPropertySets: 'jira:entityPropertySet',
  actionValidators: 'jira:actionValidator',
  validators: 'jira:workflowValidator',
  triggers: 'trigger',
  consumers: 'consumer',
  scheduledTriggers: 'scheduledTrigger',
} as const;

/** Reads `manifest.yml` of the app at `appRoot`. Throws an Error that names the file and what is wrong in it. */
export async function readManifest(appRoot: string): Promise<Manifest> {
  const path = join(appRoot, 'manifest.yml');
  try {
    return manifestOf(parse(await readFile(path, 'utf8')));
  } catch (failure) {
    throw new Error(`${path} cannot be run: ${describe(failure)}`, { cause: failure });
  }
}

function manifestOf(source: unknown): Manifest {
  const { app, permissions, modules, resources } = v.parse(ManifestSchema, source);
  const read = <Schema extends v.GenericSchema>(type: string, schema: Schema) =>
    v.parse(v.array(schema), modules[type] ?? []);
  const known: readonly string[] = [...Object.values(MODULE_TYPES), ...UI_MODULE_KINDS];
  return {
    appId: app.id.slice(app.id.lastIndexOf('/') + 1),
    scopes: scopesOf(permissions?.scopes ?? []),
    entities: app.storage?.entities ?? [],
    functions: read(MODULE_TYPES.functions, FunctionModuleSchema),
    uiModules: UI_MODULE_KINDS.flatMap((kind) => read(kind, UiModuleSchema).map((module) => ({ ...module, kind }))),
    customFields: read(MODULE_TYPES.customFields, CustomFieldModuleSchema),
    entityProperties: [
      ...read(MODULE_TYPES.entityProperties, EntityPropertyModuleSchema),
      ...read(MODULE_TYPES.entityPropertySets, EntityPropertySetModuleSchema).flatMap(({ properties }) => properties),
    ],
    actionValidators: read(MODULE_TYPES.actionValidators, ActionValidatorModuleSchema),
    validators: read(MODULE_TYPES.validators, ValidatorModuleSchema),
    triggers: read(MODULE_TYPES.triggers, TriggerModuleSchema),
    consumers: read(MODULE_TYPES.consumers, ConsumerModuleSchema),
    scheduledTriggers: read(MODULE_TYPES.scheduledTriggers, ScheduledTriggerModuleSchema),
    resources,
    unknownModuleTypes: Object.keys(modules).filter((type) => !known.includes(type)),
  };
}

type DeclaredScopes = NonNullable<NonNullable<v.InferOutput<typeof ManifestSchema>['permissions']>['scopes']>;

function scopesOf(declared: DeclaredScopes): readonly Scope[] {
  const lists = Array.isArray(declared) ? declared : [declared];
  return lists.flatMap((entry) =>
    typeof entry === 'string'
      ? [{ name: entry, allowImpersonation: false }]
      : Object.entries(entry).map(([name, options]) => ({ name, allowImpersonation: options.allowImpersonation })),
  );
}

function describe(failure: unknown): string {
  if (v.isValiError<typeof ManifestSchema>(failure)) {
    const [issue] = failure.issues;
    return `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`;
  }
  return failure instanceof Error ? failure.message : String(failure);
}
