import { Text, TextArea, useForm } from '@forge/react';
import type { Act, ChangeView, Slot } from '../../../api';
import { buttonText, DECISION_WORDS, type DecisionKind, ROLE } from '../act-words';
import { ReportLines } from '../report-lines';
import type { ActDialogProps } from './act-dialog-props';
import { isGiven, isShort } from './checks';
import { ContentSummary } from './content-summary';
import { DialogFrame } from './dialog-frame';
import { Field } from '../../shared/field';
import { useSubmit } from './use-submit';

type DecisionDialogProps = ActDialogProps & { readonly kind: DecisionKind; readonly slot: Slot };

/** A decision for one approval slot, with what it is bound to and the one text that it takes. */
export function DecisionDialog({ kind, slot, ...props }: DecisionDialogProps) {
  const words = DECISION_WORDS[kind];
  const { handleSubmit, register, getFieldId, formState } = useForm<{ text: string }>({ defaultValues: { text: '' } });
  const { seen, notice, submit } = useSubmit(props);
  const mine = seen.slots.find((one) => one.slot === slot);
  const report = mine?.approval?.report;
  return (
    <DialogFrame
      title={words.title}
      submitLabel={buttonText({ kind, slot })}
      form={formState}
      notice={notice}
      onSubmit={handleSubmit(({ text }) => submit(actOf(kind, slot, text.trim(), seen.digest)))}
      onClose={props.onClose}
    >
      <Text>{words.explain}</Text>
      {mine !== undefined && <Text color="color.text.subtle">{`You decide ${ROLE[slot]} (${mine.groupName}).`}</Text>}
      {words.showsReport && mine?.approval != null && report != null && (
        <ReportLines approval={mine.approval} report={report} />
      )}
      {words.showsContent && <ContentSummary change={seen} />}
      {words.text !== null && (
        <Field
          id={getFieldId('text')}
          label={words.text.label}
          isRequired={words.text.isRequired}
          error={formState.errors.text?.message}
        >
          <TextArea
            {...register('text', { validate: words.text.isRequired ? isGiven('Please give a reason.') : isShort })}
          />
        </Field>
      )}
    </DialogFrame>
  );
}

function actOf(kind: DecisionKind, slot: Slot, text: string, expectedDigest: ChangeView['digest']): Act {
  switch (kind) {
    case 'approve':
      return { kind, slot, comment: text, expectedDigest };
    case 'ratify':
      return { kind, slot, expectedDigest };
    case 'override-rejection':
      return { kind, slot, reason: text, expectedDigest };
    case 'confirm-attendance':
      return { kind, slot };
    case 'repudiate':
    case 'reject':
    case 'lift-rejection':
    case 'withdraw':
      return { kind, slot, reason: text };
  }
}
