import Button from '@atlaskit/button/new';
import { ErrorMessage, HelperMessage } from '@atlaskit/form';
import Heading from '@atlaskit/heading';
import { type FormEvent, useState } from 'react';
import { AdfDocument } from '../../adf/adf-document';
import { adfFromMarkup } from '../../adf/adf-from-markup';
import { markupFromAdf } from '../../adf/markup-from-adf';
import { type Problem, problemSentences } from '../../api/reply';
import { LOSES_FORMATTING, type RichText } from '../fields/rich-text';
import { RichTextInput } from '../fields/rich-text-input';
import { EditInPlace, type Leave } from './edit-in-place';
import { useEditing } from './issue-editing';

export function DescriptionField({ description }: { readonly description: unknown }) {
  const { fieldOf } = useEditing();
  const isEditable = fieldOf('description') !== undefined;
  return (
    <section aria-label="Description">
      <Heading size="xsmall" as="h2">
        Description
      </Heading>
      <EditInPlace
        label="Description"
        isEditable={isEditable}
        editor={(leave) => <DescriptionEditor description={description} leave={leave} />}
      >
        {markupFromAdf(description).text.trim() === '' ? (
          <p className="subtlest">{isEditable ? 'Add a description...' : 'None'}</p>
        ) : (
          <AdfDocument document={description} />
        )}
      </EditInPlace>
    </section>
  );
}

interface DescriptionEditorProps {
  readonly description: unknown;
  readonly leave: Leave;
}

function DescriptionEditor({ description, leave }: DescriptionEditorProps) {
  const { save } = useEditing();
  const [start] = useState(() => markupFromAdf(description));
  const [value, setValue] = useState<RichText>(start);
  const [problem, setProblem] = useState<Problem>();
  const [isSaving, setSaving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    const isSame = value.text === start.text;
    const found = isSame ? undefined : await save('description', adfFromMarkup(value.text, value.mentioned));
    setSaving(false);
    setProblem(found);
    if (found === undefined) leave('done');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="in-place-form">
      <RichTextInput
        label="Description"
        autoFocus
        minimumRows={5}
        value={value}
        isInvalid={problem !== undefined}
        onChange={setValue}
      />
      {!start.isWhole && <HelperMessage>{LOSES_FORMATTING}</HelperMessage>}
      {problem !== undefined && (
        <div role="alert">
          <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
        </div>
      )}
      <div className="actions">
        <Button appearance="primary" type="submit" isLoading={isSaving}>
          Save
        </Button>
        <Button appearance="subtle" onClick={() => leave('done')}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
