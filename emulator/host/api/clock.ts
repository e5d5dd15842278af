import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const ClockSchema = v.object({ now: v.string() });

export async function readClock(): Promise<Reply<Date>> {
  return mapReply(await call(ClockSchema, '/emulator/clock'), ({ now }) => new Date(now));
}

export type ClockMove =
  /** An ISO 8601 duration, e.g. `PT1H`. */
  | { readonly kind: 'advance'; readonly duration: string }
  | { readonly kind: 'set'; readonly until: Date }
  | { readonly kind: 'next-business-day' };

/** Moves the site's time on; whatever is due on the way happens. */
export function moveClock(move: ClockMove): Promise<Reply<unknown>> {
  switch (move.kind) {
    case 'advance':
      return call(v.unknown(), '/emulator/clock', { method: 'POST', body: { advance: move.duration } });
    case 'set':
      return call(v.unknown(), '/emulator/clock', { method: 'POST', body: { set: move.until.toISOString() } });
    case 'next-business-day':
      return call(v.unknown(), '/emulator/clock/next-business-day', { method: 'POST', body: {} });
  }
}
