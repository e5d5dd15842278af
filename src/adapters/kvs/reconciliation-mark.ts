import { kvs } from '@forge/kvs';
import * as v from 'valibot';
import type { ReconciliationMark } from '../../application/ports';
import { MomentSchema } from '../../domain/ids';

const KEY = 'reconciled-until';

export const kvsReconciliationMark: ReconciliationMark = {
  read: async () => v.parse(v.optional(MomentSchema), await kvs.get<unknown>(KEY)),
  write: (at) => kvs.set(KEY, at),
};
