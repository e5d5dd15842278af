import { Button, ButtonGroup, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import type { SetUpView } from '../../../api-settings';
import { counted } from '../../project-settings/counted';
import { StepList } from './step-list';
import type { SetUpOnScreen } from './use-set-up';

interface PlanStageProps {
  readonly plan: SetUpView;
  readonly setUp: SetUpOnScreen;
  /** Whether anything was done already. */
  readonly hasBegun: boolean;
  readonly onRun: () => void;
  readonly onBack: () => void;
}

/** What will be done, and then how far it is. */
export function PlanStage({ plan, setUp, hasBegun, onRun, onBack }: PlanStageProps) {
  const { isRunning, read } = setUp;
  const byHand = plan.steps.filter(({ state }) => state === 'by-hand').length;
  const left = plan.steps.filter(({ state }) => state === 'to-do' || state === 'running').length;
  return (
    <Stack space="space.200">
      {!hasBegun && <Text>{introduction(left)}</Text>}
      <StepList steps={plan.steps} setUp={setUp} />
      <Notice plan={plan} setUp={setUp} byHand={byHand} />
      <ButtonGroup>
        {(left > 0 || isRunning) && (
          <LoadingButton appearance="primary" isLoading={isRunning} onClick={onRun}>
            {hasBegun ? 'Go on' : 'Set it up'}
          </LoadingButton>
        )}
        {byHand > 0 && !isRunning && (
          <Button appearance={left > 0 ? 'default' : 'primary'} onClick={() => void read()}>
            I have done this: look again
          </Button>
        )}
        {!hasBegun && (
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
        )}
      </ButtonGroup>
    </Stack>
  );
}

const introduction = (left: number): string =>
  left === 0
    ? 'Nothing is left that the app can do by itself.'
    : 'Nothing is done yet. These steps are done one after the other, with your own rights, when you press the button below. What is there already is left as it is.';

interface NoticeProps {
  readonly plan: SetUpView;
  readonly setUp: SetUpOnScreen;
  readonly byHand: number;
}

function Notice({ plan, setUp, byHand }: NoticeProps) {
  const { stopped, unread, isRunning } = setUp;
  if (unread !== undefined) {
    return (
      <SectionMessage appearance="error" title="It could not be read how far the set-up is">
        <Text>{unread}</Text>
        <Text>Nothing is lost: what was done is found again.</Text>
      </SectionMessage>
    );
  }
  if (stopped !== undefined && !isRunning) {
    const title = plan.steps.find(({ stepId }) => stepId === stopped.stepId)?.title ?? 'A step';
    return (
      <SectionMessage appearance="error" title={`Stopped at: ${title}`}>
        <Text>{stopped.message}</Text>
        <Text>What was done before stays. Mend what is in the way, then go on from here.</Text>
      </SectionMessage>
    );
  }
  if (byHand > 0 && !isRunning) {
    return (
      <SectionMessage appearance="warning" title={`${counted(byHand, 'step')} that Jira leaves to a person`}>
        <Text>Do what it says at each step that needs you, then let the app look again.</Text>
      </SectionMessage>
    );
  }
  return null;
}
