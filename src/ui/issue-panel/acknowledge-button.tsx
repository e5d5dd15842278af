import { Inline, LoadingButton, Stack } from '@forge/react';
import { useState } from 'react';
import { RefusalNotice } from './dialogs/refusal-notice';
import { newCommandId } from './intended-act';
import type { ChangeOnScreen } from './use-change';

/** "I am on it": one click, and no question. */
export function AcknowledgeButton({ act }: { readonly act: ChangeOnScreen['act'] }) {
  const [commandId] = useState(newCommandId);
  const [isSending, setSending] = useState(false);
  const [notice, setNotice] = useState<string>();

  const acknowledge = async () => {
    setSending(true);
    const reply = await act(commandId, { kind: 'acknowledge' });
    setSending(false);
    setNotice(reply.kind === 'recorded' ? undefined : reply.message);
  };
  return (
    <Stack space="space.100">
      {notice !== undefined && <RefusalNotice message={notice} />}
      <Inline>
        <LoadingButton isLoading={isSending} onClick={() => void acknowledge()}>
          I am on it
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
