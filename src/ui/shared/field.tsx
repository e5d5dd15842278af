import { ErrorMessage, HelperMessage, Label, RequiredAsterisk, Stack } from '@forge/react';
import type { ReactNode } from 'react';

interface FieldProps {
  /** Of the input, as `getFieldId` gives it. */
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly help?: string;
  /** What is wrong with what was given. */
  readonly error: string | undefined;
  readonly children: ReactNode;
}

/** An input with its label, and below it what is wrong, or what helps. */
export const Field = ({ id, label, isRequired = false, help, error, children }: FieldProps) => (
  <Stack space="space.050">
    <Label labelFor={id} id={labelId(id)}>
      {label}
      {isRequired && <RequiredAsterisk />}
    </Label>
    {children}
    {error !== undefined && <ErrorMessage>{error}</ErrorMessage>}
    {error === undefined && help !== undefined && <HelperMessage>{help}</HelperMessage>}
  </Stack>
);

const labelId = (id: string): string => `${id}-label`;

/** For inputs that a label cannot point to, such as a group of radios. UI Kit knows only this older name of it. */
export const labelledBy = (id: string) => ({ 'aria-labelledby': labelId(id) });
