import { Stack } from '@forge/react';
import type { ReactNode } from 'react';
import type { ChangeView, StepView } from '../../../api';
import { AcknowledgeButton } from '../acknowledge-button';
import { type IntendedAct, isDialogOffer } from '../intended-act';
import type { ChangeOnScreen } from '../use-change';
import { CalledPart } from './called-part';
import { DeploymentPart } from './deployment-part';
import { FollowUpPart } from './follow-up-part';
import { ReviewPart } from './review-part';
import { SlotPart } from './slot-part';
import { StepRow } from './step-row';

interface StepsPartProps {
  readonly change: ChangeView;
  readonly act: ChangeOnScreen['act'];
  readonly onIntend: (intended: IntendedAct) => void;
}

/** The five steps as one column. A step is open while something is to be done or seen in it. */
export const StepsPart = (props: StepsPartProps) => (
  <Stack space="space.150">
    {props.change.steps.map((step, index) => (
      <StepRow key={step.id} step={step} number={index + 1} isOpenByItself={needsEyes(step, props.change)}>
        <Stack space="space.100">{below(step.id, props)}</Stack>
      </StepRow>
    ))}
  </Stack>
);

function needsEyes(step: StepView, { deployment, offers, slots, stage }: ChangeView): boolean {
  if (step.state === 'current' || step.state === 'problem') return true;
  switch (step.id) {
    case 'identify':
      return stage === 'before-deployment' && offers.some(({ kind }) => kind === 'acknowledge');
    case 'approve':
      return slots.some(({ state }) => state === 'unratified');
    case 'deploy':
      return deployment.entry?.verdict === 'bypass' || deployment.entry?.verdict === 'unproven';
    default:
      return false;
  }
}

function below(step: StepView['id'], { change, act, onIntend }: StepsPartProps): ReactNode {
  const offers = change.offers.filter(isDialogOffer);
  const rest = { change, offers, onIntend };
  switch (step) {
    case 'identify':
      return (
        <>
          {change.called.map((called) => (
            <CalledPart key={called.slot} called={called} />
          ))}
          {change.offers.some(({ kind }) => kind === 'acknowledge') && <AcknowledgeButton act={act} />}
        </>
      );
    case 'approve':
      return change.slots.map((slot) => <SlotPart key={slot.slot} slot={slot} {...rest} />);
    case 'review':
      return change.reviews.map((review) => <ReviewPart key={review.review} review={review} {...rest} />);
    case 'deploy':
      return <DeploymentPart {...rest} />;
    case 'post-mortem':
      return change.followUps.map((followUp) => <FollowUpPart key={followUp.followUp} followUp={followUp} {...rest} />);
  }
}
