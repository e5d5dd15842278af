import { useState } from 'react';
import { readSession, type Session } from '../api/session';
import { CreateDialog } from './create/create-dialog';
import { IssuePage } from './issue/issue-page';
import { IssueList } from './issues/issue-list';
import { LogPage } from './log/log-page';
import { LoadingPage, ProblemPage } from './page-states';
import { useRemote } from './remote';
import { type Route, routeOf, useAddress } from './router';
import { Header } from './shell/header';
import { StartPage } from './start/start-page';
import { useSwitchAccount, ViewerContext, viewerOf } from './viewer';

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
  const route = routeOf(useAddress());
  const [isCreating, setCreating] = useState(false);
  const switchTo = useSwitchAccount(reloadSession);
  return (
    <ViewerContext.Provider value={viewerOf(session)}>
      <a className="skip-link" href="#main">
        Skip to the page
      </a>
      <Header accounts={session.accounts} route={route} onSwitch={switchTo} onCreate={() => setCreating(true)} />
      {/* Another account sees the same page with its own eyes: everything is read again. */}
      <main id="main" tabIndex={-1} key={session.accountId}>
        <Page route={route} onCreate={() => setCreating(true)} />
      </main>
      {isCreating && <CreateDialog onClose={() => setCreating(false)} />}
    </ViewerContext.Provider>
  );
}

function Page({ route, onCreate }: { readonly route: Route; readonly onCreate: () => void }) {
  switch (route.kind) {
    case 'start':
      return <StartPage onCreate={onCreate} />;
    case 'issues':
      return <IssueList key={route.project ?? ''} project={route.project} onCreate={onCreate} />;
    case 'issue':
      return <IssuePage key={route.key} issueKey={route.key} />;
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
