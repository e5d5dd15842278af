import {
  Button,
  Inline,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  SectionMessage,
  Spinner,
  Stack,
  Text,
} from '@forge/react';
import { useCallback, useEffect, useState } from 'react';
import type { HistoryReply } from '../../../api';
import { callPanel, NOT_REACHED } from '../panel-calls';
import { LedgerChain } from './ledger-chain';
import { LedgerEntry } from './ledger-entry';

/** The ledger as a readable history, newest first, and whether its chain holds. */
export function LedgerDialog({ onClose }: { readonly onClose: () => void }) {
  const [history, setHistory] = useState<HistoryReply>();
  const read = useCallback(async () => {
    setHistory(undefined);
    setHistory(await callPanel('history').catch(() => ({ kind: 'failed', message: NOT_REACHED }) as const));
  }, []);
  useEffect(() => void read(), [read]);
  return (
    <Modal onClose={onClose} label="The ledger" width="large">
      <ModalHeader>
        <ModalTitle>The ledger</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Shown history={history} onAgain={read} />
      </ModalBody>
      <ModalFooter>
        <Button onClick={onClose}>Close</Button>
      </ModalFooter>
    </Modal>
  );
}

interface ShownProps {
  readonly history: HistoryReply | undefined;
  readonly onAgain: () => Promise<void>;
}

function Shown({ history, onAgain }: ShownProps) {
  switch (history?.kind) {
    case undefined:
      return <Spinner label="Reading the ledger" />;
    case 'not-here':
      return <Text>{history.message}</Text>;
    case 'failed':
      return (
        <SectionMessage appearance="error" title="The ledger cannot be shown">
          <Stack space="space.100">
            <Text>{history.message}</Text>
            <Inline>
              <Button onClick={() => void onAgain()}>Try again</Button>
            </Inline>
          </Stack>
        </SectionMessage>
      );
    case 'history':
      return (
        <Stack space="space.150">
          <LedgerChain history={history} />
          {history.entries.map((entry, index) => (
            <LedgerEntry key={`${entry.seq} ${index}`} entry={entry} />
          ))}
        </Stack>
      );
  }
}
