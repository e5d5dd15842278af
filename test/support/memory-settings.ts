import type { SettingsStore } from '../../src/application/ports';

/** Settings in memory, kept as JSON text as a real store keeps them. */
export interface MemorySettings {
  readonly rows: Map<string, string>;
  readonly notices: Map<string, string>;
  workTypes: readonly string[];
}

export const emptySettings = (): MemorySettings => ({ rows: new Map(), notices: new Map(), workTypes: [] });

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
    append: (sealed) => {
      const key = `${sealed.projectId}:${sealed.seq}`;
      const text = JSON.stringify(sealed);
      if (!kept.rows.has(key)) kept.rows.set(key, text);
      return Promise.resolve(kept.rows.get(key) === text ? 'appended' : 'taken');
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
    keepNoticeIssue: (projectId, place, issueId) => {
      const key = `${projectId}:${place}`;
      const standing = kept.notices.get(key) ?? issueId;
      kept.notices.set(key, standing);
      return Promise.resolve(standing);
    },
  };
}
