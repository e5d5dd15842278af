import { ErrorMessage, HelperMessage, Label, RequiredAsterisk, Stack, Text, Textfield, useForm } from '@forge/react';
import type { ActDialogProps } from './act-dialog-props';
import { DialogFrame } from './dialog-frame';
import { useSubmit } from './use-submit';

interface Fields {
  readonly link: string;
  readonly revision: string;
}

const FIELDS: readonly {
  readonly name: keyof Fields;
  readonly label: string;
  readonly help: string;
  readonly missing: string;
}[] = [
  {
    name: 'link',
    label: 'Link to the pull request',
    help: 'The full https address.',
    missing: 'Please give the full https address of the pull request.',
  },
  {
    name: 'revision',
    label: 'Revision',
    help: 'The commit that will be deployed.',
    missing: 'Please give the revision that will be deployed.',
  },
];

/** Records the pull request and the revision that will be deployed. */
export function ProposeDialog({ intended, change, act, onClose }: ActDialogProps) {
  const { proposedChange } = change;
  const { handleSubmit, register, getFieldId, formState } = useForm<Fields>(
    proposedChange === null ? {} : { defaultValues: { ...proposedChange } },
  );
  const { notice, submit } = useSubmit({ intended, change, act, onClose });
  const approved = change.slots.some((slot) => slot.approval !== null);
  return (
    <DialogFrame
      title="Record the proposed change"
      submitLabel="Record"
      isSubmitting={formState.isSubmitting}
      notice={notice}
      onSubmit={handleSubmit(({ link, revision }) => submit({ kind: 'propose-change', link, revision }))}
      onClose={onClose}
    >
      {approved && (
        <Text>Somebody has approved already. With another proposed change it has to be approved again.</Text>
      )}
      {FIELDS.map(({ name, label, help, missing }) => (
        <Stack key={name} space="space.050">
          <Label labelFor={getFieldId(name)}>
            {label}
            <RequiredAsterisk />
          </Label>
          <Textfield {...register(name, { required: true })} />
          {formState.errors[name] === undefined ? (
            <HelperMessage>{help}</HelperMessage>
          ) : (
            <ErrorMessage>{missing}</ErrorMessage>
          )}
        </Stack>
      ))}
    </DialogFrame>
  );
}
