import { SectionMessage, Text } from '@forge/react';

/** Why the act was not recorded, and what to do next. */
export const RefusalNotice = ({ message }: { readonly message: string }) => (
  <SectionMessage appearance="warning" title="Not recorded">
    <Text>{message}</Text>
  </SectionMessage>
);
