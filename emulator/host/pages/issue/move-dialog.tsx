import Button from '@atlaskit/button/new';
import { Label } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import SectionMessage from '@atlaskit/section-message';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useId, useState } from 'react';
import { readCreatableWorkTypes } from '../../api/create-meta';
import type { Issue } from '../../api/issue-shape';
import { readIssue, readProjects } from '../../api/issues';
import { moveIssue } from '../../api/moving';
import { ok, type Problem, problemSentences } from '../../api/reply';
import { ChoiceInput } from '../fields/choice-input';
import { useRemote } from '../remote';
import { navigate } from '../router';

interface MoveDialogProps {
  readonly issue: Issue;
  readonly onClose: () => void;
  readonly reload: () => Promise<void>;
}

/** Moves the issue to another project or makes another work type of it, as Jira's bulk move does. */
export function MoveDialog({ issue, onClose, reload }: MoveDialogProps) {
  const id = useId();
  const { project, issuetype, parent } = issue.fields;
  const [projectId, chooseProject] = useState(project.id);
  const [chosenType, chooseType] = useState<string>();
  const [parentKey, setParentKey] = useState(parent?.key ?? '');
  const [problem, setProblem] = useState<Problem>();
  const [isMoving, setMoving] = useState(false);
  const projects = useRemote('projects', readProjects);
  const target = projects.remote.kind === 'ready' ? projects.remote.value.find((one) => one.id === projectId) : project;
  const types = useRemote(`move-types-${projectId}`, () => readCreatableWorkTypes(projectId));
  const offered = types.remote.kind === 'ready' ? types.remote.value : [];
  const workType =
    offered.find((one) => one.id === chosenType) ??
    offered.find((one) => one.id === issuetype.id) ??
    offered.find(({ subtask }) => subtask === issuetype.subtask);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (target === undefined || workType === undefined) return;
    setMoving(true);
    const reply = await moveIssue({
      issueId: issue.id,
      projectKey: target.key,
      workTypeId: workType.id,
      parentKey: workType.subtask ? parentKey.trim().toUpperCase() : undefined,
    });
    // Its key is another one after a move to another project; the id stays.
    const moved = reply.kind === 'ok' ? await readIssue(issue.id) : ok(issue);
    setMoving(false);
    if (reply.kind !== 'ok') {
      setProblem(reply);
      return;
    }
    onClose();
    if (moved.kind === 'ok' && moved.value.key !== issue.key) navigate(`/browse/${moved.value.key}`);
    else await reload();
  };
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>{`Move ${issue.key}`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={`${id}-form`} noValidate onSubmit={(event) => void submit(event)}>
          {problem !== undefined && (
            <div role="alert" className="form-problem">
              <SectionMessage appearance="error">
                {problemSentences(problem).map((sentence) => (
                  <p key={sentence}>{sentence}</p>
                ))}
              </SectionMessage>
            </div>
          )}
          <div className="field-row">
            <Label htmlFor={`${id}-project`}>Project</Label>
            <ChoiceInput
              id={`${id}-project`}
              allowed={projects.remote.kind === 'ready' ? projects.remote.value : [project]}
              chosen={projectId}
              isClearable={false}
              isInvalid={false}
              isRequired
              onChoose={(next) => chooseProject(next ?? project.id)}
            />
          </div>
          <div className="field-row">
            <Label htmlFor={`${id}-type`}>Work type</Label>
            <ChoiceInput
              id={`${id}-type`}
              allowed={offered}
              chosen={workType?.id ?? null}
              isClearable={false}
              isInvalid={false}
              isRequired
              onChoose={(next) => chooseType(next ?? undefined)}
            />
          </div>
          {workType?.subtask === true && (
            <div className="field-row">
              <Label htmlFor={`${id}-parent`}>Parent</Label>
              <Textfield
                id={`${id}-parent`}
                placeholder="OPS-1"
                value={parentKey}
                onChange={({ currentTarget }) => setParentKey(currentTarget.value)}
              />
            </div>
          )}
          <p className="subtle">
            A status that the new workflow does not have becomes its first one. No transition takes place.
          </p>
        </form>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button
          appearance="primary"
          type="submit"
          form={`${id}-form`}
          isLoading={isMoving}
          isDisabled={
            workType === undefined ||
            (workType.id === issuetype.id && projectId === project.id && parentKey === (parent?.key ?? ''))
          }
        >
          Move
        </Button>
      </ModalFooter>
    </Modal>
  );
}
