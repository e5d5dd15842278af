import type { JiraStore } from './store';

/** Every Map of the store by its name, as pairs of id and record in plain JSON. */
export type StoreSnapshot = Readonly<Record<string, readonly (readonly [string, unknown])[]>>;

/** The Maps of a store by name, whoever added them. */
export function mapsOf(store: JiraStore): ReadonlyMap<string, Map<string, unknown>> {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(store);
  return new Map(parts.flatMap(([name, part]) => (part instanceof Map ? [[name, part] as const] : [])));
}

/** A copy of the whole store that nothing changes any more. */
export const snapshotStore = (store: JiraStore): StoreSnapshot =>
  Object.fromEntries(
    [...mapsOf(store)].map(([name, map]) => [
      name,
      [...map].map(([id, record]) => [id, structuredClone(record)] as const),
    ]),
  );

/** Puts a copy of the snapshot in place of everything in the store. A Map that the snapshot lacks is emptied. */
export function restoreStore(store: JiraStore, snapshot: StoreSnapshot): void {
  for (const [name, map] of mapsOf(store)) {
    map.clear();
    for (const [id, record] of snapshot[name] ?? []) map.set(id, structuredClone(record));
  }
}
