import { ErrorMessage, HelperMessage, Label, RequiredAsterisk } from '@atlaskit/form';
import { useId } from 'react';
import { FieldInput, type FieldInputProps } from './field-input';

interface FieldRowProps extends Omit<FieldInputProps, 'id' | 'isInvalid'> {
  readonly error: string | undefined;
  readonly hint: string | undefined;
}

/** A field of a dialog: label, input, and what is wrong with it. */
export function FieldRow({ error, hint, ...input }: FieldRowProps) {
  const id = useId();
  return (
    <div className="field-row">
      <Label htmlFor={id}>
        {input.meta.name}
        {input.meta.required && <RequiredAsterisk />}
      </Label>
      <FieldInput {...input} id={id} isInvalid={error !== undefined} />
      {hint !== undefined && <HelperMessage>{hint}</HelperMessage>}
      {error !== undefined && (
        <div role="alert">
          <ErrorMessage>{error}</ErrorMessage>
        </div>
      )}
    </div>
  );
}
