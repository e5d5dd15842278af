import { Label, RequiredAsterisk } from '@atlaskit/form';
import { type ReactNode, useId } from 'react';
import { ChoiceInput } from '../fields/choice-input';
import { LoadingPage, ProblemPart } from '../page-states';
import type { CreateTarget } from './use-create-target';

/** The two fields that decide which others there are. */
export function TargetInputs({ target }: { readonly target: CreateTarget }) {
  const { projects, project, workTypes, workType } = target;
  if (projects.remote.kind === 'loading') return <LoadingPage label="Reading the projects" />;
  if (projects.remote.kind !== 'ready') return <ProblemPart problem={projects.remote} onRetry={projects.reload} />;
  if (project === undefined) return <p>There is no project in which you may create issues.</p>;
  return (
    <>
      <LabelledInput label="Project">
        {(id) => (
          <Choice
            id={id}
            from={projects.remote.kind === 'ready' ? projects.remote.value : []}
            chosen={project.id}
            onChoose={target.chooseProject}
          />
        )}
      </LabelledInput>
      {workTypes.remote.kind === 'ready' && workTypes.remote.value.length === 0 && (
        <p>{`You do not have permission to create issues in ${project.name}.`}</p>
      )}
      {workTypes.remote.kind === 'ready' && workType !== undefined && (
        <LabelledInput label="Work type">
          {(id) => (
            <Choice
              id={id}
              from={workTypes.remote.kind === 'ready' ? workTypes.remote.value : []}
              chosen={workType.id}
              onChoose={target.chooseWorkType}
            />
          )}
        </LabelledInput>
      )}
      {(workTypes.remote.kind === 'refused' || workTypes.remote.kind === 'unreachable') && (
        <ProblemPart problem={workTypes.remote} onRetry={workTypes.reload} />
      )}
    </>
  );
}

interface LabelledInputProps {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}

function LabelledInput({ label, children }: LabelledInputProps) {
  const id = useId();
  return (
    <div className="field-row">
      <Label htmlFor={id}>
        {label}
        <RequiredAsterisk />
      </Label>
      {children(id)}
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly from: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

const Choice = ({ id, from, chosen, onChoose }: ChoiceProps) => (
  <ChoiceInput
    id={id}
    allowed={from.map(({ id: value, name }) => ({ id: value, name }))}
    chosen={chosen}
    isClearable={false}
    isInvalid={false}
    isRequired
    onChoose={(value) => {
      if (value !== null) onChoose(value);
    }}
  />
);
