import * as v from 'valibot';
import { type SettingsEntry, type SettingsRow } from '../../src/domain/settings/settings-row';
import { readSettingsRow, settingsHead } from '../../src/domain/settings/settings-row';
import type { Site } from './a-site';

const ENTITY = 'entity:policy';

/** What a site keeps of a project's settings, read and spoilt past every interface. */
export function settingsRecord(site: Site, projectId = '10000') {
  const { store } = site.forge.kvs;
  const stored = (seq: number): unknown => store.read(ENTITY, `${projectId}:${seq}`)?.value;
  /** All rows, each found to follow the one before. */
  const rows = (): readonly SettingsRow[] => {
    const found: SettingsRow[] = [];
    for (let seq = 1; stored(seq) !== undefined; seq += 1) {
      const before = found.at(-1);
      found.push(readSettingsRow(stored(seq), projectId, before && settingsHead(before)));
    }
    return found;
  };
  return {
    rows,
    entries: <Kind extends SettingsEntry['kind']>(kind: Kind) =>
      rows().flatMap(({ entry }) => (isOf(entry, kind) ? [entry] : [])),
    stored: (seq: number) => v.parse(v.record(v.string(), v.unknown()), stored(seq)),
    put: (seq: number, value: object) => store.write(ENTITY, `${projectId}:${seq}`, value, undefined),
    remove: (seq: number) => store.remove(ENTITY, `${projectId}:${seq}`),
  };
}

const isOf = <Kind extends SettingsEntry['kind']>(
  entry: SettingsEntry,
  kind: Kind,
): entry is Extract<SettingsEntry, { kind: Kind }> => entry.kind === kind;
