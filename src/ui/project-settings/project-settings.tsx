import { Button, EmptyState, Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useCallback, useEffect, useState } from 'react';
import type { SettingsReply } from '../../api-settings';
import { callSettings, notReached } from './settings-calls';
import { SettingsPage } from './settings-page';

/** How emergency changes are handled in the project, for those who administer it. */
export function ProjectSettings() {
  const [reply, setReply] = useState<SettingsReply>();
  const read = useCallback(async () => {
    setReply(undefined);
    setReply(await callSettings('view').catch(notReached));
  }, []);
  useEffect(() => void read(), [read]);
  switch (reply?.kind) {
    case undefined:
      return <Spinner label="Reading the settings" />;
    case 'not-allowed':
      return <EmptyState header="For project administrators" description={reply.message} />;
    case 'failed':
      return (
        <SectionMessage appearance="error" title="The settings cannot be shown">
          <Stack space="space.100">
            <Text>{reply.message}</Text>
            <Inline>
              <Button onClick={() => void read()}>Try again</Button>
            </Inline>
          </Stack>
        </SectionMessage>
      );
    case 'settings':
      return <SettingsPage settings={reply} />;
  }
}
