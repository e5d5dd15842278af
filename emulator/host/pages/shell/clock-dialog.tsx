import Button from '@atlaskit/button/new';
import { ErrorMessage, HelperMessage, Label } from '@atlaskit/form';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle } from '@atlaskit/modal-dialog';
import Textfield from '@atlaskit/textfield';
import { type FormEvent, useId, useState } from 'react';
import { type Problem, problemSentences } from '../../api/reply';
import { zonedMoment, zonedText } from '../zoned-time';

interface ClockDialogProps {
  readonly now: Date;
  readonly timeZone: string;
  /** Answers what stood in the way. */
  readonly onMove: (until: Date) => Promise<Problem | undefined>;
  readonly onClose: () => void;
}

/** Moves the site's time on to a moment, in the viewer's time zone. */
export function ClockDialog({ now, timeZone, onMove, onClose }: ClockDialogProps) {
  const id = useId();
  const [text, setText] = useState(() => zonedText(now, timeZone));
  const [problem, setProblem] = useState<string>();
  const [isMoving, setMoving] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const until = zonedMoment(text, timeZone);
    if (until === undefined || until < now) {
      setProblem('Choose a time after the present time of the site: its clock only moves forward.');
      return;
    }
    setMoving(true);
    const found = await onMove(until);
    setMoving(false);
    if (found === undefined) onClose();
    else setProblem(problemSentences(found).join(' '));
  };
  return (
    <Modal onClose={onClose} width="small">
      <ModalHeader hasCloseButton>
        <ModalTitle>Advance to a time</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <form id={`${id}-form`} noValidate onSubmit={(event) => void submit(event)}>
          <Label htmlFor={id}>Time</Label>
          <Textfield
            id={id}
            type="datetime-local"
            autoFocus
            value={text}
            isInvalid={problem !== undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {problem === undefined ? (
            <HelperMessage>{`In your time zone, ${timeZone}. Whatever is due until then happens.`}</HelperMessage>
          ) : (
            <div role="alert">
              <ErrorMessage>{problem}</ErrorMessage>
            </div>
          )}
        </form>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" type="submit" form={`${id}-form`} isLoading={isMoving}>
          Advance
        </Button>
      </ModalFooter>
    </Modal>
  );
}
