import type { SettingsStore } from '../../src/application/ports';

/** What may go wrong with one write: it never arrives, or it arrives and its answer is lost. */
type Fault = 'none' | 'lost-before' | 'lost-after';

/** Settings in memory, kept as JSON text as a real store keeps them. */
export interface MemorySettings {
  readonly rows: Map<string, string>;
  readonly notices: Map<string, string>;
  workTypes: readonly string[];
  /** Asked before each write of a row or of an issue for notices. */
  fault: () => Fault;
}

export const emptySettings = (): MemorySettings => ({
  rows: new Map(),
  notices: new Map(),
  workTypes: [],
  fault: () => 'none',
});

/** What stands at the key afterwards: a lost answer is made up for by looking, as the port asks. */
function create(kept: MemorySettings, map: Map<string, string>, key: string, text: string): string {
  if (kept.fault() === 'lost-before') throw new Error('The storage did not answer.');
  const standing = map.get(key) ?? text;
  map.set(key, standing);
  return standing;
}

export function memorySettings(kept: MemorySettings): SettingsStore {
  const row = (projectId: string, seq: number): unknown => {
    const text = kept.rows.get(`${projectId}:${seq}`);
    return text === undefined ? undefined : JSON.parse(text);
  };
  return {
    row: (projectId, seq) => Promise.resolve(row(projectId, seq)),
    rows: (projectId) => {
      const own = [...kept.rows.keys()].filter((key) => key.startsWith(`${projectId}:`));
      const last = Math.max(0, ...own.map((key) => Number(key.slice(projectId.length + 1))));
      return Promise.resolve(Array.from({ length: last }, (_, index) => row(projectId, index + 1)));
    },
    append: async (sealed) => {
      const text = JSON.stringify(sealed);
      const standing = await Promise.resolve(create(kept, kept.rows, `${sealed.projectId}:${sealed.seq}`, text));
      return standing === text ? 'appended' : 'taken';
    },
    projects: () =>
      Promise.resolve([...kept.rows.keys()].flatMap((key) => (key.endsWith(':1') ? [key.slice(0, -2)] : []))),
    workTypes: () => Promise.resolve(kept.workTypes),
    rememberWorkTypes: (workTypes) => {
      kept.workTypes = workTypes;
      return Promise.resolve();
    },
    noticeIssues: (projectId) => {
      const issueIds: string[] = [];
      for (let id; (id = kept.notices.get(`${projectId}:${issueIds.length + 1}`)) !== undefined;) issueIds.push(id);
      return Promise.resolve(issueIds);
    },
    keepNoticeIssue: async (projectId, place, issueId) =>
      Promise.resolve(create(kept, kept.notices, `${projectId}:${place}`, issueId)),
  };
}
