import Heading from '@atlaskit/heading';
import { readSiteModules } from '../../api/modules';
import { readAdministersJira } from '../../api/permissions';
import { readServerInfo } from '../../api/server-info';
import { AppPage } from '../app-pages/app-page';
import { Fact } from '../fact';
import { LoadingPage, ProblemPage, ProblemPart } from '../page-states';
import { usePageTitle } from '../page-title';
import { useRemote } from '../remote';
import { SettingsFrame } from './settings-frame';

/** The site's own settings, for Jira administrators. */
export function SiteSettings({ moduleKey }: { readonly moduleKey: string | undefined }) {
  const { remote, reload } = useRemote('administers-jira', readAdministersJira);
  usePageTitle('Settings');
  if (remote.kind === 'loading') return <LoadingPage label="Opening the settings" />;
  if (remote.kind !== 'ready') return <ProblemPage problem={remote} onRetry={reload} />;
  if (remote.value) return <Settings moduleKey={moduleKey} />;
  return (
    <ProblemPage
      problem={{
        kind: 'refused',
        status: 403,
        messages: ['Only Jira administrators can change the settings of this site. Ask one of them, or switch user.'],
        fieldErrors: {},
      }}
    />
  );
}

function Settings({ moduleKey }: { readonly moduleKey: string | undefined }) {
  const { remote, reload } = useRemote('admin-pages', () => readSiteModules('jira:adminPage'));
  if (remote.kind === 'loading') return <LoadingPage label="Reading the settings" />;
  if (remote.kind !== 'ready') return <ProblemPage problem={remote} onRetry={reload} />;
  return (
    <div className="page">
      <SettingsFrame
        label="Jira administration"
        base="/settings"
        first="System"
        modules={remote.value}
        moduleKey={moduleKey}
      >
        {moduleKey === undefined ? (
          <System />
        ) : (
          <AppPage modules={remote.value} moduleKey={moduleKey} place={{ kind: 'site' }} />
        )}
      </SettingsFrame>
    </div>
  );
}

function System() {
  const { remote, reload } = useRemote('server-info', readServerInfo);
  return (
    <section aria-label="System">
      <div className="app-page-head">
        <Heading size="large" as="h1">
          System
        </Heading>
      </div>
      {remote.kind === 'loading' && <LoadingPage label="Reading about the site" />}
      {remote.kind === 'ready' && (
        <dl className="facts">
          <Fact label="Title">{remote.value.serverTitle}</Fact>
          <Fact label="Base URL">{remote.value.baseUrl}</Fact>
          <Fact label="Deployment">{remote.value.deploymentType}</Fact>
          <Fact label="Version">{remote.value.version}</Fact>
        </dl>
      )}
      {(remote.kind === 'refused' || remote.kind === 'unreachable') && (
        <ProblemPart problem={remote} onRetry={reload} />
      )}
    </section>
  );
}
