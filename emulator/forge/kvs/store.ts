import type { SiteClock } from '../../clock';
import type { KvsSnapshot } from './kvs-snapshot';

/** Keys of one space do not meet those of another. */
export type Space = 'kvs' | 'secret' | `entity:${string}`;

/** A stored value. Times are epoch milliseconds. */
export interface Entry {
  readonly key: string;
  /** JSON; never changed in place. */
  readonly value: unknown;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt?: number;
}

export interface KvsStore {
  /** The entry as it is now: reads by key are strictly consistent. */
  read(space: Space, key: string): Entry | undefined;
  write(space: Space, key: string, value: unknown, lifetime: number | undefined): Written;
  /** Whether the key was there. */
  remove(space: Space, key: string): boolean;
  /** The entries as they stood `age` milliseconds ago, in order of their keys. */
  entries(space: Space, age: number): readonly Entry[];
  spaces(): readonly Space[];
  snapshot(): KvsSnapshot;
  /** Puts what was kept in the place of all that is stored. */
  restore(snapshot: KvsSnapshot): void;
}

export interface Written {
  readonly previous: Entry | undefined;
  readonly latest: Entry;
}

interface Version {
  readonly at: number;
  /** Undefined where the key was deleted. */
  readonly entry: Entry | undefined;
}

/** Versions older than this are forgotten, so a query cannot lag behind by more. */
const MEMORY_MS = 600_000;

/** `expiryLag` is how long an expired value may still be read, in milliseconds. */
export function createKvsStore(clock: SiteClock, expiryLag: () => number): KvsStore {
  const spaces = new Map<Space, Map<string, Version[]>>();
  const now = () => clock.now().getTime();

  const alive = (entry: Entry | undefined) =>
    entry?.expiresAt !== undefined && entry.expiresAt + expiryLag() <= now() ? undefined : entry;
  const read = (space: Space, key: string) => alive(spaces.get(space)?.get(key)?.at(-1)?.entry);

  const put = (space: Space, key: string, entry: Entry | undefined) => {
    const keys = spaces.get(space) ?? new Map<string, Version[]>();
    spaces.set(space, keys);
    const versions = keys.get(key) ?? [];
    const remembered = versions.findLastIndex(({ at }) => at <= now() - MEMORY_MS);
    keys.set(key, [...versions.slice(Math.max(0, remembered)), { at: now(), entry }]);
  };

  return {
    read,
    write(space, key, value, lifetime) {
      const previous = read(space, key);
      const latest: Entry = {
        key,
        value,
        createdAt: previous?.createdAt ?? now(),
        updatedAt: now(),
        ...(lifetime === undefined ? {} : { expiresAt: now() + lifetime }),
      };
      put(space, key, latest);
      return { previous, latest };
    },
    remove(space, key) {
      const present = read(space, key) !== undefined;
      if (present) put(space, key, undefined);
      return present;
    },
    entries(space, age) {
      const until = now() - age;
      return [...(spaces.get(space)?.values() ?? [])]
        .map((versions) => alive(versions.findLast(({ at }) => at <= until)?.entry))
        .filter((entry) => entry !== undefined)
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    spaces: () => [...spaces.keys()],
    snapshot: () => Object.fromEntries([...spaces].map(([space, keys]) => [space, keptKeys(keys, now())])),
    restore(snapshot) {
      spaces.clear();
      for (const [space, keys] of Object.entries(snapshot)) {
        if (!isSpace(space)) throw new Error(`There is no space ${space} in the storage.`);
        const versions = Object.entries(keys).map(([key, kept]): [string, Version[]] => [
          key,
          kept.map(({ at, entry }) => ({ at, entry: entry ?? undefined })),
        ]);
        spaces.set(space, new Map(versions));
      }
    },
  };
}

const isSpace = (name: string): name is Space => name === 'kvs' || name === 'secret' || name.startsWith('entity:');

/** Versions that no query can ask for any more, and keys that were deleted long ago, are left out. */
function keptKeys(keys: ReadonlyMap<string, readonly Version[]>, now: number): KvsSnapshot[string] {
  const kept = [...keys].map(([key, versions]) => {
    const remembered = versions.slice(
      Math.max(
        0,
        versions.findLastIndex(({ at }) => at <= now - MEMORY_MS),
      ),
    );
    return [key, remembered.map(({ at, entry }) => ({ at, entry: entry ?? null }))] as const;
  });
  return Object.fromEntries(kept.filter(([, versions]) => versions.length > 1 || versions[0]?.entry !== null));
}
