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

interface SettingsDialogProps {
  readonly title: string;
  readonly submitLabel: string;
  readonly isSubmitting?: boolean;
  readonly isDisabled?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** What every dialog of the page has: a title, its fields, and two buttons. */
export const SettingsDialog = ({
  title,
  submitLabel,
  isSubmitting = false,
  isDisabled = false,
  onSubmit,
  onClose,
  children,
}: SettingsDialogProps) => (
  <Modal onClose={onClose} label={title}>
    <Form onSubmit={onSubmit}>
      <ModalHeader>
        <ModalTitle>{title}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">{children}</Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <LoadingButton type="submit" appearance="primary" isLoading={isSubmitting} isDisabled={isDisabled}>
          {submitLabel}
        </LoadingButton>
      </ModalFooter>
    </Form>
  </Modal>
);
