import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';

interface ProblemNoticeProps {
  readonly title: string;
  readonly message: string;
  readonly onRetry?: () => void;
}

/** What could not be done, and a way to try it again. */
export const ProblemNotice = ({ title, message, onRetry }: ProblemNoticeProps) => (
  <SectionMessage appearance="error" title={title}>
    <Stack space="space.100">
      <Text>{message}</Text>
      {onRetry !== undefined && (
        <Inline>
          <Button onClick={onRetry}>Try again</Button>
        </Inline>
      )}
    </Stack>
  </SectionMessage>
);
