import { Heading, Inline, LoadingButton, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useCallback, useEffect, useState } from 'react';
import type { CheckReply } from '../../../api-settings';
import { FindingsList } from '../../shared/findings-list';
import { useMomentWords } from '../moment-words';
import { callSettings, notReached } from '../settings-calls';

/** Whether a change could escape the procedure in this project as it is set up, looked at anew on each visit. */
export function SetUpCheck({ isDaily }: { readonly isDaily: boolean }) {
  const [reply, setReply] = useState<CheckReply>();
  const [isChecking, setChecking] = useState(false);
  const check = useCallback(async () => {
    setChecking(true);
    setReply(await callSettings('check').catch(notReached));
    setChecking(false);
  }, []);
  useEffect(() => void check(), [check]);
  return (
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" spread="space-between" shouldWrap>
        <Heading as="h3" size="xsmall">
          Set-up check
        </Heading>
        <LoadingButton spacing="compact" isLoading={isChecking} onClick={() => void check()}>
          Check again
        </LoadingButton>
      </Inline>
      <Checked reply={reply} isDaily={isDaily} />
    </Stack>
  );
}

function Checked({ reply, isDaily }: { readonly reply: CheckReply | undefined; readonly isDaily: boolean }) {
  switch (reply?.kind) {
    case undefined:
      return <Spinner label="Checking the set-up" />;
    case 'not-allowed':
    case 'failed':
      return (
        <SectionMessage appearance="error" title="The set-up could not be checked">
          <Text>{reply.message}</Text>
        </SectionMessage>
      );
    case 'checked':
      return <Findings reply={reply} isDaily={isDaily} />;
  }
}

interface FindingsProps {
  readonly reply: Extract<CheckReply, { readonly kind: 'checked' }>;
  /** Only a project with settings of its own is checked daily. */
  readonly isDaily: boolean;
}

function Findings({ reply, isDaily }: FindingsProps) {
  const { momentText } = useMomentWords();
  return (
    <Stack space="space.100">
      <FindingsList findings={reply.findings} unread={reply.unread} />
      <Text color="color.text.subtle">{`Checked on ${momentText(reply.at)}. ${isDaily ? DAILY : ONCE_SAVED}`}</Text>
    </Stack>
  );
}

const DAILY = 'It is checked daily as well, and you are told when it gets worse.';
const ONCE_SAVED = 'Once settings are saved here, it is checked daily as well.';
