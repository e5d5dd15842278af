import { useCallback, useEffect, useState } from 'react';
import { type ClockMove, moveClock, readClock } from '../../api/clock';
import { type Problem } from '../../api/reply';

const REREAD_MS = 30_000;

export interface SiteTime {
  /** Undefined until the site has answered. */
  readonly now: Date | undefined;
  /** Moves the site's clock on; answers what stood in the way. */
  readonly move: (move: ClockMove) => Promise<Problem | undefined>;
}

/** The time of the site, which is not this browser's: somebody may have moved it on. */
export function useSiteTime(): SiteTime {
  const [now, setNow] = useState<Date>();
  const read = useCallback(async () => {
    const reply = await readClock();
    if (reply.kind === 'ok') setNow(reply.value);
  }, []);
  useEffect(() => {
    void read();
    const timer = window.setInterval(() => void read(), REREAD_MS);
    return () => window.clearInterval(timer);
  }, [read]);
  const move = useCallback(
    async (asked: ClockMove) => {
      const reply = await moveClock(asked);
      await read();
      return reply.kind === 'ok' ? undefined : reply;
    },
    [read],
  );
  return { now, move };
}
