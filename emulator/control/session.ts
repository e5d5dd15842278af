import { DEMO_PEOPLE } from '../jira/site/demo-people';

export const SESSION_COOKIE = 'emulator-account';

/** Who the host page can be used as. */
export interface SessionAccount {
  readonly accountId: string;
  readonly name: string;
  readonly displayName: string;
  readonly emailAddress: string;
  readonly timeZone: string;
  /** What the person is on the site, for the user switcher. */
  readonly hint: string;
}

const DEFAULT_NAME = 'erin';

export const sessionAccounts: readonly SessionAccount[] = DEMO_PEOPLE.map(
  ({ accountId, name, displayName, emailAddress, timeZone, hint }) => ({
    accountId,
    name,
    displayName,
    emailAddress,
    timeZone,
    hint,
  }),
);

/** The account of the session cookie; without one, or with one that is nobody's, the default. */
export function sessionAccountId(cookie: string | undefined): string {
  const chosen =
    sessionAccounts.find(({ accountId }) => accountId === cookie) ??
    sessionAccounts.find(({ name }) => name === DEFAULT_NAME);
  if (chosen === undefined) throw new Error(`The demo site has no ${DEFAULT_NAME}.`);
  return chosen.accountId;
}
