import { Box, Inline, Lozenge, Stack, Text } from '@forge/react';
import type { ReactNode } from 'react';
import type { StepState, StepView } from '../../api';

const STATE: Readonly<
  Record<StepState, { readonly text: string; readonly appearance: 'success' | 'inprogress' | 'default' }>
> = {
  done: { text: 'Done', appearance: 'success' },
  current: { text: 'Now', appearance: 'inprogress' },
  waiting: { text: 'Later', appearance: 'default' },
  'not-tracked': { text: 'Not tracked', appearance: 'default' },
};

/** The five steps as one column; `children` are the approvals, shown under their step. */
export function StepsPart({ steps, children }: { readonly steps: readonly StepView[]; readonly children: ReactNode }) {
  return (
    <Stack space="space.150">
      {steps.map((step, index) => (
        <Stack key={step.id} space="space.050">
          <Inline space="space.100" alignBlock="center" shouldWrap>
            <Text weight="bold">{`${index + 1}. ${step.title}`}</Text>
            <Lozenge appearance={STATE[step.state].appearance}>{STATE[step.state].text}</Lozenge>
          </Inline>
          <Text color="color.text.subtle">{step.detail}</Text>
          {step.id === 'approve' && (
            <Box paddingBlockStart="space.100">
              <Stack space="space.100">{children}</Stack>
            </Box>
          )}
        </Stack>
      ))}
    </Stack>
  );
}
