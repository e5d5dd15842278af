import Button, { IconButton, LinkIconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import SettingsIcon from '@atlaskit/icon/core/settings';
import { readAdministersJira } from '../../api/permissions';
import type { Account } from '../../api/session';
import { useRemote } from '../remote';
import type { Route } from '../router';
import { SiteLink } from '../site-link';
import { useViewer } from '../viewer';
import { Bell } from './bell';
import { ProductMark } from './product-mark';
import { SiteClock } from './site-clock';
import { SiteNav } from './site-nav';
import { ThemeSwitch } from './theme-switch';
import { UserSwitcher } from './user-switcher';

interface HeaderProps {
  readonly accounts: readonly Account[];
  readonly route: Route;
  readonly onSwitch: (account: Account) => Promise<void>;
  readonly onCreate: () => void;
}

export function Header({ accounts, route, onSwitch, onCreate }: HeaderProps) {
  const { accountId } = useViewer();
  const { remote } = useRemote(`administers-jira-${accountId}`, readAdministersJira);
  const administersJira = remote.kind === 'ready' && remote.value;
  return (
    <header className="header">
      <SiteLink href="/" className="product" aria-label="Embedded Jira, start page">
        <ProductMark />
        <span className="product-name widest-only">Embedded Jira</span>
      </SiteLink>
      <SiteNav route={route} administersJira={administersJira} />
      <span className="wide-only">
        <Button appearance="primary" iconBefore={AddIcon} onClick={onCreate}>
          Create
        </Button>
      </span>
      <span className="narrow-only">
        <IconButton appearance="primary" icon={AddIcon} label="Create" onClick={onCreate} />
      </span>
      <span className="header-gap" />
      <Bell key={accountId} />
      <SiteClock />
      {administersJira && (
        <span className="wide-only">
          <LinkIconButton appearance="subtle" icon={SettingsIcon} label="Settings" href="/settings" />
        </span>
      )}
      <ThemeSwitch />
      <UserSwitcher accounts={accounts} onSwitch={onSwitch} />
    </header>
  );
}
