import type { Emulator } from '../emulator';
import { createKeeper } from './keeper';
import { liveRows, shapeOfSite } from './live-rows';
import { siteFile } from './site-file';
import { type KeptClock, SITE_FORMAT } from './site-lines';

export interface KeepingSite {
  /** Writes what changed, and no more after that. */
  readonly stop: () => void;
}

interface Keeping {
  /** The site's file; what is there is replaced. */
  readonly path: string;
  readonly seed: string;
  readonly say: (sentence: string) => void;
}

/** How often it is looked for changes, in milliseconds: what a crash may lose. */
const EVERY_MS = 1000;

/** On a site so large that looking takes long, it is looked less often, to leave it time; never less than this. */
const LEAST_OFTEN_MS = 5000;

/** The share of the time that looking may take until then. */
const MOST_TIME = 0.05;

/** Writes the site to its file, now and then again as long as the process lives. */
export function keepSite(emulator: Emulator, { path, seed, say }: Keeping): KeepingSite {
  const { clock, whole } = emulator;
  const site = {
    rows: () => liveRows(emulator),
    clock: (): KeptClock => ({ now: clock.now().toISOString(), ahead: clock.now().getTime() - Date.now() }),
    generation: whole.generation,
  };
  const file = siteFile(path, { format: SITE_FORMAT, tables: shapeOfSite(), seed });
  const keeper = createKeeper(site, file, say);
  let timer: NodeJS.Timeout;
  const saveAndGoOn = () => {
    const before = performance.now();
    keeper.save();
    const wait = Math.min(LEAST_OFTEN_MS, Math.max(EVERY_MS, (performance.now() - before) / MOST_TIME));
    timer = setTimeout(saveAndGoOn, wait).unref();
  };
  saveAndGoOn();
  return {
    stop() {
      clearTimeout(timer);
      keeper.save();
      file.close();
    },
  };
}

/** Where the site's time goes on after a stop: never back, and where the machine's has come meanwhile. */
export const timeAfter = ({ now, ahead }: KeptClock): Date =>
  new Date(Math.max(new Date(now).getTime(), Date.now() + ahead));
