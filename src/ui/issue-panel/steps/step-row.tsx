import { Box, Heading, Inline, Lozenge, Stack, Text, xcss } from '@forge/react';
import { type ReactNode, useState } from 'react';
import type { StepState, StepView } from '../../../api';
import type { Standing } from '../../shared/card';
import { QuietButton } from '../../shared/quiet-button';

const STATE: Readonly<Record<StepState, Standing>> = {
  done: { text: 'Done', appearance: 'success' },
  current: { text: 'Now', appearance: 'inprogress' },
  waiting: { text: 'Later', appearance: 'default' },
  problem: { text: 'Problem', appearance: 'removed' },
};

/** What is below the step, as its button names it. */
const BELOW: Readonly<Record<StepView['id'], string>> = {
  identify: 'who was told',
  approve: 'approvals',
  review: 'reviews',
  deploy: 'deployment',
  'post-mortem': 'follow-ups',
};

const row = xcss({
  borderTopColor: 'color.border',
  borderTopStyle: 'solid',
  borderTopWidth: 'border.width',
  paddingBlockStart: 'space.150',
});

interface StepRowProps {
  readonly step: StepView;
  readonly number: number;
  /** Whether it is open until somebody opens or closes it himself. */
  readonly isOpenByItself: boolean;
  readonly children: ReactNode;
}

/** One step in a sentence, and what is below it once it is open. What a person opened or closed stays so. */
export function StepRow({ step, number, isOpenByItself, children }: StepRowProps) {
  const [chosen, choose] = useState<boolean>();
  const isOpen = chosen ?? isOpenByItself;
  const state = STATE[step.state];
  return (
    <Box xcss={row}>
      <Stack space="space.100">
        <Inline space="space.100" rowSpace="space.050" alignBlock="center" spread="space-between" shouldWrap>
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Heading as="h3" size="xsmall">{`${number}. ${step.title}`}</Heading>
            <Lozenge appearance={state.appearance}>{state.text}</Lozenge>
          </Inline>
          <QuietButton onClick={() => choose(!isOpen)}>{`${isOpen ? 'Hide' : 'Show'} ${BELOW[step.id]}`}</QuietButton>
        </Inline>
        <Text color="color.text.subtle">{step.detail}</Text>
        {isOpen && children}
      </Stack>
    </Box>
  );
}
