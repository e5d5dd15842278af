import {
  Box,
  Button,
  ErrorMessage,
  Form,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  type useForm,
  xcss,
} from '@forge/react';
import type { ReactNode } from 'react';
import { RefusalNotice } from './refusal-notice';

interface DialogFrameProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly form: Pick<ReturnType<typeof useForm>['formState'], 'errors' | 'isSubmitting' | 'submitCount'>;
  /** Why the last try was not recorded. */
  readonly notice: string | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Between the fields, which may be scrolled away, and the buttons. */
const inSight = xcss({ paddingInline: 'space.300', paddingBlockStart: 'space.100' });

/** What every dialog of the panel has: a title, the reason of a refusal, its fields, and two buttons. */
export function DialogFrame({ title, submitLabel, form, notice, onSubmit, onClose, children }: DialogFrameProps) {
  const isIncomplete = form.submitCount > 0 && Object.keys(form.errors).length > 0;
  return (
    <Modal onClose={onClose} label={title}>
      <Form onSubmit={() => void onSubmit()}>
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.150">{children}</Stack>
        </ModalBody>
        <Box xcss={inSight}>
          {notice !== undefined && <RefusalNotice message={notice} />}
          {isIncomplete && <ErrorMessage>Some of the fields above need another look.</ErrorMessage>}
        </Box>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <LoadingButton type="submit" appearance="primary" isLoading={form.isSubmitting}>
            {submitLabel}
          </LoadingButton>
        </ModalFooter>
      </Form>
    </Modal>
  );
}
