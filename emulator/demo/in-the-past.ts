import type { Emulator } from '../emulator';
import { laterBy } from '../keep/whole-site';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Lets time pass hour by hour, so that whatever is due comes in its time. */
export async function letTimePass({ clock, forge }: Emulator, milliseconds: number): Promise<void> {
  for (let left = milliseconds; left > 0; left -= HOUR_MS) {
    await clock.advance(Math.min(left, HOUR_MS));
    await forge.agenda.settle();
  }
}

/** Lets a story happen some days ago, and everything that follows from it until now. */
export async function inThePast(emulator: Emulator, days: number, story: () => Promise<void>): Promise<void> {
  const { clock, forge } = emulator;
  const present = clock.now().getTime();
  const back = days * DAY_MS;
  const waiting = forge.snapshot();
  clock.moveTo(new Date(present - back));
  forge.restore(laterBy(waiting, -back));
  await story();
  await letTimePass(emulator, present - clock.now().getTime());
}
