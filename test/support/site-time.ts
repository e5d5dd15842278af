import type { Site } from './a-site';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** Time that passes on a site as it does for people: all that falls due on the way is delivered when it is due. */
export const timeOf = (site: Site) => {
  const until = async (moment: string) => {
    const end = Date.parse(moment);
    const left = () => end - site.clock.now().getTime();
    if (left() < 0) throw new Error(`It is past ${moment} already.`);
    await site.settle();
    for (;;) {
      const next = site.forge.agenda.waiting()[0]?.due.getTime();
      if (next === undefined || next > end) break;
      await site.clock.advance(Math.max(0, next - site.clock.now().getTime()));
      await site.settle();
    }
    await site.clock.advance(left());
    await site.settle();
  };
  return {
    /** Lets time pass up to a moment, as ISO 8601 text. */
    until,
    /** Lets this many milliseconds pass. */
    pass: (milliseconds: number) => until(new Date(site.clock.now().getTime() + milliseconds).toISOString()),
    /** Moves the clock, and delivers nothing. */
    standStill: (milliseconds: number) => site.clock.advance(milliseconds),
  };
};
