import * as v from 'valibot';
import type { SeededRandom } from '../seeded-random';

const chance = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0);

/**
 * How unreliable the delivery of product events is; all of it may happen on the platform, none of it by itself here.
 * Probabilities from 0 to 1, drawn from the emulator's seed.
 */
export const DisorderSchema = v.strictObject({
  /** That an event is delivered twice. */
  duplicates: chance,
  /** That an event never comes. */
  losses: chance,
  /** Each delivery is late by up to this many milliseconds more; up to three minutes on the platform. */
  lateBy: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  /** Whether a late event may be overtaken by one that happened after it. */
  reorder: v.optional(v.boolean(), false),
});

export type Disorder = v.InferOutput<typeof DisorderSchema>;

export const IN_ORDER: Disorder = v.parse(DisorderSchema, {});

/** When, from `now` on, an event is delivered: no time for one that is lost, two for one that comes twice. */
export function deliveryTimes(random: SeededRandom, disorder: Disorder, earliest: number, notBefore: number): number[] {
  // A setting that is off draws no number, so that switching one on does not change what the others do.
  const strikes = (probability: number) => probability > 0 && random.next() < probability;
  if (strikes(disorder.losses)) return [];
  const copies = strikes(disorder.duplicates) ? 2 : 1;
  return Array.from({ length: copies }, () => {
    const late = disorder.lateBy === 0 ? earliest : earliest + Math.floor(random.next() * (disorder.lateBy + 1));
    return disorder.reorder ? late : Math.max(late, notBefore);
  });
}
