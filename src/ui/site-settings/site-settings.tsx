import { EmptyState, Spinner } from '@forge/react';
import { useCallback, useEffect, useState } from 'react';
import type { SiteReply } from '../../api-settings';
import { MomentWordsProvider } from '../project-settings/moment-words';
import { notReached } from '../project-settings/settings-calls';
import { ProblemNotice } from './problem-notice';
import { callSite } from './site-calls';
import { SitePage } from './site-page';

/** The projects that use the app, their set-up, and what new projects start from; for Jira administrators. */
export function SiteSettings() {
  const [reply, setReply] = useState<SiteReply>();
  const read = useCallback(async () => {
    setReply(undefined);
    setReply(await callSite('view').catch(notReached));
  }, []);
  useEffect(() => void read(), [read]);
  switch (reply?.kind) {
    case undefined:
      return <Spinner label="Reading the projects" />;
    case 'not-allowed':
      return <EmptyState header="For Jira administrators" description={reply.message} />;
    case 'failed':
      return <ProblemNotice title="The projects cannot be shown" message={reply.message} onRetry={() => void read()} />;
    case 'site':
      return (
        <MomentWordsProvider>
          <SitePage site={reply} />
        </MomentWordsProvider>
      );
  }
}
