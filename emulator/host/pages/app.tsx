import { useState } from 'react';
import { readSession, type Session } from '../api/session';
import { GlobalPage } from './app-pages/global-page';
import { CreateDialog } from './create/create-dialog';
import { IssuePage } from './issue/issue-page';
import { IssueList } from './issues/issue-list';
import { LogPage } from './log/log-page';
import { OutboxPage } from './outbox/outbox-page';
import { LoadingPage, ProblemPage } from './page-states';
import { ProjectPage } from './project/project-page';
import { ProjectsPage } from './project/projects-page';
import { useRemote } from './remote';
import { type Route, routeOf, useAddress } from './router';
import { SiteSettings } from './settings/site-settings';
import { Header } from './shell/header';
import { StartPage } from './start/start-page';
import { AccountsContext, useSwitchAccount, ViewerContext, viewerOf } from './viewer';

export function App() {
  const { remote, reload } = useRemote('session', readSession);
  switch (remote.kind) {
    case 'loading':
      return <LoadingPage label="Opening the site" />;
    case 'ready':
      return <Site session={remote.value} reloadSession={reload} />;
    default:
      return <ProblemPage problem={remote} onRetry={reload} />;
  }
}

interface SiteProps {
  readonly session: Session;
  readonly reloadSession: () => Promise<void>;
}

function Site({ session, reloadSession }: SiteProps) {
  const address = useAddress();
  const route = routeOf(address);
  const [isCreating, setCreating] = useState(false);
  const switchTo = useSwitchAccount(reloadSession);
  const create = () => setCreating(true);
  return (
    <AccountsContext.Provider value={session.accounts}>
      <ViewerContext.Provider value={viewerOf(session)}>
        <a className="skip-link" href="#main">
          Skip to the page
        </a>
        <Header accounts={session.accounts} route={route} onSwitch={switchTo} onCreate={create} />
        {/* Another account sees the same page with its own eyes: everything is read again. */}
        <main id="main" tabIndex={-1} key={session.accountId}>
          <Page route={route} jql={address.searchParams.get('jql') ?? undefined} onCreate={create} />
        </main>
        {isCreating && <CreateDialog onClose={() => setCreating(false)} />}
      </ViewerContext.Provider>
    </AccountsContext.Provider>
  );
}

interface PageProps {
  readonly route: Route;
  readonly jql: string | undefined;
  readonly onCreate: () => void;
}

function Page({ route, jql, onCreate }: PageProps) {
  switch (route.kind) {
    case 'start':
      return <StartPage onCreate={onCreate} />;
    case 'issues':
      return (
        <div className="page">
          <IssueList
            key={route.project ?? ''}
            project={route.project}
            jql={jql}
            isInProject={false}
            onCreate={onCreate}
          />
        </div>
      );
    case 'issue':
      return <IssuePage key={route.key} issueKey={route.key} />;
    case 'projects':
      return <ProjectsPage />;
    case 'project':
      return <ProjectPage key={route.key} projectKey={route.key} page={route.page} jql={jql} onCreate={onCreate} />;
    case 'app':
      return <GlobalPage moduleKey={route.moduleKey} />;
    case 'settings':
      return <SiteSettings moduleKey={route.moduleKey} />;
    case 'outbox':
      return <OutboxPage entry={route.entry} person={route.person} />;
    case 'log':
      return <LogPage />;
    case 'nowhere':
      return (
        <ProblemPage
          problem={{ kind: 'refused', status: 404, messages: [`There is no page at ${route.path}.`], fieldErrors: {} }}
        />
      );
  }
}
