import { EmptyState, Spinner, Stack, Text } from '@forge/react';
import { useCallback, useEffect, useState } from 'react';
import type { CheckReply } from '../../api-settings';
import { useMomentWords } from '../project-settings/moment-words';
import { notReached } from '../project-settings/settings-calls';
import { FindingsList } from '../shared/findings-list';
import { ProblemNotice } from './problem-notice';
import { callSite } from './site-calls';

interface CheckResultProps {
  readonly projectId: string;
  readonly onMend: (() => void) | undefined;
}

/** Checks a project at once, and shows what was found. */
export function CheckResult({ projectId, onMend }: CheckResultProps) {
  const { momentText } = useMomentWords();
  const [reply, setReply] = useState<CheckReply>();
  const check = useCallback(async () => {
    setReply(undefined);
    setReply(await callSite('check', { projectId }).catch(notReached));
  }, [projectId]);
  useEffect(() => void check(), [check]);
  switch (reply?.kind) {
    case undefined:
      return <Spinner label="Checking the set-up" />;
    case 'not-allowed':
      return <EmptyState header="For Jira administrators" description={reply.message} />;
    case 'failed':
      return <ProblemNotice title="The check failed" message={reply.message} onRetry={() => void check()} />;
    case 'checked':
      return (
        <Stack space="space.150">
          <Text color="color.text.subtle">{`Checked ${momentText(reply.at)}.`}</Text>
          <FindingsList findings={reply.findings} unread={reply.unread} {...(onMend === undefined ? {} : { onMend })} />
        </Stack>
      );
  }
}
