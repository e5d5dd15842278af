import { readSiteModules } from '../../api/modules';
import { LoadingPage, ProblemPage } from '../page-states';
import { useRemote } from '../remote';
import { AppPage } from './app-page';

/** A page of the app on the site itself. */
export function GlobalPage({ moduleKey }: { readonly moduleKey: string }) {
  const { remote, reload } = useRemote('global-pages', () => readSiteModules('jira:globalPage'));
  if (remote.kind === 'loading') return <LoadingPage label="Opening the page" />;
  if (remote.kind !== 'ready') return <ProblemPage problem={remote} onRetry={reload} />;
  return (
    <div className="page">
      <AppPage modules={remote.value} moduleKey={moduleKey} place={{ kind: 'site' }} />
    </div>
  );
}
