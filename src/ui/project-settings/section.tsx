import { Box, Heading, Inline, Lozenge, Stack, Text, xcss } from '@forge/react';
import { type ReactNode, useState } from 'react';
import { QuietButton } from '../shared/quiet-button';

const row = xcss({
  borderTopColor: 'color.border',
  borderTopStyle: 'solid',
  borderTopWidth: 'border.width',
  paddingBlockStart: 'space.200',
  paddingBlockEnd: 'space.050',
});

/** Wider fields are no easier to read. */
const readable = xcss({ maxWidth: '640px' });

interface SectionProps {
  readonly title: string;
  /** How it stands, in a sentence, for those who do not open it. */
  readonly summary: string;
  readonly isChanged?: boolean;
  /** Something in it cannot be saved as it is. It stays open until that is mended. */
  readonly hasProblem?: boolean;
  /** Something in it should be looked at. */
  readonly hasWarning?: boolean;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of the settings: how it stands, and the fields below once it is open. */
export function Section({
  title,
  summary,
  isChanged = false,
  hasProblem = false,
  hasWarning = false,
  isOpenAtFirst = false,
  children,
}: SectionProps) {
  const [isChosen, choose] = useState(isOpenAtFirst);
  const isOpen = isChosen || hasProblem;
  return (
    <Box xcss={row}>
      <Stack space="space.150">
        <Stack space="space.050">
          <Inline space="space.100" rowSpace="space.050" alignBlock="center" spread="space-between" shouldWrap>
            <Inline space="space.100" alignBlock="center" shouldWrap>
              <Heading as="h2" size="small">
                {title}
              </Heading>
              {hasProblem && <Lozenge appearance="removed">To mend</Lozenge>}
              {hasWarning && <Lozenge appearance="moved">Look again</Lozenge>}
              {isChanged && <Lozenge appearance="inprogress">Changed</Lozenge>}
            </Inline>
            {!hasProblem && (
              <QuietButton onClick={() => choose(!isOpen)}>
                {`${isOpen ? 'Hide' : 'Show'} ${title.toLowerCase()}`}
              </QuietButton>
            )}
          </Inline>
          <Text color="color.text.subtle">{summary}</Text>
        </Stack>
        {isOpen && <Box xcss={readable}>{children}</Box>}
      </Stack>
    </Box>
  );
}
