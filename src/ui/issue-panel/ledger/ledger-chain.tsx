import { Code, Inline, Lozenge, SectionMessage, Text } from '@forge/react';
import type { History } from '../../../api';

/** Digits of the last hash that are shown: enough to compare by eye. */
const SHOWN_DIGITS = 12;

/** The mark whether every row follows the one before it, unaltered. */
export function LedgerChain({ history }: { readonly history: History }) {
  const { chain, entries } = history;
  if (!chain.holds) {
    return (
      <SectionMessage appearance="error" title="The chain does not hold">
        <Text>{chain.problem}</Text>
      </SectionMessage>
    );
  }
  const count = entries.length === 1 ? '1 entry' : `${entries.length} entries`;
  return (
    <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
      <Lozenge appearance="success">Chain intact</Lozenge>
      <Text color="color.text.subtle">{`${count}; the last row's hash begins with`}</Text>
      <Code>{chain.headHash.slice(0, SHOWN_DIGITS)}</Code>
    </Inline>
  );
}
