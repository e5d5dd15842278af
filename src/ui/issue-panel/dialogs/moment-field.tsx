import { DatePicker, Inline, TimePicker, type useForm } from '@forge/react';
import { Field } from './field';

type Registered = ReturnType<ReturnType<typeof useForm>['register']>;

interface MomentFieldProps {
  /** What happened then, as in "Said on". */
  readonly dayLabel: string;
  readonly timeLabel: string;
  /** IANA; undefined: the browser's own. */
  readonly timeZone: string | undefined;
  readonly day: Registered;
  readonly time: Registered;
  readonly dayError: string | undefined;
  readonly timeError: string | undefined;
}

/** A day and a time of day, in the reader's zone. */
export const MomentField = ({ dayLabel, timeLabel, timeZone, day, time, dayError, timeError }: MomentFieldProps) => (
  <Inline space="space.200" shouldWrap>
    <Field id={day.id} label={dayLabel} isRequired error={dayError}>
      <DatePicker {...day} weekStartDay={1} />
    </Field>
    <Field
      id={time.id}
      label={timeLabel}
      isRequired
      error={timeError}
      {...(timeZone !== undefined && { help: `In your time zone, ${timeZone}.` })}
    >
      <TimePicker {...time} timeIsEditable />
    </Field>
  </Inline>
);

export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:mm` */
  readonly time: string;
}
