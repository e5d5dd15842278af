import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsStore } from '../../src/application/ports';
import { momentOf } from '../../src/domain/ids';
import { sealSettingsRow, settingsHead, type SettingsRow } from '../../src/domain/settings/settings-row';
import { NOW } from '../support/a-change';
import { freshCommandId } from '../support/memory-ports';
import type { Stores } from './stores.contract';

export type SettingsStores = Pick<Stores, 'within' | 'settleQueries' | 'loseNextAnswer' | 'loseNextWrite'> & {
  readonly settings: SettingsStore;
  /** Takes a row away, as nobody but an attacker does. */
  readonly remove: (projectId: string, seq: number) => void;
};

const OPS = '10000';

/** A row that nobody else writes. */
const rowAfter = (before?: SettingsRow, projectId = OPS): SettingsRow =>
  sealSettingsRow(
    {
      projectId,
      now: momentOf(NOW),
      actor: 'app',
      commandId: freshCommandId(),
      entry: { kind: 'checked', holes: [], warnings: [], unread: [], worse: [] },
    },
    before && settingsHead(before),
  );

function chainOf(length: number, projectId = OPS): readonly SettingsRow[] {
  const rows: SettingsRow[] = [];
  while (rows.length < length) rows.push(rowAfter(rows.at(-1), projectId));
  return rows;
}

/** What every implementation of the store of settings has to keep. */
export function settingsStoreContract(fresh: () => Promise<SettingsStores>): void {
  let stores: SettingsStores;
  beforeEach(async () => {
    stores = await fresh();
  });
  const holds = (name: string, check: (stores: SettingsStores) => Promise<void>) =>
    it(name, () => stores.within(() => check(stores)));
  const append = async (settings: SettingsStore, rows: readonly SettingsRow[]) => {
    for (const row of rows) expect(await settings.append(row)).toBe('appended');
  };

  describe('the rows of settings', () => {
    holds('are not there before they are appended, and then as they were', async ({ settings }) => {
      expect(await settings.row(OPS, 1)).toBeUndefined();
      expect(await settings.rows(OPS)).toEqual([]);
      const rows = chainOf(2);
      await append(settings, rows);
      expect(await settings.row(OPS, 2)).toEqual(rows[1]);
      expect(await settings.row(OPS, 3)).toBeUndefined();
    });

    // Stores may read by strides; 20 and 40 are the ends of two.
    for (const length of [1, 19, 20, 21, 40, 41]) {
      holds(`are read all ${length}, in order`, async ({ settings }) => {
        const rows = chainOf(length);
        await append(settings, rows);
        expect(await settings.rows(OPS)).toEqual(rows);
      });
    }

    holds('are those of one project, also where its id begins like another', async ({ settings }) => {
      const [own, others] = [chainOf(2), chainOf(3, `${OPS}1`)];
      await append(settings, [...own, ...others]);
      expect(await settings.rows(OPS)).toEqual(own);
      expect(await settings.rows(`${OPS}1`)).toEqual(others);
    });

    holds('show the place of one that was taken away before the last', async ({ settings, remove }) => {
      const rows = chainOf(3);
      await append(settings, rows);
      remove(OPS, 2);
      expect(await settings.rows(OPS)).toEqual([rows[0], undefined, rows[2]]);
      remove(OPS, 1);
      expect(await settings.rows(OPS)).toEqual([undefined, undefined, rows[2]]);
    });

    holds('are never overwritten', async ({ settings }) => {
      const row = rowAfter();
      await append(settings, [row]);
      expect(await settings.append(rowAfter())).toBe('taken');
      expect(await settings.row(OPS, 1)).toEqual(row);
    });

    holds('let exactly one of many racing writers have a place', async ({ settings }) => {
      const rivals = Array.from({ length: 10 }, () => rowAfter());
      const outcomes = await Promise.all(rivals.map((row) => settings.append(row)));
      expect(outcomes.filter((outcome) => outcome === 'appended')).toHaveLength(1);
      expect(await settings.row(OPS, 1)).toEqual(rivals[outcomes.indexOf('appended')]);
    });

    holds('are there once when a write is repeated after a lost answer', async (reach) => {
      const row = rowAfter();
      reach.loseNextAnswer();
      await reach.settings.append(row).catch(() => undefined);
      expect(await reach.settings.append(row)).toBe('appended');
      expect(await reach.settings.rows(OPS)).toEqual([row]);
    });

    holds('leave the place free when a write does not arrive, and say so', async ({ settings, loseNextWrite }) => {
      loseNextWrite();
      await expect(settings.append(rowAfter())).rejects.toThrow();
      expect(await settings.row(OPS, 1)).toBeUndefined();
    });
  });

  describe('the projects with settings', () => {
    holds('are each there once, however many rows they have', async ({ settings, settleQueries }) => {
      expect(await settings.projects()).toEqual([]);
      await append(settings, [...chainOf(3), ...chainOf(1, '10001'), ...chainOf(2, 'site')]);
      await settleQueries();
      expect([...(await settings.projects())].sort()).toEqual([OPS, '10001', 'site']);
    });

    holds('are all there, also where they are more than a page', async ({ settings, settleQueries }) => {
      const ids = Array.from({ length: 205 }, (_, index) => String(20_000 + index));
      await append(
        settings,
        ids.map((id) => rowAfter(undefined, id)),
      );
      await settleQueries();
      expect([...(await settings.projects())].sort()).toEqual(ids);
    });
  });

  describe('the names of work types', () => {
    holds('are remembered', async ({ settings }) => {
      expect(await settings.workTypes()).toEqual([]);
      await settings.rememberWorkTypes(['Urgent "fix"', 'Hotfix']);
      expect(await settings.workTypes()).toEqual(['Urgent "fix"', 'Hotfix']);
    });
  });

  describe('the issues for notices', () => {
    holds('are kept in their order, each project its own', async ({ settings }) => {
      expect(await settings.noticeIssues(OPS)).toEqual([]);
      expect(await settings.keepNoticeIssue(OPS, 1, '501')).toBe('501');
      expect(await settings.keepNoticeIssue(OPS, 2, '502')).toBe('502');
      expect(await settings.keepNoticeIssue('10001', 1, '601')).toBe('601');
      expect(await settings.noticeIssues(OPS)).toEqual(['501', '502']);
    });

    holds('stay the first that was kept in a place, and every writer hears which', async ({ settings }) => {
      const rivals = ['1', '2', '3', '4', '5', '6'];
      const answers = await Promise.all(rivals.map((issueId) => settings.keepNoticeIssue(OPS, 1, issueId)));
      expect(new Set(answers).size).toBe(1);
      expect(await settings.noticeIssues(OPS)).toEqual(answers.slice(0, 1));
    });

    holds('are kept though the answer was lost, and not kept where the write was', async (reach) => {
      reach.loseNextAnswer();
      expect(await reach.settings.keepNoticeIssue(OPS, 1, '501')).toBe('501');
      reach.loseNextWrite();
      await expect(reach.settings.keepNoticeIssue(OPS, 2, '502')).rejects.toThrow();
      expect(await reach.settings.noticeIssues(OPS)).toEqual(['501']);
    });
  });
}
