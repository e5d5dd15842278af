import { FilePicker, List, ListItem, SectionMessage, Stack, Text, TextArea } from '@forge/react';
import { useState } from 'react';
import type { Holiday, ImportReply } from '../../../api-settings';
import { Field } from '../../shared/field';
import { counted } from '../counted';
import { callSettings, notReached } from '../settings-calls';
import { useMomentWords } from '../moment-words';
import { SettingsDialog } from '../settings-dialog';
import { fileText } from './file-text';

interface ImportDialogProps {
  /** Own days that are there already. */
  readonly known: readonly Holiday[];
  readonly onTake: (days: readonly Holiday[]) => void;
  readonly onClose: () => void;
}

/** Days off of an ICS file: chosen or pasted, looked at, and only then taken. */
export function ImportDialog({ known, onTake, onClose }: ImportDialogProps) {
  const [ics, setIcs] = useState('');
  const [reply, setReply] = useState<ImportReply>();
  const [isReading, setReading] = useState(false);
  const days = reply?.kind === 'days' ? reply.days : [];

  const read = async (text: string) => {
    setReading(true);
    setReply(await callSettings('import-days', { ics: text }).catch(notReached));
    setReading(false);
  };
  const submit = () => {
    if (days.length === 0) return void read(ics);
    onTake(days);
    onClose();
  };
  return (
    <SettingsDialog
      title="Import from a calendar file"
      submitLabel={days.length === 0 ? 'Look at the days' : `Add ${counted(days.length, 'day')}`}
      isSubmitting={isReading}
      onSubmit={submit}
      onClose={onClose}
    >
      <FilePicker
        label="ICS file"
        description="What your calendar program exports. Whole days are taken, events with a time of day are not."
        onChange={(files) => {
          const text = fileText(files);
          setIcs(text);
          return read(text);
        }}
      />
      <Field id="ics-text" label="Or paste what is in the file" error={problemOf(reply)}>
        <TextArea
          id="ics-text"
          value={ics}
          minimumRows={3}
          maxHeight="20vh"
          isMonospaced
          onChange={({ target }) => {
            setIcs(typeof target.value === 'string' ? target.value : '');
            setReply(undefined);
          }}
        />
      </Field>
      {reply?.kind === 'days' && <FoundDays days={days} skipped={reply.skipped} known={known} />}
    </SettingsDialog>
  );
}

function problemOf(reply: ImportReply | undefined): string | undefined {
  switch (reply?.kind) {
    case undefined:
    case 'days':
      return undefined;
    case 'problems':
      return reply.problems.map(({ message }) => message).join(' ');
    case 'not-allowed':
    case 'failed':
      return reply.message;
  }
}

interface FoundDaysProps {
  readonly days: readonly Holiday[];
  readonly skipped: readonly string[];
  readonly known: readonly Holiday[];
}

function FoundDays({ days, skipped, known }: FoundDaysProps) {
  const { dayText } = useMomentWords();
  const nameAt = (at: string) => known.find(({ date }) => date === at)?.name;
  return (
    <Stack space="space.100">
      <Text weight="bold">
        {days.length === 0 ? 'No whole days were found.' : `${counted(days.length, 'day')} would be added:`}
      </Text>
      <List type="unordered">
        {days.map(({ date, name }) => (
          <ListItem key={date}>
            {`${dayText(date)}: ${name}${nameAt(date) === undefined ? '' : ` (in place of ${nameAt(date) ?? ''})`}`}
          </ListItem>
        ))}
      </List>
      {skipped.length > 0 && (
        <SectionMessage appearance="warning" title="Left out">
          <List type="unordered">
            {skipped.map((line) => (
              <ListItem key={line}>{line}</ListItem>
            ))}
          </List>
        </SectionMessage>
      )}
    </Stack>
  );
}
