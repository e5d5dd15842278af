import { Heading, Inline, LoadingButton, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useCallback, useEffect, useState } from 'react';
import type { CheckReply } from '../../../api-settings';
import { FindingsList } from '../../shared/findings-list';
import { useMomentWords } from '../moment-words';
import { callSettings, notReached } from '../settings-calls';

/** Whether a change could escape the procedure in this project as it is set up, looked at anew on each visit. */
export function SetUpCheck() {
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
      <Checked reply={reply} />
    </Stack>
  );
}

function Checked({ reply }: { readonly reply: CheckReply | undefined }) {
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
      return <Findings reply={reply} />;
  }
}

function Findings({ reply }: { readonly reply: Extract<CheckReply, { readonly kind: 'checked' }> }) {
  const { momentText } = useMomentWords();
  return (
    <Stack space="space.100">
      <FindingsList findings={reply.findings} unread={reply.unread} />
      <Text color="color.text.subtle">
        {`Checked on ${momentText(reply.at)}. It is checked daily as well, and you are told when it gets worse.`}
      </Text>
    </Stack>
  );
}
