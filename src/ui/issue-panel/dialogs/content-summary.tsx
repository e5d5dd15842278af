import { Box, Link, Stack, Text, xcss } from '@forge/react';
import type { ChangeView } from '../../../api';

const frame = xcss({
  backgroundColor: 'color.background.neutral',
  borderRadius: 'radius.small',
  padding: 'space.150',
});

/** What an approval is given for, as it stands on this screen. */
export function ContentSummary({ change }: { readonly change: ChangeView }) {
  const { proposedChange } = change;
  return (
    <Box xcss={frame}>
      <Stack space="space.050">
        <Text weight="bold">{`${change.issueKey} ${change.summary}`}</Text>
        <Text>{`Kind of critical issue: ${change.kind ?? 'not said yet'}`}</Text>
        {proposedChange === null ? (
          <Text>Proposed change: not recorded yet. Once it is, the change has to be approved again.</Text>
        ) : (
          <Text>
            {'Proposed change: '}
            <Link href={proposedChange.link} openNewTab>
              {proposedChange.link}
            </Link>
            {` at ${proposedChange.revision}`}
          </Text>
        )}
        <Text color="color.text.subtle">The description of the issue is part of what you approve.</Text>
      </Stack>
    </Box>
  );
}
