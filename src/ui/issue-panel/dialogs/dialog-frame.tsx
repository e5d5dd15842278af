import {
  Button,
  Form,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
} from '@forge/react';
import type { ReactNode } from 'react';
import { RefusalNotice } from './refusal-notice';

interface DialogFrameProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly isSubmitting: boolean;
  /** Why the last try was not recorded. */
  readonly notice: string | undefined;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What every dialog of the panel has: a title, the reason of a refusal, its fields, and two buttons. */
export function DialogFrame({
  title,
  submitLabel,
  isSubmitting,
  notice,
  onSubmit,
  onClose,
  children,
}: DialogFrameProps) {
  return (
    <Modal onClose={onClose} label={title}>
      <Form onSubmit={() => void onSubmit()}>
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.150">
            {notice !== undefined && <RefusalNotice message={notice} />}
            {children}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <LoadingButton type="submit" appearance="primary" isLoading={isSubmitting}>
            {submitLabel}
          </LoadingButton>
        </ModalFooter>
      </Form>
    </Modal>
  );
}
