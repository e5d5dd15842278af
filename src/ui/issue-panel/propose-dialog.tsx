import {
  Button,
  ErrorMessage,
  Form,
  HelperMessage,
  Label,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  RequiredAsterisk,
  Stack,
  Text,
  Textfield,
  useForm,
} from '@forge/react';
import type { ActDialogProps } from './act-dialog-props';
import { RefusalNotice } from './refusal-notice';
import { useSubmit } from './use-submit';

interface Fields {
  readonly link: string;
  readonly revision: string;
}

/** Records the pull request and the revision that will be deployed. */
export function ProposeDialog({ intended, change, act, onClose }: ActDialogProps) {
  const { proposedChange } = change;
  const { handleSubmit, register, getFieldId, formState } = useForm<Fields>(
    proposedChange === null ? {} : { defaultValues: { ...proposedChange } },
  );
  const { notice, submit } = useSubmit({ intended, change, act, onClose });
  const approved = change.slots.some((slot) => slot.approval !== null);
  return (
    <Modal onClose={onClose} label="Record the proposed change">
      <Form onSubmit={handleSubmit(({ link, revision }) => submit({ kind: 'propose-change', link, revision }))}>
        <ModalHeader>
          <ModalTitle>Record the proposed change</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.150">
            {notice !== undefined && <RefusalNotice message={notice} />}
            {approved && (
              <Text>Somebody has approved already. With another proposed change it has to be approved again.</Text>
            )}
            <Stack space="space.050">
              <Label labelFor={getFieldId('link')}>
                Link to the pull request
                <RequiredAsterisk />
              </Label>
              <Textfield {...register('link', { required: true })} />
              {formState.errors.link === undefined ? (
                <HelperMessage>The full https address.</HelperMessage>
              ) : (
                <ErrorMessage>Please give the full https address of the pull request.</ErrorMessage>
              )}
            </Stack>
            <Stack space="space.050">
              <Label labelFor={getFieldId('revision')}>
                Revision
                <RequiredAsterisk />
              </Label>
              <Textfield {...register('revision', { required: true })} />
              {formState.errors.revision === undefined ? (
                <HelperMessage>The commit that will be deployed.</HelperMessage>
              ) : (
                <ErrorMessage>Please give the revision that will be deployed.</ErrorMessage>
              )}
            </Stack>
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <LoadingButton type="submit" appearance="primary" isLoading={formState.isSubmitting}>
            Record
          </LoadingButton>
        </ModalFooter>
      </Form>
    </Modal>
  );
}
