import * as v from 'valibot';
import type { EntityDefinition } from '../manifest-schema';
import { KvsRefusal } from './refusal';
import type { Entry, KvsStore, Space } from './store';

/** What an operation works with. */
export interface KvsContext {
  readonly store: KvsStore;
  readonly entities: readonly EntityDefinition[];
  readonly settings: KvsSettings;
}

/** What a test may set. Times in milliseconds. */
export interface KvsSettings {
  /** How far every query is behind the writes. */
  queryLag: number;
  /** How long an expired value is still read; on the platform up to 48 hours. */
  expiryLag: number;
  /** Whether the condition NOT_EXISTS of a transaction holds for a row that is not there: unknown on the platform. */
  notExistsHoldsForMissingRow: boolean;
  /** Whether too many operations a second or a minute are refused; a clock that stands still makes many of few. */
  rateLimits: boolean;
}

/** One operation of the storage: `body` is what the SDK posted. Throws KvsRefusal. */
export type KvsOperation = (context: KvsContext, body: unknown) => Response;

/** What was posted, or a refusal that says what is wrong with it. */
export function read<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new KvsRefusal(400, 'INVALID_REQUEST', `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
}

export const spaceOf = (entityName: string | undefined): Space =>
  entityName === undefined ? 'kvs' : `entity:${entityName}`;

const MetadataSchema = v.picklist(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']);

export const MetadataOptionsSchema = v.object({ metadataFields: v.optional(v.array(MetadataSchema), []) });

type MetadataField = v.InferOutput<typeof MetadataSchema>;

/** An entry on the wire, with the metadata asked for. */
export const entryBean = (entry: Entry, fields: readonly MetadataField[]) => ({
  key: entry.key,
  value: entry.value,
  ...(fields.includes('CREATED_AT') && { createdAt: entry.createdAt }),
  ...(fields.includes('UPDATED_AT') && { updatedAt: entry.updatedAt }),
  ...(fields.includes('EXPIRE_TIME') &&
    entry.expiresAt !== undefined && { expireTime: new Date(entry.expiresAt).toISOString() }),
});

export const EVERY_FIELD: readonly MetadataField[] = ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'];

export const noContent = () => new Response(null, { status: 204 });
