import { DatePicker, Textfield } from '@forge/react';
import { useState } from 'react';
import type { Holiday } from '../../../api-settings';
import { Field } from '../../shared/field';
import { SettingsDialog } from '../settings-dialog';
import { useMomentWords } from '../moment-words';

interface AddDayDialogProps {
  readonly onAdd: (day: Holiday) => void;
  readonly onClose: () => void;
}

const MAX_NAME = 60;

/** One own day off. */
export function AddDayDialog({ onAdd, onClose }: AddDayDialogProps) {
  const { locale } = useMomentWords();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [wasSent, setSent] = useState(false);
  const dateProblem = /^\d{4}-\d\d-\d\d$/.test(date) ? undefined : 'Please choose a day.';
  const nameProblem = name.trim() === '' ? 'Please give the day a name.' : undefined;
  const add = () => {
    setSent(true);
    if (dateProblem !== undefined || nameProblem !== undefined) return;
    onAdd({ date, name: name.trim() });
    onClose();
  };
  return (
    <SettingsDialog title="Add a day off" submitLabel="Add" onSubmit={add} onClose={onClose}>
      <Field id="day-date" label="Day" isRequired error={wasSent ? dateProblem : undefined}>
        <DatePicker
          id="day-date"
          value={date}
          onChange={setDate}
          weekStartDay={1}
          {...(locale !== undefined && { locale })}
        />
      </Field>
      <Field id="day-name" label="Name" isRequired error={wasSent ? nameProblem : undefined}>
        <Textfield
          id="day-name"
          maxLength={MAX_NAME}
          onChange={({ target }) => setName(typeof target.value === 'string' ? target.value : '')}
        />
      </Field>
    </SettingsDialog>
  );
}
