import * as v from 'valibot';

const UNITS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

const LONGEST_MS = 366 * UNITS.DAYS;

/** A time to live as @forge/kvs writes it, read as milliseconds; at most one year. */
export const TtlSchema = v.pipe(
  v.object({ value: v.pipe(v.number(), v.minValue(1)), unit: v.picklist(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) }),
  v.transform(({ value, unit }) => value * UNITS[unit]),
  v.maxValue(LONGEST_MS, 'A time to live is at most one year.'),
);
