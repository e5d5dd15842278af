import type { ReactNode } from 'react';
import type { AppModuleEntry } from '../../api/modules';
import { SiteLink } from '../site-link';

interface SettingsFrameProps {
  readonly label: string;
  /** Address of the first page; those of the app are below it. */
  readonly base: string;
  /** What Jira's own page is called. */
  readonly first: string;
  readonly modules: readonly AppModuleEntry[];
  /** Of the page that is open; undefined for Jira's own. */
  readonly moduleKey: string | undefined;
  readonly children: ReactNode;
}

/** Settings with their own menu: first Jira's, then those of the app. */
export function SettingsFrame({ label, base, first, modules, moduleKey, children }: SettingsFrameProps) {
  return (
    <div className="settings">
      <nav aria-label={label} className="side-nav">
        <SiteLink href={base} className="side-link" aria-current={moduleKey === undefined ? 'page' : undefined}>
          {first}
        </SiteLink>
        {modules.length > 0 && <p className="side-title">Apps</p>}
        {modules.map((module) => (
          <SiteLink
            key={module.moduleKey}
            href={`${base}/apps/${encodeURIComponent(module.moduleKey)}`}
            className="side-link"
            aria-current={module.moduleKey === moduleKey ? 'page' : undefined}
          >
            {module.title}
          </SiteLink>
        ))}
      </nav>
      <div className="settings-page">{children}</div>
    </div>
  );
}
