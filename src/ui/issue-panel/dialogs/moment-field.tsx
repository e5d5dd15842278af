import { DatePicker, Inline, TimePicker, type useForm } from '@forge/react';
import { useMoments } from '../moments';
import { Field } from '../../shared/field';

type Registered = ReturnType<ReturnType<typeof useForm>['register']>;

interface MomentFieldProps {
  /** What happened then, as in "Said on". */
  readonly dayLabel: string;
  readonly timeLabel: string;
  readonly day: Registered;
  readonly time: Registered;
  readonly dayError: string | undefined;
  readonly timeError: string | undefined;
}

/** A day and a time of day, in the reader's zone. */
export function MomentField({ dayLabel, timeLabel, day, time, dayError, timeError }: MomentFieldProps) {
  const { readerLocale, readerZone } = useMoments();
  const locale = readerLocale === undefined ? {} : { locale: readerLocale };
  return (
    <Inline space="space.200" shouldWrap>
      <Field id={day.id} label={dayLabel} isRequired error={dayError}>
        <DatePicker {...day} {...locale} weekStartDay={1} />
      </Field>
      <Field
        id={time.id}
        label={timeLabel}
        isRequired
        error={timeError}
        {...(readerZone !== undefined && { help: `In your time zone, ${readerZone}.` })}
      >
        <TimePicker {...time} {...locale} timeIsEditable />
      </Field>
    </Inline>
  );
}

export interface WallTime {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:mm` */
  readonly time: string;
}
