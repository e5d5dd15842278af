import { Heading, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import type { ConsiderReply } from '../../../api-settings';
import { ChangeLines } from '../change-lines';

/** What saving would do: what changes, and what of it would wait. */
export function Considered({ reply }: { readonly reply: ConsiderReply | undefined }) {
  switch (reply?.kind) {
    case undefined:
    case 'problems':
      return <Spinner label="Comparing" />;
    case 'considered':
      return (
        <Stack space="space.150">
          <Stack space="space.100">
            <Heading as="h3" size="xsmall">
              What changes
            </Heading>
            <ChangeLines
              changes={reply.changes}
              none="Nothing. Saved by you, the same settings count from you as well."
              marksLooser={reply.waits.length === 0}
            />
          </Stack>
          {reply.waits.length > 0 && (
            <SectionMessage appearance="warning" title="This asks less than now, and waits">
              <Stack space="space.100">
                <ChangeLines changes={reply.waits} none="" marksLooser={false} />
                <Text>
                  It comes into force when a second project administrator confirms it, or 24 hours after both groups
                  were told. Everything else counts at once.
                </Text>
              </Stack>
            </SectionMessage>
          )}
          <Text color="color.text.subtle">
            A change that is registered already keeps its rules; only stricter ones are added to it.
          </Text>
        </Stack>
      );
    case 'not-allowed':
    case 'failed':
      return (
        <SectionMessage appearance="error" title="What it changes cannot be shown">
          <Text>{reply.message}</Text>
        </SectionMessage>
      );
  }
}
