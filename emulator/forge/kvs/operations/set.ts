import * as v from 'valibot';
import { entryBean, EVERY_FIELD, type KvsContext, noContent, read } from '../operation';
import { KvsRefusal } from '../refusal';
import type { Space } from '../store';
import { TtlSchema } from '../ttl';
import { checkWrite } from '../writing';

const OptionsSchema = v.object({
  ttl: v.optional(TtlSchema),
  keyPolicy: v.optional(v.picklist(['OVERRIDE', 'FAIL_IF_EXISTS']), 'OVERRIDE'),
  returnValue: v.optional(v.picklist(['PREVIOUS', 'LATEST'])),
  returnMetadataFields: v.optional(v.array(v.string())),
});

const SetSchema = v.object({
  key: v.string(),
  value: v.unknown(),
  options: v.optional(OptionsSchema, {}),
});

const SetEntitySchema = v.object({ ...SetSchema.entries, entityName: v.string() });

export const set = (context: KvsContext, body: unknown) => write(context, 'kvs', undefined, read(SetSchema, body));

export const setSecret = (context: KvsContext, body: unknown) =>
  write(context, 'secret', undefined, read(SetSchema, body));

export function setEntity(context: KvsContext, body: unknown): Response {
  const request = read(SetEntitySchema, body);
  return write(context, `entity:${request.entityName}`, request.entityName, request);
}

function write(
  context: KvsContext,
  space: Space,
  entityName: string | undefined,
  { key, value, options }: v.InferOutput<typeof SetSchema>,
): Response {
  checkWrite(context, space, entityName, key, value);
  if (options.keyPolicy === 'FAIL_IF_EXISTS') {
    if (options.returnValue !== undefined) {
      throw new KvsRefusal(400, 'INVALID_REQUEST', 'returnValue goes with the key policy OVERRIDE only.');
    }
    if (context.store.read(space, key) !== undefined) {
      throw new KvsRefusal(409, 'KEY_ALREADY_EXISTS', `The key ${key} is there already.`);
    }
  }
  const { previous, latest } = context.store.write(space, key, value, options.ttl);
  const returned = options.returnValue === 'PREVIOUS' ? previous : latest;
  return options.returnValue === undefined || returned === undefined
    ? noContent()
    : Response.json(entryBean(returned, EVERY_FIELD));
}
