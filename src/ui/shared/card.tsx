import { Box, Heading, Inline, Lozenge, type LozengeProps, Stack, xcss } from '@forge/react';
import type { ReactNode } from 'react';

export interface Standing {
  readonly text: string;
  readonly appearance: NonNullable<LozengeProps['appearance']>;
}

interface CardProps {
  readonly title: string;
  readonly standing: Standing;
  readonly children: ReactNode;
}

const frame = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.small',
  padding: 'space.150',
});

/** One thing: what it is, how it stands, and what is known of it. */
export const Card = ({ title, standing, children }: CardProps) => (
  <Box xcss={frame}>
    <Stack space="space.100">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Heading as="h4" size="xxsmall">
          {title}
        </Heading>
        <Lozenge appearance={standing.appearance}>{standing.text}</Lozenge>
      </Inline>
      {children}
    </Stack>
  </Box>
);
