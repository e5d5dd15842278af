import * as v from 'valibot';
import { KvsRefusal } from './refusal';

/** A cursor says after which entry to go on, so it stays right when entries come and go. */
export const encodeCursor = (position: object): string => Buffer.from(JSON.stringify(position)).toString('base64url');

export function decodeCursor<Schema extends v.GenericSchema>(schema: Schema, cursor: string): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new KvsRefusal(400, 'INVALID_CURSOR', 'The cursor is not one that a query returned.');
  }
}
