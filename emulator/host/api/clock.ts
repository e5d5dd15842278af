import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const ClockSchema = v.object({ now: v.string() });

export async function readClock(): Promise<Reply<Date>> {
  return mapReply(await call(ClockSchema, '/emulator/clock'), ({ now }) => new Date(now));
}

/** `advance` is an ISO 8601 duration, e.g. `PT1H`. */
export const advanceClock = (advance: string): Promise<Reply<unknown>> =>
  call(v.unknown(), '/emulator/clock', { method: 'POST', body: { advance } });
