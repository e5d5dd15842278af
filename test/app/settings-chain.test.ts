import { beforeEach, describe, expect, it } from '@jest/globals';
import { settingsPage, withRules } from '../support/a-settings-page';
import { aSite, type Site } from '../support/a-site';
import { procedure } from '../support/a-procedure';
import { onRecord } from '../support/on-record';
import { settingsRecord } from '../support/settings-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

const WEB = '10001';

let site: Site;
let page: ReturnType<typeof settingsPage>;
let settings: ReturnType<typeof settingsRecord>;
let time: ReturnType<typeof timeOf>;
beforeEach(async () => {
  site = await aSite();
  page = settingsPage(site);
  settings = settingsRecord(site);
  time = timeOf(site);
  for (const days of [2, 1]) await page.save('jo', withRules({ followUpWithinBusinessDays: days }));
  await page.save('jo', withRules({ ratifyWithinBusinessDays: 1, markDeployedWithinHours: 1 }));
  await settingsPage(site, 'WEB').save('jo', (draft) => ({ ...draft, workType: 'Task' }));
});

type Stored = Readonly<Record<string, unknown>>;

/** The row with something in its entry changed, as deep as told. */
const altered = (row: Stored, change: (text: string) => string): object => {
  const text = JSON.stringify(row);
  const other = change(text);
  if (other === text) throw new Error('Nothing was altered.');
  return JSON.parse(other) as object;
};

const ATTACKS: readonly { readonly attack: string; readonly make: () => unknown; readonly says: string }[] = [
  {
    attack: 'a rule altered in a row in the middle',
    make: () => {
      settings.put(
        2,
        altered(settings.stored(2), (text) => text.replace('"enabled":true', '"enabled":false')),
      );
    },
    says: 'Row 2 of the settings of project 10000 was altered.',
  },
  {
    attack: 'another author in the last row',
    make: () => {
      settings.put(
        3,
        altered(settings.stored(3), (text) => text.replace('712020:jo', '712020:pat')),
      );
    },
    says: 'Row 3 of the settings of project 10000 was altered.',
  },
  {
    attack: 'a row in the middle replaced by the one after it',
    make: () => {
      settings.put(2, settings.stored(3));
    },
    says: 'Row 2 of the settings of project 10000 belongs elsewhere.',
  },
  {
    attack: 'the first row swapped with that of another project',
    make: () => {
      const other = settingsRecord(site, WEB);
      const [here, there] = [settings.stored(1), other.stored(1)];
      settings.put(1, there);
      other.put(1, here);
    },
    says: 'Row 1 of the settings of project 10000 belongs elsewhere.',
  },
  {
    attack: 'an entry of a kind that a later version of the app writes',
    make: () => {
      settings.put(
        3,
        altered(settings.stored(3), (text) => text.replace('"kind":"saved"', '"kind":"foretold"')),
      );
    },
    says: 'Row 3 of the settings of project 10000 cannot be read.',
  },
  {
    attack: 'a row removed in the middle',
    make: () => settings.remove(2),
    says: 'Row 2 of the settings of project 10000 is not there, though later ones are.',
  },
  {
    attack: 'the first row removed',
    make: () => settings.remove(1),
    says: 'Row 1 of the settings of project 10000 is not there, though later ones are.',
  },
];

const startIsBlocked = async (key: string): Promise<string> => {
  const { status, body } = await site.startDeployment('erin', key);
  expect(status).toBe(400);
  return JSON.stringify(body);
};

describe.each(ATTACKS)('with $attack', ({ make, says }) => {
  it('the page shows no settings, says why, and saves none', async () => {
    make();
    const failed = { kind: 'failed', message: expect.stringContaining(says) };
    expect(await page.view('jo')).toMatchObject(failed);
    expect(await page.check('jo')).toMatchObject(failed);
    expect(await page.confirm('jo', 1)).toMatchObject(failed);
  });

  it('no change is registered, no gate opens, and the gate says why', async () => {
    make();
    const key = await site.open();
    await time.pass(HOUR);
    expect(onRecord(site).register()).toEqual([]);
    const said = await startIsBlocked(key);
    expect(said).toContain(says);
    expect(said).toContain('changed other than by this app');
    expect(onRecord(site).register()).toEqual([]);
    expect(await site.view('erin', key)).toMatchObject({ kind: 'failed', message: expect.stringContaining(says) });
  });

  it('the daily check writes nothing more, and is not tried again all day', async () => {
    make();
    await time.pass(HOUR);
    const calls = site.forge.calls.length;
    await site.forge.scheduler.run('daily-set-up-check');
    await time.pass(20 * MINUTE);
    const runs = site.forge.calls.slice(calls).filter(({ functionKey }) => functionKey === 'project-worker');
    expect(new Set(runs.map(({ invocationId }) => invocationId)).size).toBeLessThanOrEqual(2);
    expect(site.forge.kvs.store.read('entity:policy', '10000:4')).toBeUndefined();
  });
});

describe('a change that was registered before somebody spoilt the settings', () => {
  it('goes on by the settings that are pinned with it', async () => {
    const key = await site.open();
    await time.pass(MINUTE);
    settings.put(
      2,
      altered(settings.stored(2), (text) => text.replace('"enabled":true', '"enabled":false')),
    );
    await startIsBlocked(key);
    await procedure(site).approveBoth(key);
    await procedure(site).reviewBoth(key);
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('is looked after by them, and not by a later row that does not hold', async () => {
    const key = await site.open();
    await time.pass(MINUTE);
    await page.save('jo', withRules({ reportedOpensDeployGate: false }));
    settings.put(
      4,
      altered(settings.stored(4), (text) => text.replace('712020:jo', '712020:pat')),
    );
    await time.pass(HOUR);
    expect(onRecord(site).eventsOf(key, 'policy-replaced')).toEqual([]);
    expect(
      onRecord(site)
        .eventsOf(key, 'effect-done')
        .map(({ id }) => id),
    ).toContain('email:unanswered');
  });
});
