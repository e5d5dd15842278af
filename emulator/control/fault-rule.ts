import * as v from 'valibot';

const when = v.picklist(['before', 'after']);

const count = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1)));

const FailureSchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('fail'),
    when,
    status: v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599)),
    body: v.optional(v.unknown()),
    headers: v.exactOptional(v.record(v.string(), v.string())),
  }),
  v.strictObject({ kind: v.literal('delay'), when, milliseconds: v.pipe(v.number(), v.minValue(0)) }),
  v.strictObject({ kind: v.picklist(['drop', 'time-out', 'kill', 'out-of-memory']), when }),
]);

/** A rule for `POST /emulator/faults`, in the shape of FaultRule. */
export const FaultRuleSchema = v.pipe(
  v.strictObject({
    service: v.exactOptional(v.picklist(['jira', 'kvs', 'queue', 'egress', 'function', 'unknown'])),
    operation: v.exactOptional(v.string()),
    key: v.exactOptional(v.string()),
    functionKey: v.exactOptional(v.string()),
    nth: count,
    nthInRun: count,
    run: count,
    most: count,
    chance: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    failure: FailureSchema,
  }),
);
