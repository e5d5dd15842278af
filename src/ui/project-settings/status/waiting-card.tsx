import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { SettingsView, WaitingView } from '../../../api-settings';
import { Card } from '../../shared/card';
import { PersonLine } from '../../shared/person-line';
import { ChangeLines } from '../change-lines';
import { useMomentWords } from '../moment-words';
import { callSettings, notReached } from '../settings-calls';
import { VERSION_STATE } from '../version-words';

interface WaitingCardProps {
  readonly waiting: WaitingView;
  readonly onSettings: (settings: SettingsView) => void;
}

/** A version that asks less than what is in force: what it loosens, until when it waits, and who can confirm it. */
export function WaitingCard({ waiting, onSettings }: WaitingCardProps) {
  const { momentText } = useMomentWords();
  const { noticedAt, inForceAt } = waiting;
  return (
    <Card title={`Version ${waiting.version} asks less`} standing={VERSION_STATE.waiting}>
      <PersonLine accountId={waiting.by} words={`saved it on ${momentText(waiting.at)}`} />
      <ChangeLines changes={waiting.loosens} none="What it loosens counts already." marksLooser={false} />
      <Text>What it makes stricter counts already. The rest waits for a second administrator, or for 24 hours.</Text>
      <Text color="color.text.subtle">
        {noticedAt === null || inForceAt === null
          ? 'Both groups could not be told yet. The app tries again daily, and the 24 hours count from then.'
          : `Both groups were told on ${momentText(noticedAt)}. It comes into force by itself on ${momentText(inForceAt)}.`}
      </Text>
      {waiting.mayConfirm ? (
        <ConfirmButton version={waiting.version} onSettings={onSettings} />
      ) : (
        <Text color="color.text.subtle">{waiting.whyNot ?? ''}</Text>
      )}
    </Card>
  );
}

interface ConfirmButtonProps {
  readonly version: number;
  readonly onSettings: (settings: SettingsView) => void;
}

function ConfirmButton({ version, onSettings }: ConfirmButtonProps) {
  const [commandId] = useState(() => crypto.randomUUID());
  const [isSending, setSending] = useState(false);
  const [notice, setNotice] = useState<string>();
  const confirm = async () => {
    setSending(true);
    const reply = await callSettings('confirm', { version, commandId }).catch(notReached);
    setSending(false);
    if (reply.kind !== 'confirmed') setNotice(reply.message);
    if (reply.kind === 'confirmed' || reply.kind === 'refused') onSettings(reply.settings);
  };
  return (
    <Stack space="space.100">
      {notice !== undefined && (
        <SectionMessage appearance="warning" title="Not confirmed">
          <Text>{notice}</Text>
        </SectionMessage>
      )}
      <Inline>
        <LoadingButton isLoading={isSending} onClick={() => void confirm()}>
          {`Confirm version ${version}`}
        </LoadingButton>
      </Inline>
    </Stack>
  );
}
