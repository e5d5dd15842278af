import {
  Box,
  Button,
  ButtonGroup,
  ErrorMessage,
  Heading,
  Inline,
  Label,
  Select,
  Stack,
  Text,
  xcss,
} from '@forge/react';
import { useState } from 'react';
import type { CalendarDraft, HolidaysReply } from '../../../api-settings';
import { counted } from '../counted';
import { chosenValues, choicesOf, withChosen } from '../inputs/choice';
import type { SettingsForm } from '../settings-form';
import { AddDayDialog } from './add-day-dialog';
import { listedDays, withOwnDays } from './calendar-edits';
import { DayRow } from './day-row';
import { ImportDialog } from './import-dialog';

interface DaysOffProps {
  readonly form: SettingsForm;
  readonly reply: HolidaysReply | undefined;
  readonly year: number;
  readonly onYear: (year: number) => void;
}

/** From last year on, as far as public holidays are kept with the settings. */
const YEARS = [-1, 0, 1, 2, 3, 4, 5];

const narrow = xcss({ width: '120px' });

/** The days off of a year: public holidays, and own days. */
export function DaysOff({ form, reply, year, onYear }: DaysOffProps) {
  const [open, setOpen] = useState<'add' | 'import'>();
  const { calendar } = form.draft;
  const change = (edit: (before: CalendarDraft) => CalendarDraft) =>
    form.change('calendar', (draft) => ({ ...draft, calendar: edit(draft.calendar) }));
  const days = listedDays(calendar, reply?.kind === 'holidays' ? reply.holidays : [], year);
  const off = days.filter(({ kind }) => kind !== 'taken-out').length;
  const problem = form.problemOf('calendar.added') ?? form.problemOf('calendar.removed') ?? notRead(reply);
  return (
    <Stack space="space.100">
      <Heading as="h3" size="xsmall">
        Days off
      </Heading>
      <YearField year={year} onYear={onYear} />
      {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
      <Text color="color.text.subtle">
        {reply === undefined ? 'Reading the public holidays…' : `${counted(off, 'day')} off in ${year}.`}
      </Text>
      <Stack space="space.0">
        {days.map((day) => (
          <DayRow key={day.date} day={day} onChange={change} />
        ))}
      </Stack>
      <Inline>
        <ButtonGroup label="Own days off">
          <Button onClick={() => setOpen('add')}>Add a day off</Button>
          <Button onClick={() => setOpen('import')}>Import from a calendar file</Button>
        </ButtonGroup>
      </Inline>
      {open === 'add' && (
        <AddDayDialog
          onClose={() => setOpen(undefined)}
          onAdd={(day) => {
            change((before) => withOwnDays(before, [day]));
            onYear(yearOf(day.date, year));
          }}
        />
      )}
      {open === 'import' && (
        <ImportDialog
          known={calendar.added}
          onClose={() => setOpen(undefined)}
          onTake={(taken) => {
            change((before) => withOwnDays(before, taken));
            onYear(yearOf(taken[0]?.date, year));
          }}
        />
      )}
    </Stack>
  );
}

/** The list goes to the year of what was added, so that it is seen. */
const yearOf = (date: string | undefined, otherwise: number): number =>
  date === undefined ? otherwise : Number(date.slice(0, 4));

function notRead(reply: HolidaysReply | undefined): string | undefined {
  switch (reply?.kind) {
    case undefined:
    case 'holidays':
      return undefined;
    case 'problems':
      // Said beside the country and the region as well, once it is saved.
      return reply.problems.map(({ message }) => message).join(' ');
    case 'not-allowed':
    case 'failed':
      return `The public holidays cannot be shown. ${reply.message}`;
  }
}

function YearField({ year, onYear }: Pick<DaysOffProps, 'year' | 'onYear'>) {
  const [thisYear] = useState(() => new Date().getFullYear());
  const options = withChosen(choicesOf(YEARS.map((step) => String(thisYear + step))), [String(year)]);
  return (
    <Stack space="space.050">
      <Label labelFor="settings-year">Year</Label>
      <Box xcss={narrow}>
        <Select
          inputId="settings-year"
          options={options}
          value={options.find(({ value }) => value === String(year)) ?? null}
          onChange={(picked: unknown) => onYear(Number(chosenValues(picked)[0] ?? year))}
        />
      </Box>
    </Stack>
  );
}
