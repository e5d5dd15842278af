import { Inline, Lozenge, Stack, Text } from '@forge/react';
import type { ChangedSetting } from '../../api-settings';

interface ChangeLinesProps {
  readonly changes: readonly ChangedSetting[];
  /** What is said where there are none. */
  readonly none: string;
  /** Whether to mark what asks less than before. */
  readonly marksLooser?: boolean;
}

/** What is set otherwise: before and after, a line each. */
export const ChangeLines = ({ changes, none, marksLooser = true }: ChangeLinesProps) =>
  changes.length === 0 ? (
    <Text color="color.text.subtle">{none}</Text>
  ) : (
    <Stack space="space.075">
      {changes.map(({ title, before, after, loosens }) => (
        <Inline key={title} space="space.075" alignBlock="center" shouldWrap>
          <Text weight="medium">{`${title}:`}</Text>
          <Text>{`${before} → ${after}`}</Text>
          {marksLooser && loosens && <Lozenge appearance="moved">Asks less</Lozenge>}
        </Inline>
      ))}
    </Stack>
  );
