import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { shapeOfSite } from './live-rows';
import { readSiteFile } from './read-site-file';
import { siteFromTables } from './site-from-tables';
import { lockSite } from './site-lock';
import type { KeptClock } from './site-lines';
import type { SiteSnapshot } from './site-snapshot';

/** The site that a folder held. */
export interface FoundSite {
  readonly seed: string;
  readonly clock: KeptClock;
  readonly snapshot: SiteSnapshot;
}

export type SiteFolder =
  | { readonly kind: 'in-use'; readonly pid: number; readonly url: string; readonly lock: string }
  | {
      readonly kind: 'open';
      /** The site's file. */
      readonly path: string;
      readonly found: FoundSite | undefined;
      /** Lets others have the folder. */
      readonly release: () => void;
    };

interface Opening {
  readonly folder: string;
  /** Where this site will be reached: for whoever finds the folder in use. */
  readonly url: string;
  /** Whether what the folder holds is not wanted. */
  readonly fresh: boolean;
  readonly say: (sentence: string) => void;
}

/**
 * Takes the folder for this process and reads the site in it. What cannot be read is said and kept aside as `.broken`;
 * then nothing was found.
 */
export async function openSiteFolder({ folder, url, fresh, say }: Opening): Promise<SiteFolder> {
  mkdirSync(folder, { recursive: true });
  const lockPath = join(folder, 'site.lock');
  const lock = lockSite(lockPath, url);
  if (lock.kind === 'taken') return { kind: 'in-use', pid: lock.pid, url: lock.url, lock: lockPath };
  const path = join(folder, 'site.jsonl');
  const found = fresh ? undefined : await findSite(path, say);
  return { kind: 'open', path, found, release: lock.release };
}

async function findSite(path: string, say: (sentence: string) => void): Promise<FoundSite | undefined> {
  const read = await readSiteFile(path, shapeOfSite());
  if (read.kind === 'none') return undefined;
  if (read.kind === 'unusable') {
    setAside(path, read.reason, say);
    return undefined;
  }
  const snapshot = siteFromTables(read.tables, new Date(read.clock.now));
  if (snapshot === undefined) {
    setAside(path, 'a part of it is missing', say);
    return undefined;
  }
  if (read.cutOff) say('The last moment of the kept site was cut off, as by a crash: it is left out.');
  return { seed: read.seed, clock: read.clock, snapshot };
}

function setAside(path: string, reason: string, say: (sentence: string) => void): void {
  const aside = freeName(`${path}.broken`);
  renameSync(path, aside);
  say(`The kept site cannot be used: ${reason}. It is kept aside as ${aside}; a new site begins.`);
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
