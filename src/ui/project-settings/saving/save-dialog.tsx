import { SectionMessage, Stack, Text, TextArea } from '@forge/react';
import { useEffect, useState } from 'react';
import type { ConsiderReply, FieldMessage } from '../../../api-settings';
import { Field } from '../../shared/field';
import { SettingsDialog } from '../settings-dialog';
import { callSettings, notReached } from '../settings-calls';
import type { SettingsOnScreen } from '../use-settings';
import { Considered } from './considered';

interface SaveDialogProps {
  readonly onScreen: SettingsOnScreen;
  readonly onSaved: (version: number | undefined) => void;
  readonly onClose: () => void;
}

const MAX_NOTE = 2000;

/** What would change and what of it would wait, why, and the button that saves. One command id for every try. */
export function SaveDialog({ onScreen, onSaved, onClose }: SaveDialogProps) {
  const { base, draft, complain, take, hold } = onScreen;
  const [commandId] = useState(() => crypto.randomUUID());
  const [note, setNote] = useState('');
  const [notice, setNotice] = useState<string>();
  const [isSaving, setSaving] = useState(false);
  const mend = (problems: readonly FieldMessage[]) => {
    complain(problems);
    onClose();
  };
  const considered = useConsidered(onScreen, mend);

  const save = async () => {
    setSaving(true);
    const reply = await callSettings('save', { commandId, seq: base.seq, draft, note: note.trim() }).catch(notReached);
    setSaving(false);
    switch (reply.kind) {
      case 'saved':
        take(reply.settings);
        onSaved(reply.settings.versions[0]?.version);
        onClose();
        break;
      case 'problems':
        mend(reply.problems);
        break;
      case 'changed-meanwhile':
        hold({ settings: reply.settings, message: reply.message });
        onClose();
        break;
      case 'not-allowed':
      case 'failed':
        setNotice(reply.message);
    }
  };
  return (
    <SettingsDialog
      title="Save the settings"
      submitLabel="Save"
      isSubmitting={isSaving}
      isDisabled={considered?.kind !== 'considered'}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Considered reply={considered} />
      <Field
        id="save-note"
        label="Why"
        help="Kept with the version, for those who look at it a year later."
        error={undefined}
      >
        <TextArea
          id="save-note"
          maxLength={MAX_NOTE}
          minimumRows={2}
          onChange={({ target }) => setNote(typeof target.value === 'string' ? target.value : '')}
        />
      </Field>
      {notice !== undefined && (
        <SectionMessage appearance="warning" title="Not saved yet">
          <Stack space="space.050">
            <Text>{notice}</Text>
          </Stack>
        </SectionMessage>
      )}
    </SettingsDialog>
  );
}

/** Asks once what saving would do. */
function useConsidered({ draft }: SettingsOnScreen, onProblems: (problems: readonly FieldMessage[]) => void) {
  const [reply, setReply] = useState<ConsiderReply>();
  const [asked] = useState({ draft, onProblems });
  useEffect(() => {
    void callSettings('consider', { draft: asked.draft })
      .catch(notReached)
      .then((told) => {
        if (told.kind === 'problems') asked.onProblems(told.problems);
        else setReply(told);
      });
  }, [asked]);
  return reply;
}
