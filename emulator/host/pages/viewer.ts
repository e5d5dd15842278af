import { useFlags } from '@atlaskit/flag';
import { createContext, useCallback, useContext } from 'react';
import { problemSentences } from '../api/reply';
import { type Account, type Session, switchAccount } from '../api/session';

const NOBODY: Account = { accountId: '', name: '', displayName: 'Nobody', emailAddress: '', timeZone: 'UTC', hint: '' };

/** Whose eyes the pages look with. */
export const ViewerContext = createContext<Account>(NOBODY);

/** Everybody whom the site can be used as. */
export const AccountsContext = createContext<readonly Account[]>([]);

export const useViewer = (): Account => useContext(ViewerContext);

export const viewerOf = ({ accountId, accounts }: Session): Account =>
  accounts.find((account) => account.accountId === accountId) ?? NOBODY;

/** Takes the session over to another account; the page stays. */
export function useSwitchAccount(reloadSession: () => Promise<void>): (account: Account) => Promise<void> {
  const { showFlag } = useFlags();
  return useCallback(
    async ({ accountId, displayName }) => {
      const reply = await switchAccount(accountId);
      if (reply.kind === 'ok') {
        await reloadSession();
        return;
      }
      showFlag({
        id: 'switch-account',
        title: `Could not switch to ${displayName}`,
        description: problemSentences(reply).join(' '),
      });
    },
    [reloadSession, showFlag],
  );
}
