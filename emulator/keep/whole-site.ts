import type { ForgeSnapshot } from '../forge/snapshot';
import { mapsOf } from '../jira/store-snapshot';
import { restoreLog, snapshotLog } from './log-snapshot';
import { restoreSite, type SiteSnapshot, snapshotSite, type SnapshotParts } from './site-snapshot';
import { switchesNow, turnSwitches } from './switches';

/** The site taken as a whole. */
export interface WholeSite {
  readonly snapshot: () => SiteSnapshot;
  readonly restore: (snapshot: SiteSnapshot) => void;
  /** As `restore`, with the clock where it is and the app as it is today. */
  readonly goOnFrom: (snapshot: SiteSnapshot) => void;
  /** The site as it was when it was made, with the issues that it began with. */
  readonly reset: () => Promise<void>;
  /** How often another site was put in the place of this one. */
  readonly generation: () => number;
}

interface Beginning extends SnapshotParts {
  /** Puts the configuration into an empty store. */
  readonly configure: () => void;
  /** Tells Jira of the app's modules as its manifest has them today. */
  readonly deployApp: () => void;
  /** Makes the issues that the site begins with. */
  readonly fill: () => Promise<void>;
}

/** Call it before anything happened on the site: what Forge is like then is what `reset` goes back to. */
export function wholeSite(parts: Beginning): WholeSite {
  const { clock, jira, forge, configure, deployApp, fill } = parts;
  const pristine = {
    at: clock.now().getTime(),
    forge: forge.snapshot(),
    switches: switchesNow(parts),
    log: snapshotLog(parts),
  };
  let generation = 0;
  const replaceBy = (snapshot: SiteSnapshot) => {
    generation += 1;
    restoreSite(parts, snapshot, pristine.log);
  };
  return {
    snapshot: () => snapshotSite(parts),
    restore(snapshot) {
      clock.moveTo(new Date(snapshot.now));
      replaceBy(snapshot);
    },
    goOnFrom(snapshot) {
      replaceBy(snapshot);
      deployApp();
    },
    async reset() {
      generation += 1;
      clock.startOver();
      for (const map of mapsOf(jira.store).values()) map.clear();
      configure();
      forge.restore(laterBy(pristine.forge, clock.now().getTime() - pristine.at));
      jira.searchIndex.rebuild();
      turnSwitches(parts, pristine.switches);
      forge.faults.clear();
      restoreLog(parts, pristine.log);
      await fill();
    },
    generation: () => generation,
  };
}

/** As the app's own clock would have it, had it been installed so much later; earlier, if negative. */
export const laterBy = (snapshot: ForgeSnapshot, milliseconds: number): ForgeSnapshot => ({
  ...structuredClone(snapshot),
  agenda: snapshot.agenda.map(({ due, job }) => ({
    due: due + milliseconds,
    job: job.kind === 'scheduled' ? { ...job, due: job.due + milliseconds } : job,
  })),
});
