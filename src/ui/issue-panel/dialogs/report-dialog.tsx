import { ErrorMessage, RadioGroup, Stack, Text, TextArea, Textfield, useForm, UserPicker } from '@forge/react';
import { useState } from 'react';
import type { Act, ChangeView, Slot } from '../../../api';
import { buttonText } from '../act-words';
import { dayIn, timeIn } from '../due-words';
import { momentInZone } from '../moment-in-zone';
import { useMoments } from '../moments';
import type { ActDialogProps } from './act-dialog-props';
import { isDay, isGiven, isLink, isShort, isTime } from './checks';
import { ContentSummary } from './content-summary';
import { DialogFrame } from './dialog-frame';
import { Field, labelledBy } from '../../shared/field';
import { MomentField, type WallTime } from './moment-field';
import { pickedPerson } from './picked-person';
import { useSubmit } from './use-submit';

interface Fields extends WallTime {
  /** What the picker handed over. */
  readonly approver: unknown;
  readonly channel: string;
  readonly note: string;
  readonly link: string;
}

type Form = 'verbal' | 'written';

const FORMS = [
  { name: 'form', value: 'verbal', label: 'By word of mouth' },
  { name: 'form', value: 'written', label: 'In writing, elsewhere' },
];

const MAX_CHANNEL = 200;

/** Records that somebody approved by word of mouth, or in writing elsewhere. */
export function ReportDialog({ slot, ...props }: ActDialogProps & { readonly slot: Slot }) {
  const { now, readerZone } = useMoments();
  const [form, setForm] = useState<Form>('verbal');
  const { handleSubmit, register, getFieldId, formState } = useForm<Fields>({
    defaultValues: { channel: '', day: dayIn(now, readerZone), time: timeIn(now, readerZone), note: '', link: '' },
  });
  const { seen, notice, submit } = useSubmit(props);
  const { errors } = formState;
  const group = seen.slots.find((one) => one.slot === slot);
  const link = register('link', { validate: form === 'written' ? isLink('https://example.com/message/42') : isShort });
  return (
    <DialogFrame
      title={`${buttonText({ kind: 'report-approval', slot })}: ${group?.title ?? slot}`}
      submitLabel="Report"
      form={formState}
      notice={notice}
      onSubmit={handleSubmit(async (fields) => {
        const act = actOf(slot, form, fields, readerZone, seen.digest);
        if (act !== undefined) await submit(act);
      })}
      onClose={props.onClose}
    >
      <Text>
        {`Somebody of ${group?.groupName ?? slot} approved the change, but not here. That person is asked at once to ratify it.`}
      </Text>
      <Stack space="space.050">
        <UserPicker
          {...register('approver', { validate: (picked) => pickedPerson(picked) !== undefined })}
          label="Who approved"
          isRequired
        />
        {errors.approver !== undefined && <ErrorMessage>Please choose who approved.</ErrorMessage>}
      </Stack>
      <Field id={getFieldId('form')} label="How" error={undefined}>
        <RadioGroup
          name="form"
          options={FORMS}
          value={form}
          {...labelledBy(getFieldId('form'))}
          onChange={({ target }) => setForm(target.value === 'written' ? 'written' : 'verbal')}
        />
      </Field>
      <Field
        id={getFieldId('channel')}
        label="Channel"
        isRequired
        help="Such as by phone, or in which chat."
        error={errors.channel?.message}
      >
        <Textfield
          {...register('channel', { validate: isGiven('Please say how the approval was given.', MAX_CHANNEL) })}
        />
      </Field>
      <MomentField
        dayLabel={form === 'verbal' ? 'Said on' : 'Written on'}
        timeLabel={form === 'verbal' ? 'Said at' : 'Written at'}
        day={register('day', { validate: isDay })}
        time={register('time', { validate: isTime })}
        dayError={errors.day?.message}
        timeError={errors.time?.message}
      />
      {form === 'written' && (
        <Field
          id={getFieldId('link')}
          label="Link to the written approval"
          isRequired
          help="The full https address."
          error={errors.link?.message}
        >
          <Textfield {...link} />
        </Field>
      )}
      <Field
        id={getFieldId('note')}
        label={form === 'verbal' ? 'What was said' : 'What was written'}
        error={errors.note?.message}
      >
        <TextArea {...register('note', { validate: isShort })} />
      </Field>
      <ContentSummary change={seen} />
    </DialogFrame>
  );
}

function actOf(
  slot: Slot,
  form: Form,
  { approver, channel, day, time, note, link }: Fields,
  readerZone: string | undefined,
  expectedDigest: ChangeView['digest'],
): Act | undefined {
  const who = pickedPerson(approver);
  const saidAt = momentInZone(day, time, readerZone);
  return who === undefined || saidAt === undefined
    ? undefined
    : {
        kind: 'report-approval',
        slot,
        form,
        approver: who,
        channel,
        saidAt,
        note,
        link: form === 'written' ? link : '',
        expectedDigest,
      };
}
