import DropdownMenu, { DropdownItemRadio, DropdownItemRadioGroup } from '@atlaskit/dropdown-menu';
import ChevronDownIcon from '@atlaskit/icon/core/chevron-down';
import { useState } from 'react';
import type { Account } from '../../api/session';
import { PersonPicture } from '../people/person-name';
import { useViewer } from '../viewer';

interface UserSwitcherProps {
  readonly accounts: readonly Account[];
  readonly onSwitch: (account: Account) => Promise<void>;
}

/** Who looks at the site: every demo account is one choice away. */
export function UserSwitcher({ accounts, onSwitch }: UserSwitcherProps) {
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  return (
    <DropdownMenu<HTMLButtonElement>
      placement="bottom-end"
      appearance="tall"
      isOpen={isOpen}
      onOpenChange={(change) => setOpen(change.isOpen)}
      trigger={({ triggerRef, isSelected, testId: _testId, ...trigger }) => (
        <button
          {...trigger}
          ref={triggerRef}
          type="button"
          className="switcher"
          data-open={isSelected}
          aria-label={`Viewing as ${viewer.displayName}, ${viewer.hint}. Switch user`}
        >
          <PersonPicture name={viewer.displayName} size="small" />
          <span className="switcher-text wide-only">
            <span className="switcher-name">{viewer.displayName}</span>{' '}
            <span className="switcher-hint">{viewer.hint}</span>
          </span>
          <ChevronDownIcon label="" size="small" />
        </button>
      )}
    >
      <DropdownItemRadioGroup id="viewer" title="View the site as">
        {accounts.map((account) => (
          <DropdownItemRadio
            key={account.accountId}
            id={account.accountId}
            isSelected={account.accountId === viewer.accountId}
            onClick={() => {
              setOpen(false);
              void onSwitch(account);
            }}
            description={account.hint}
          >
            <span className="person">
              <PersonPicture name={account.displayName} size="small" />
              <span className="person-name">{account.displayName}</span>
            </span>
          </DropdownItemRadio>
        ))}
      </DropdownItemRadioGroup>
    </DropdownMenu>
  );
}
