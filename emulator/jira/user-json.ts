import type { Account } from './model/site';

/** A person as Jira shows them inside other things. `baseUrl` is the site's address. */
export const userJson = (account: Account, baseUrl: string) => ({
  self: `${baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(account.accountId)}`,
  accountId: account.accountId,
  accountType: account.accountType,
  emailAddress: account.emailAddress,
  displayName: account.displayName,
  active: true,
  timeZone: account.timeZone,
  avatarUrls: avatarUrls(account, baseUrl),
});

/** Drawn by the host pages from the name; there are no pictures. */
const avatarUrls = (account: Account, baseUrl: string) => {
  const url = `${baseUrl}/emulator/avatars/${encodeURIComponent(account.accountId)}`;
  return { '48x48': url, '24x24': url, '16x16': url, '32x32': url };
};
