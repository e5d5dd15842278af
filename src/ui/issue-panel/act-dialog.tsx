import { ErrorMessage, Label, RequiredAsterisk, Stack, Text, TextArea, useForm } from '@forge/react';
import type { Act, ChangeView, Offer } from '../../api';
import type { ActDialogProps } from './act-dialog-props';
import { ACT_WORDS } from './act-words';
import { ContentSummary } from './content-summary';
import { DialogFrame } from './dialog-frame';
import { ProposeDialog } from './propose-dialog';
import { useSubmit } from './use-submit';

/** The dialog for the intended act. It stays open, with what was typed, until the act is recorded or given up. */
export function ActDialog(props: ActDialogProps) {
  const { offer } = props.intended;
  return offer.kind === 'propose-change' ? <ProposeDialog {...props} /> : <DecideDialog {...props} offer={offer} />;
}

type DecideOffer = Exclude<Offer, { kind: 'propose-change' }>;

function DecideDialog({ intended, change, act, onClose, offer }: ActDialogProps & { readonly offer: DecideOffer }) {
  const words = ACT_WORDS[offer.kind];
  const { handleSubmit, register, getFieldId, formState } = useForm<{ text: string }>({ defaultValues: { text: '' } });
  const { seen, notice, submit } = useSubmit({ intended, change, act, onClose });
  const needsContent = offer.kind === 'approve' || offer.kind === 'override-rejection';
  return (
    <DialogFrame
      title={words.title}
      submitLabel={words.button}
      isSubmitting={formState.isSubmitting}
      notice={notice}
      onSubmit={handleSubmit(({ text }) => submit(actOf(offer, text.trim(), seen.digest)))}
      onClose={onClose}
    >
      <Text>{words.explain}</Text>
      {needsContent && <ContentSummary change={seen} />}
      <Stack space="space.050">
        <Label labelFor={getFieldId('text')}>
          {words.textLabel}
          {words.textRequired && <RequiredAsterisk />}
        </Label>
        <TextArea {...register('text', { required: words.textRequired, maxLength: 2000 })} />
        {formState.errors.text !== undefined && (
          <ErrorMessage>
            {formState.errors.text.type === 'maxLength'
              ? 'Please shorten this to 2,000 characters.'
              : 'Please give a reason.'}
          </ErrorMessage>
        )}
      </Stack>
    </DialogFrame>
  );
}

function actOf(offer: DecideOffer, text: string, expectedDigest: ChangeView['digest']): Act {
  const { slot } = offer;
  switch (offer.kind) {
    case 'approve':
      return { kind: 'approve', slot, comment: text, expectedDigest };
    case 'override-rejection':
      return { kind: 'override-rejection', slot, reason: text, expectedDigest };
    case 'reject':
    case 'lift-rejection':
    case 'withdraw':
      return { kind: offer.kind, slot, reason: text };
  }
}
