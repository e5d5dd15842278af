import { Checkbox, RadioGroup, Stack, Text, TextArea, Textfield, useForm } from '@forge/react';
import type { Attestation, Risk, ReviewKind } from '../../../api';
import { buttonText } from '../act-words';
import { CHECKLIST, isMet, RISK_TEXT } from '../checklist';
import type { ActDialogProps } from './act-dialog-props';
import { isGiven, isLink, isShort } from './checks';
import { ContentSummary } from './content-summary';
import { DialogFrame } from './dialog-frame';
import { Field, labelledBy } from '../../shared/field';
import { useSubmit } from './use-submit';

interface Fields extends Pick<Attestation, 'targeted' | 'necessary' | 'rollbackKnown' | 'riskAssessed'> {
  readonly outcome: '' | Attestation['outcome'];
  readonly level: '' | Risk;
  readonly why: string;
  readonly findings: string;
  readonly link: string;
}

const OUTCOMES = [
  { name: 'outcome', value: 'passed', label: 'Passed' },
  { name: 'outcome', value: 'failed', label: 'Not passed' },
];

const LEVELS = (['low', 'medium', 'high'] as const).map((value) => ({ name: 'level', value, label: RISK_TEXT[value] }));

const NOT_MET =
  'A review passes only when every point is met. Tick them all, or record it as not passed and say what is missing.';

/** The expedited review: the checklist, how it came out, and where it can be read. */
export function ReviewDialog({ review, ...props }: ActDialogProps & { readonly review: ReviewKind }) {
  const form = useForm<Fields>({
    defaultValues: {
      targeted: false,
      necessary: false,
      rollbackKnown: false,
      riskAssessed: false,
      outcome: '',
      level: '',
      why: '',
      findings: '',
      link: props.change.proposedChange?.link ?? '',
    },
  });
  const { handleSubmit, register, getFieldId, formState } = form;
  const { seen, notice, submit } = useSubmit(props);
  const { errors } = formState;
  return (
    <DialogFrame
      title={buttonText({ kind: 'review', review })}
      submitLabel="Record"
      form={formState}
      notice={notice}
      onSubmit={handleSubmit(async (fields) => {
        const attestation = attestationOf(review, fields);
        if (attestation !== undefined) {
          await submit({ kind: 'review', review, attestation, expectedDigest: seen.digest });
        }
      })}
      onClose={props.onClose}
    >
      <ContentSummary change={seen} />
      <Stack space="space.050">
        <Text weight="medium">Checklist</Text>
        {CHECKLIST.map(({ point, label }) => (
          <Checkbox key={point} {...register(point)} label={label} />
        ))}
      </Stack>
      {review === 'security' && <RiskFields form={form} />}
      <Field id={getFieldId('findings')} label="Findings" error={errors.findings?.message}>
        <TextArea
          {...register('findings', {
            validate: (text, { outcome }) =>
              outcome === 'failed'
                ? isGiven('Please say what has to be mended before it can pass.')(text)
                : isShort(text),
          })}
        />
      </Field>
      <Field
        id={getFieldId('link')}
        label="Link to what you reviewed"
        isRequired
        help="The pull request or the commit."
        error={errors.link?.message}
      >
        <Textfield {...register('link', { validate: isLink('https://example.com/pull/42') })} />
      </Field>
      <Field id={getFieldId('outcome')} label="Outcome" isRequired error={errors.outcome?.message}>
        <RadioGroup
          {...register('outcome', {
            validate: (outcome, fields) =>
              outcome === '' ? 'Please choose the outcome.' : outcome === 'failed' || isMet(fields) || NOT_MET,
          })}
          options={OUTCOMES}
          {...labelledBy(getFieldId('outcome'))}
        />
      </Field>
    </DialogFrame>
  );
}

function RiskFields({ form }: { readonly form: ReturnType<typeof useForm<Fields>> }) {
  const { register, getFieldId, formState } = form;
  const { errors } = formState;
  return (
    <>
      <Field id={getFieldId('level')} label="Risk" error={errors.level?.message}>
        <RadioGroup
          {...register('level', {
            validate: (level, { outcome }) =>
              level !== '' || outcome === 'failed' || 'Please say how high the risk is.',
          })}
          options={LEVELS}
          {...labelledBy(getFieldId('level'))}
        />
      </Field>
      <Field id={getFieldId('why')} label="Why the risk is as high as that" error={errors.why?.message}>
        <Textfield
          {...register('why', {
            validate: (text, { level }) => (level === '' ? isShort(text) : isGiven('Please say why.')(text)),
          })}
        />
      </Field>
    </>
  );
}

/** The risk is part of a security review only; one that did not pass may leave it open. */
function attestationOf(review: ReviewKind, { outcome, level, why, ...fields }: Fields): Attestation | undefined {
  if (outcome === '') return undefined;
  return { ...fields, outcome, risk: review === 'security' && level !== '' ? { level, why } : null };
}
