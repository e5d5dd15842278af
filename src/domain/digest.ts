import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import * as v from 'valibot';
import { type Digest, DigestSchema } from './ids';

/** SHA-256 of the RFC 8785 canonical JSON of `value`. Throws a TypeError for what JSON cannot say. */
export function digestOf(value: unknown): Digest {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Only JSON has a digest.');
  return v.parse(DigestSchema, createHash('sha256').update(text, 'utf8').digest('hex'));
}
