import { Box, Heading, Inline, Lozenge, ProgressBar, Spinner, Stack, Text, xcss } from '@forge/react';
import type { SetUpStepView } from '../../../api-settings';
import type { Standing } from '../../shared/card';
import type { SetUpOnScreen } from './use-set-up';

const row = xcss({
  borderTopColor: 'color.border',
  borderTopStyle: 'solid',
  borderTopWidth: 'border.width',
  paddingBlock: 'space.150',
});

interface StepListProps {
  readonly steps: readonly SetUpStepView[];
  readonly setUp: Pick<SetUpOnScreen, 'at' | 'isRunning' | 'done' | 'stopped'>;
}

/** The steps of a set-up: what each will do or has done, and where it stands. */
export const StepList = ({ steps, setUp }: StepListProps) => (
  <Stack>
    {steps.map((step, index) => (
      <StepRow key={step.stepId} step={step} number={index + 1} setUp={setUp} />
    ))}
  </Stack>
);

interface StepRowProps {
  readonly step: SetUpStepView;
  readonly number: number;
  readonly setUp: StepListProps['setUp'];
}

function StepRow({ step, number, setUp }: StepRowProps) {
  const isHere = setUp.at === step.stepId;
  const standing = standingOf(step, setUp);
  return (
    <Box xcss={row}>
      <Stack space="space.075">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Heading as="h3" size="xsmall">
            {`${number}. ${step.title}`}
          </Heading>
          <Lozenge appearance={standing.appearance}>{standing.text}</Lozenge>
          {isHere && <Spinner size="small" label={`Working on: ${step.title}`} />}
        </Inline>
        {sentencesOf(step.detail).map((sentence) => (
          <Text key={sentence}>{sentence}</Text>
        ))}
        {step.progress !== null && (
          <ProgressBar value={step.progress / 100} ariaLabel={`${step.title}: ${step.progress} percent`} />
        )}
      </Stack>
    </Box>
  );
}

/** A detail of several lines is several paragraphs. */
const sentencesOf = (detail: string): readonly string[] => [
  ...new Set(detail.split('\n').filter((line) => line !== '')),
];

function standingOf({ stepId, state }: SetUpStepView, { at, done, stopped }: StepListProps['setUp']): Standing {
  if (stopped?.stepId === stepId && state !== 'there') return { text: 'Stopped here', appearance: 'removed' };
  if (at === stepId) return { text: 'In progress', appearance: 'inprogress' };
  switch (state) {
    case 'there':
      return { text: done.includes(stepId) ? 'Done' : 'Already there', appearance: 'success' };
    case 'to-do':
      return { text: 'To do', appearance: 'default' };
    case 'waits':
      return { text: 'Comes later', appearance: 'default' };
    case 'running':
      return { text: 'Jira is working', appearance: 'inprogress' };
    case 'by-hand':
      return { text: 'Needs you', appearance: 'moved' };
  }
}
