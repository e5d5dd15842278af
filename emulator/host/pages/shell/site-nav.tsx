import { IconButton } from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import MenuIcon from '@atlaskit/icon/core/menu';
import { readSiteModules } from '../../api/modules';
import { useRemote } from '../remote';
import { navigate, type Route } from '../router';
import { SiteLink } from '../site-link';
import { useViewer } from '../viewer';

interface SiteNavProps {
  readonly route: Route;
  readonly administersJira: boolean;
}

interface Destination {
  readonly href: string;
  readonly text: string;
  readonly isHere: boolean;
}

/** The places of the site: a row of links, on a narrow window a menu. */
export function SiteNav({ route, administersJira }: SiteNavProps) {
  const { accountId } = useViewer();
  const { remote } = useRemote(`global-pages-${accountId}`, () => readSiteModules('jira:globalPage'));
  const places: readonly Destination[] = [
    { href: '/projects', text: 'Projects', isHere: route.kind === 'projects' || route.kind === 'project' },
    { href: '/issues', text: 'Issues', isHere: route.kind === 'issues' || route.kind === 'issue' },
    ...(remote.kind === 'ready' ? remote.value : []).map(({ moduleKey, title }) => ({
      href: `/apps/${encodeURIComponent(moduleKey)}`,
      text: title,
      isHere: route.kind === 'app' && route.moduleKey === moduleKey,
    })),
    { href: '/outbox', text: 'Outbox', isHere: route.kind === 'outbox' },
    { href: '/log', text: 'Log', isHere: route.kind === 'log' },
  ];
  const settings: readonly Destination[] = administersJira
    ? [{ href: '/settings', text: 'Settings', isHere: route.kind === 'settings' }]
    : [];
  return (
    <>
      <nav aria-label="Site" className="nav wide-only">
        {places.map(({ href, text, isHere }) => (
          <SiteLink key={href} href={href} className="nav-link" aria-current={isHere ? 'page' : undefined}>
            {text}
          </SiteLink>
        ))}
      </nav>
      <span className="narrow-only">
        <DropdownMenu<HTMLButtonElement>
          trigger={({ triggerRef, ...trigger }) => (
            <IconButton {...trigger} ref={triggerRef} icon={MenuIcon} label="Menu" appearance="subtle" />
          )}
        >
          <DropdownItemGroup>
            {[...places, ...settings].map(({ href, text, isHere }) => (
              <DropdownItem key={href} isSelected={isHere} onClick={() => navigate(href)}>
                {text}
              </DropdownItem>
            ))}
          </DropdownItemGroup>
        </DropdownMenu>
      </span>
    </>
  );
}
