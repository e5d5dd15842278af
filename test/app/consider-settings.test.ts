import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ConsiderReply, SettingsDraft } from '../../src/api-settings';
import { settingsPage, withRules } from '../support/a-settings-page';
import { aSite } from '../support/a-site';

let page: ReturnType<typeof settingsPage>;
beforeEach(async () => {
  page = settingsPage(await aSite());
  await page.administrators('pat');
});

const looser = withRules({ followUpWithinBusinessDays: 5 });
const looserAndStricter = withRules({ followUpWithinBusinessDays: 5, notifyWithinMinutes: 5 });

async function consider(change: (draft: SettingsDraft) => unknown): Promise<ConsiderReply> {
  const { draft } = await page.settings('jo');
  return (await page.call('jo', 'consider', { draft: change(draft) })) as ConsiderReply;
}

const DAYS = { title: 'Post-mortem and documentation within', before: '3 business days', after: '5 business days' };
const TOLD = { title: 'Groups are told within', before: '10 minutes', after: '5 minutes' };

describe('before settings are saved', () => {
  it('what changes is said against the built-in rules, and nothing waits the first time', async () => {
    expect(await consider(looser)).toMatchObject({ kind: 'considered', changes: [DAYS], waits: [] });
  });

  it('what asks less than what is in force is said to wait, and nothing is saved', async () => {
    await page.save('jo', (draft) => draft);
    const reply = await consider(looserAndStricter);
    expect(reply).toMatchObject({ kind: 'considered', changes: [TOLD, DAYS] });
    expect(reply).toMatchObject({ waits: [{ ...DAYS, loosens: true }] });
    expect((await page.settings('jo')).versions).toHaveLength(1);
  });

  it('what waits already is said to wait again, although it does not change', async () => {
    await page.save('jo', (draft) => draft);
    await page.save('jo', looser);
    const again = await consider(withRules({ notifyWithinMinutes: 5 }));
    expect(again).toMatchObject({ kind: 'considered', changes: [TOLD], waits: [DAYS] });
    await page.confirm('pat', 2);
    expect(await consider(withRules({ notifyWithinMinutes: 5 }))).toMatchObject({ changes: [TOLD], waits: [] });
  });

  it('what cannot be saved is said field by field', async () => {
    const reply = await consider(withRules({ notifyWithinMinutes: 0 }));
    expect(reply).toMatchObject({ kind: 'problems', problems: [{ field: 'rules.notifyWithinMinutes' }] });
  });

  it('only administrators of the project are told', async () => {
    const { draft } = await page.settings('jo');
    expect(await page.pastThePlatform('erin', 'consider', { draft })).toMatchObject({ kind: 'not-allowed' });
  });
});
