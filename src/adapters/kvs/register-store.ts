import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { RegisterStore } from '../../application/ports';
import { appendOnce, readEntity } from './append-once';

const ENTITY = 'register';
const HINT = 'register-lowest-unsearched';
const HintSchema = v.pipe(v.number(), v.integer(), v.minValue(1));

/** The register in the entity `register`, one value a number; where to search on is kept beside it. */
export const kvsRegister: RegisterStore = {
  row: (number) => readEntity(ENTITY, String(number)),
  append: (row) => appendOnce(ENTITY, String(row.number), row),
  lowestUnsearched: async () => v.parse(v.optional(HintSchema, 1), await kvs.get<unknown>(HINT)),
  remember: (lowestUnsearched) => kvs.set(HINT, lowestUnsearched),
};
