import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import type { Account } from '../../api/session';
import type { Route } from '../router';
import { SiteLink } from '../site-link';
import { ProductMark } from './product-mark';
import { SiteClock } from './site-clock';
import { ThemeSwitch } from './theme-switch';
import { UserSwitcher } from './user-switcher';

interface HeaderProps {
  readonly accounts: readonly Account[];
  readonly route: Route;
  readonly onSwitch: (account: Account) => Promise<void>;
  readonly onCreate: () => void;
}

export function Header({ accounts, route, onSwitch, onCreate }: HeaderProps) {
  const inIssues = route.kind === 'issues' || route.kind === 'issue';
  return (
    <header className="header">
      <SiteLink href="/" className="product" aria-label="Embedded Jira, start page">
        <ProductMark />
        <span className="product-name wide-only">Embedded Jira</span>
      </SiteLink>
      <nav aria-label="Site" className="nav">
        <SiteLink href="/issues" className="nav-link" aria-current={inIssues ? 'page' : undefined}>
          Issues
        </SiteLink>
        <SiteLink href="/log" className="nav-link" aria-current={route.kind === 'log' ? 'page' : undefined}>
          Log
        </SiteLink>
      </nav>
      <span className="wide-only">
        <Button appearance="primary" iconBefore={AddIcon} onClick={onCreate}>
          Create
        </Button>
      </span>
      <span className="narrow-only">
        <IconButton appearance="primary" icon={AddIcon} label="Create" onClick={onCreate} />
      </span>
      <span className="header-gap" />
      <SiteClock />
      <ThemeSwitch />
      <UserSwitcher accounts={accounts} onSwitch={onSwitch} />
    </header>
  );
}
