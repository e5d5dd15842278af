import { Text, Textfield, useForm } from '@forge/react';
import { buttonText } from '../act-words';
import { dayIn, timeIn } from '../due-words';
import { momentInZone } from '../moment-in-zone';
import { useMoments } from '../moments';
import type { ActDialogProps } from './act-dialog-props';
import { isDay, isLink, isTime } from './checks';
import { DialogFrame } from './dialog-frame';
import { Field } from '../../shared/field';
import { MomentField, type WallTime } from './moment-field';
import { useSubmit } from './use-submit';

type Fields = WallTime & { readonly link: string };

/** When the post-mortem was held, and where its report can be read. */
export function PostMortemDialog(props: ActDialogProps) {
  const { now, readerZone } = useMoments();
  const heldAt = props.change.postMortem?.heldAt ?? now;
  const { handleSubmit, register, getFieldId, formState } = useForm<Fields>({
    defaultValues: {
      day: dayIn(heldAt, readerZone),
      time: timeIn(heldAt, readerZone),
      link: props.change.postMortem?.link ?? '',
    },
  });
  const { notice, submit } = useSubmit(props);
  const { errors } = formState;
  const send = ({ day, time, link }: Fields) => {
    const moment = momentInZone(day, time, readerZone);
    return moment === undefined ? undefined : submit({ kind: 'record-post-mortem', heldAt: moment, link });
  };
  return (
    <DialogFrame
      title={buttonText({ kind: 'record-post-mortem' })}
      submitLabel="Record"
      form={formState}
      notice={notice}
      onSubmit={handleSubmit(send)}
      onClose={props.onClose}
    >
      <Text>
        {`It is complete when ${props.change.attendees} have each confirmed here that they took part, one of them not its author.`}
      </Text>
      <MomentField
        dayLabel="Held on"
        timeLabel="Held at"
        day={register('day', { validate: isDay })}
        time={register('time', { validate: isTime })}
        dayError={errors.day?.message}
        timeError={errors.time?.message}
      />
      <Field
        id={getFieldId('link')}
        label="Link to the report"
        isRequired
        help="The full https address."
        error={errors.link?.message}
      >
        <Textfield {...register('link', { validate: isLink('https://example.com/post-mortem/42') })} />
      </Field>
    </DialogFrame>
  );
}
