import { onRecord } from './on-record';
import { settingsPage, withRules } from './a-settings-page';
import { aSite } from './a-site';
import { anAdministrator } from './an-administrator';
import { settingsRecord } from './settings-record';
import { HOUR, MINUTE, timeOf } from './site-time';

const WORSE = 'An emergency change could get past the rules';
const LOOSER = 'The rules for emergency changes are about to ask less';

export type CheckedSite = Awaited<ReturnType<typeof aCheckedSite>>;

/** A site whose project OPS has settings, with what tests of the daily check do there and look at. */
export async function aCheckedSite() {
  const site = await aSite();
  const jo = anAdministrator(site);
  const page = settingsPage(site);
  const record = onRecord(site);
  const time = timeOf(site);
  await page.administrators('pat', 'sky');
  await page.save('jo', withRules({ followUpWithinBusinessDays: 2 }));
  await time.pass(MINUTE);
  const noticeIssues = () =>
    [...site.jira.store.issues.values()].filter(({ fields }) =>
      String(fields.summary).includes('notices to administrators'),
    );
  const receivers = (words: string) => record.emails(words).map(({ to }) => [...to].sort());
  return {
    site,
    jo,
    page,
    record,
    time,
    settings: settingsRecord(site),
    /** Whether the app has the permission of Jira administrators, without which it reads no workflow of the site. */
    letTheAppRead: (may: boolean): void => {
      const { globalPermissions } = site.jira.store;
      const others = (globalPermissions.get('ADMINISTER') ?? []).filter((holder) => !('accountId' in holder));
      const app = { accountId: site.forge.identity.appAccountId };
      globalPermissions.set('ADMINISTER', may ? [...others, app] : others);
    },
    /** The daily check runs once in each. */
    aDay: () => time.pass(24 * HOUR),
    takeOff: (transitionId: string, moduleKey: string) => jo.changeRule(transitionId, moduleKey, () => []),
    /** The returned function lets e-mails through again. */
    mailIsDown: (status: number) =>
      site.forge.faults.add({
        service: 'jira',
        operation: '/notify',
        failure: { kind: 'fail', when: 'before', status },
      }),
    /** Who was told of holes, an e-mail each. */
    told: () => receivers(WORSE),
    /** Who was told of looser settings, an e-mail each. */
    toldOfLooser: () => receivers(LOOSER),
    noticeIssues,
    comments: () => noticeIssues().flatMap(({ key }) => record.comments(key)),
  };
}
