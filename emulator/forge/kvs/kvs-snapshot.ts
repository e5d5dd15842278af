import * as v from 'valibot';

const EntrySchema = v.object({
  key: v.string(),
  value: v.unknown(),
  createdAt: v.number(),
  updatedAt: v.number(),
  expiresAt: v.exactOptional(v.number()),
});

/** What is stored, by space and key, with the versions that a late query still sees; times in epoch milliseconds. */
export const KvsSnapshotSchema = v.record(
  v.string(),
  v.record(
    v.string(),
    v.array(
      v.object({
        at: v.number(),
        /** Null where the key was deleted. */
        entry: v.nullable(EntrySchema),
      }),
    ),
  ),
);

export type KvsSnapshot = v.InferOutput<typeof KvsSnapshotSchema>;
