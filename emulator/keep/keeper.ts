import { changedRows } from './changed-rows';
import type { LiveRow } from './rows';
import type { SiteFile } from './site-file';
import type { KeptClock } from './site-lines';

/** A site that is to be kept. */
export interface KeptSite {
  rows(): Iterable<LiveRow>;
  clock(): KeptClock;
  /** Another number once the whole site was put in the place of the one before. */
  generation(): number;
}

export interface Keeper {
  /** Writes what changed. Never throws: what cannot be written is said, and tried again with the next save. */
  readonly save: () => void;
}

/** The machine's clock and the site's are read one after the other: less than this is no move of the site's. */
const CLOCK_NOISE_MS = 50;

/** The file is written whole again when what was appended is longer than this and than the site itself. */
const SHORTEST_REWRITE = 8_000_000;

/** Keeps a site in a file. The first save writes all of it. `say` is for the person at the terminal. */
export function createKeeper(site: KeptSite, file: SiteFile, say: (sentence: string) => void): Keeper {
  let changes = changedRows();
  let written: { readonly generation: number; readonly ahead: number } | undefined;
  let failing = false;

  const saveOrThrow = () => {
    const clock = site.clock();
    const generation = site.generation();
    const { whole, appended } = file.sizes();
    const wornOut = appended > Math.max(SHORTEST_REWRITE, whole);
    if (written?.generation !== generation || wornOut) {
      written = undefined;
      changes = changedRows();
      file.rewrite(changes(site.rows()), clock);
    } else {
      const rows = changes(site.rows());
      if (rows.length === 0 && Math.abs(clock.ahead - written.ahead) < CLOCK_NOISE_MS) return;
      written = undefined;
      file.append(rows, clock);
    }
    written = { generation, ahead: clock.ahead };
  };

  return {
    save() {
      try {
        saveOrThrow();
        failing = false;
      } catch (failure) {
        if (!failing) say(`The site cannot be kept: ${failure instanceof Error ? failure.message : String(failure)}`);
        failing = true;
      }
    },
  };
}
