import { Box, Inline, Stack, Text, User, xcss } from '@forge/react';
import type { HistoryEntryView } from '../../../api';
import { useMoments } from '../moments';

const row = xcss({
  borderTopColor: 'color.border',
  borderTopStyle: 'solid',
  borderTopWidth: 'border.width',
  paddingBlockStart: 'space.100',
});

/** What one row of the ledger tells: who, when, and a sentence. */
export function LedgerEntry({ entry }: { readonly entry: HistoryEntryView }) {
  const { momentText } = useMoments();
  const others = entry.about.filter((account) => account !== entry.actor);
  return (
    <Box xcss={row}>
      <Stack space="space.025">
        <Inline space="space.100" rowSpace="space.025" alignBlock="center" shouldWrap>
          {entry.actor === null ? <Text weight="medium">The app</Text> : <User accountId={entry.actor} />}
          <Text size="small" color="color.text.subtle">{`${momentText(entry.at)}, row ${entry.seq}`}</Text>
        </Inline>
        <Text>{entry.sentence}</Text>
        {others.length > 0 && (
          <Inline space="space.100" rowSpace="space.025" alignBlock="center" shouldWrap>
            <Text color="color.text.subtle">Concerns</Text>
            {others.map((account) => (
              <User key={account} accountId={account} />
            ))}
          </Inline>
        )}
      </Stack>
    </Box>
  );
}
