import SectionMessage from '@atlaskit/section-message';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Problem, problemSentences } from '../../api/reply';
import { FieldRow } from './field-row';
import { LOSES_FORMATTING } from './rich-text';
import type { FindPeople } from './person-input';
import { type FormField, useFieldForm } from './use-field-form';

interface FieldFormProps {
  /** For the button of the dialog's footer, which stands outside the form. */
  readonly formId: string;
  readonly fields: readonly FormField[];
  readonly findPeople: FindPeople;
  /** Sends what the person changed; answers what stood in the way. */
  readonly onSend: (changed: Readonly<Record<string, unknown>>) => Promise<Problem | undefined>;
}

/** The fields of a screen of Jira. Errors stand beside their fields, what is wrong with the whole above them. */
export function FieldForm({ formId, fields, findPeople, onSend }: FieldFormProps) {
  const { valueOf, change, changed, missing } = useFieldForm(fields);
  const form = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  const [problem, setProblem] = useState<Problem>();
  const ids = fields.map(({ meta }) => meta.fieldId);
  const sentences = problem === undefined ? [] : problemSentences(problem, ids);
  const errors = {
    ...(problem?.kind === 'refused' ? problem.fieldErrors : {}),
    ...(tries > 0 ? missing : {}),
  };
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries, problem]);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTries((before) => before + 1);
    setProblem(undefined);
    if (Object.keys(missing).length > 0) return;
    setProblem(await onSend(changed));
  };
  return (
    <form id={formId} ref={form} noValidate onSubmit={(event) => void submit(event)}>
      {sentences.length > 0 && (
        <div role="alert" className="form-problem">
          <SectionMessage appearance="error">
            {sentences.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </SectionMessage>
        </div>
      )}
      {fields.map((field) => (
        <FieldRow
          key={field.meta.fieldId}
          meta={field.meta}
          value={valueOf(field)}
          error={errors[field.meta.fieldId]}
          hint={field.losesFormatting ? LOSES_FORMATTING : undefined}
          findPeople={findPeople}
          onChange={(value) => change(field.meta.fieldId, value)}
        />
      ))}
    </form>
  );
}
