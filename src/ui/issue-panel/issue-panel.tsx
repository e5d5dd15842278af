import { Button, EmptyState, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { ChangePanel } from './change-panel';
import { MomentsProvider } from './moments';
import { useChange } from './use-change';

/** The emergency change of the issue, for the person who looks at it. */
export function IssuePanel() {
  const { loaded, reload, act } = useChange();
  switch (loaded.kind) {
    case 'loading':
      return <Spinner label="Reading the emergency change" />;
    case 'not-here':
      return <EmptyState header="No emergency change here" description={loaded.message} />;
    case 'failed':
      return (
        <SectionMessage appearance="error" title="The emergency change cannot be shown">
          <Stack space="space.100">
            <Text>{loaded.message}</Text>
            <Inline>
              <Button onClick={() => void reload()}>Try again</Button>
            </Inline>
          </Stack>
        </SectionMessage>
      );
    case 'ready':
      return (
        <MomentsProvider now={loaded.readAt} projectZone={loaded.change.timeZone}>
          <ChangePanel change={loaded.change} act={act} />
        </MomentsProvider>
      );
  }
}
