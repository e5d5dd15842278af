import type { Act } from '../../api';
import { dayIn, timeIn } from './due-words';

type Moment = Extract<Act, { readonly kind: 'record-post-mortem' }>['heldAt'];

/**
 * The moment at which clocks in the zone show that date (`YYYY-MM-DD`) and time (`HH:mm`), or undefined if they are no
 * such thing. A time that a spring night leaves out is taken as an hour later.
 */
export function momentInZone(day: string, time: string, timeZone: string | undefined): Moment | undefined {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  if (Number.isNaN(wanted)) return undefined;
  const first = wanted - aheadOfUtc(wanted, timeZone);
  const moment = new Date(wanted - aheadOfUtc(first, timeZone)).toISOString();
  return isMoment(moment) ? moment : undefined;
}

/** How many milliseconds the zone's clock is ahead of UTC then. */
function aheadOfUtc(instant: number, timeZone: string | undefined): number {
  const moment = new Date(instant).toISOString();
  return Date.parse(`${dayIn(moment, timeZone)}T${timeIn(moment, timeZone)}:00.000Z`) - instant;
}

const isMoment = (text: string): text is Moment => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text);
