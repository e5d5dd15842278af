import { DatePicker, ErrorMessage, Heading, Stack, Text, Box, xcss } from '@forge/react';
import { useEffect, useState } from 'react';
import type { CalendarDraft, DuePreview, PreviewReply } from '../../../api-settings';
import { Field } from '../../shared/field';
import { callSettings, notReached } from '../settings-calls';
import { counted } from '../counted';
import { useMomentWords } from '../moment-words';

interface DueQuestionProps {
  readonly calendar: CalendarDraft;
  /** Business days that are counted. */
  readonly daysAtFirst: number;
}

/** Between the last edit of the calendar and the question. */
const PAUSE_MS = 300;

const narrow = xcss({ maxWidth: '240px' });

/** "Deployed on … is due on …", by the calendar as it is on screen. */
export function DueQuestion({ calendar, daysAtFirst: days }: DueQuestionProps) {
  const { locale } = useMomentWords();
  const [deployedOn, setDeployedOn] = useState(() => new Date().toISOString().slice(0, 10));
  const reply = usePreview(calendar, deployedOn, days);
  return (
    <Stack space="space.100">
      <Heading as="h3" size="xsmall">
        When would it be due?
      </Heading>
      <Field id="due-deployed-on" label="Deployed on" error={problemOf(reply)}>
        <Box xcss={narrow}>
          <DatePicker
            id="due-deployed-on"
            value={deployedOn}
            weekStartDay={1}
            {...(locale !== undefined && { locale })}
            onChange={setDeployedOn}
          />
        </Box>
      </Field>
      {reply?.kind === 'preview' && <Due preview={reply.preview} timeZone={calendar.timeZone} />}
      {(reply?.kind === 'failed' || reply?.kind === 'not-allowed') && <ErrorMessage>{reply.message}</ErrorMessage>}
    </Stack>
  );
}

function usePreview(calendar: CalendarDraft, deployedOn: string, days: number): PreviewReply | undefined {
  const [reply, setReply] = useState<PreviewReply>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => {
      void callSettings('preview-due', { calendar, deployedOn, days })
        .catch(notReached)
        .then((told) => {
          if (isCurrent) setReply(told);
        });
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [calendar, deployedOn, days]);
  return reply;
}

const problemOf = (reply: PreviewReply | undefined): string | undefined =>
  reply?.kind === 'problems' ? reply.problems.map(({ message }) => message).join(' ') : undefined;

function Due({ preview, timeZone }: { readonly preview: DuePreview; readonly timeZone: string }) {
  const { dayText } = useMomentWords();
  const { deployedOn, dueOn, countedDays, daysOff } = preview;
  return (
    <Stack space="space.050">
      <Text weight="bold">
        {`Deployed on ${dayText(deployedOn)}, it is due by the end of ${dayText(dueOn)} (${timeZone}).`}
      </Text>
      <Text color="color.text.subtle">
        {`Counted: ${counted(countedDays.length, 'business day')}, ${countedDays.map(dayText).join('; ')}.`}
      </Text>
      {daysOff.length > 0 && (
        <Text color="color.text.subtle">
          {`Not counted: ${daysOff.map(({ date, why }) => `${dayText(date)} (${why})`).join('; ')}.`}
        </Text>
      )}
    </Stack>
  );
}
