import { IconButton } from '@atlaskit/button/new';
import { ErrorMessage } from '@atlaskit/form';
import Heading from '@atlaskit/heading';
import CheckMarkIcon from '@atlaskit/icon/core/check-mark';
import CrossIcon from '@atlaskit/icon/core/cross';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useState } from 'react';
import { type Problem, problemSentences } from '../../api/reply';
import { EditInPlace, type Leave } from './edit-in-place';
import { useEditing } from './issue-editing';

export function SummaryField({ summary }: { readonly summary: string }) {
  const { fieldOf } = useEditing();
  return (
    <EditInPlace
      label="Summary"
      isEditable={fieldOf('summary') !== undefined}
      editor={(leave) => <SummaryEditor summary={summary} leave={leave} />}
    >
      <Heading size="large" as="h1">
        {summary}
      </Heading>
    </EditInPlace>
  );
}

function SummaryEditor({ summary, leave }: { readonly summary: string; readonly leave: Leave }) {
  const { save } = useEditing();
  const [text, setText] = useState(summary);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = text === summary ? undefined : await save('summary', text);
    setProblem(found);
    if (found === undefined) leave('done');
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="in-place-form">
      <Textfield
        aria-label="Summary"
        autoFocus
        value={text}
        isInvalid={problem !== undefined}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave('done');
        }}
      />
      {problem !== undefined && (
        <div role="alert">
          <ErrorMessage>{problemSentences(problem).join(' ')}</ErrorMessage>
        </div>
      )}
      <div className="in-place-actions">
        <IconButton icon={CheckMarkIcon} label="Save summary" type="submit" />
        <IconButton icon={CrossIcon} label="Cancel" onClick={() => leave('done')} />
      </div>
    </form>
  );
}
