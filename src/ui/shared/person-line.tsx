import { Inline, Text, User } from '@forge/react';

interface PersonLineProps {
  readonly accountId: string;
  /** What he did, and when. */
  readonly words: string;
}

/** Somebody with his picture, and what he did. */
export const PersonLine = ({ accountId, words }: PersonLineProps) => (
  <Inline space="space.075" alignBlock="center" shouldWrap>
    <User accountId={accountId} />
    <Text color="color.text.subtle">{words}</Text>
  </Inline>
);
