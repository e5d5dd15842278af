import { Box, Button, Inline, Lozenge, Text, xcss } from '@forge/react';
import type { CalendarDraft } from '../../../api-settings';
import { useMomentWords } from '../moment-words';
import { type ListedDay, withoutOwnDay, withPutBack, withTakenOut } from './calendar-edits';

interface DayRowProps {
  readonly day: ListedDay;
  readonly onChange: (edit: (calendar: CalendarDraft) => CalendarDraft) => void;
}

interface RowWords {
  readonly lozenge: string | null;
  readonly button: string;
  readonly edit: (calendar: CalendarDraft, date: string) => CalendarDraft;
}

const WORDS: Readonly<Record<ListedDay['kind'], RowWords>> = {
  public: { lozenge: null, button: 'Take out', edit: withTakenOut },
  'taken-out': { lozenge: 'Working day here', button: 'Put back', edit: withPutBack },
  own: { lozenge: 'Own day', button: 'Remove', edit: withoutOwnDay },
};

const row = xcss({
  borderBottomColor: 'color.border',
  borderBottomStyle: 'solid',
  borderBottomWidth: 'border.width',
  paddingBlock: 'space.050',
});

/** A day off, or a public holiday on which people work here. */
export function DayRow({ day, onChange }: DayRowProps) {
  const { dayText } = useMomentWords();
  const { lozenge, button, edit } = WORDS[day.kind];
  return (
    <Box xcss={row}>
      <Inline space="space.100" alignBlock="center" spread="space-between" shouldWrap>
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Text>{`${dayText(day.date)}: ${day.name}`}</Text>
          {lozenge !== null && <Lozenge>{lozenge}</Lozenge>}
        </Inline>
        <Button appearance="subtle" spacing="compact" onClick={() => onChange((calendar) => edit(calendar, day.date))}>
          {`${button} ${day.name}`}
        </Button>
      </Inline>
    </Box>
  );
}
