import { Stack } from '@forge/react';
import { useState } from 'react';
import type { ChangeView } from '../../api';
import { BreachesPart } from './breaches-part';
import { ActDialog } from './dialogs/act-dialog';
import type { IntendedAct } from './intended-act';
import { LedgerDialog } from './ledger/ledger-dialog';
import { NextPart } from './next-part';
import { PanelHeading } from './panel-heading';
import { ProposedChangePart } from './proposed-change-part';
import { StepsPart } from './steps/steps-part';
import type { ChangeOnScreen } from './use-change';

interface ChangePanelProps {
  readonly change: ChangeView;
  readonly act: ChangeOnScreen['act'];
}

/** A change from top to bottom, and the dialog that is open over it. */
export function ChangePanel({ change, act }: ChangePanelProps) {
  const [intended, setIntended] = useState<IntendedAct>();
  const [isLedgerOpen, setLedgerOpen] = useState(false);
  return (
    <Stack space="space.200">
      <PanelHeading change={change} onShowLedger={() => setLedgerOpen(true)} />
      <BreachesPart breaches={change.breaches} />
      <NextPart change={change} onIntend={setIntended} />
      <ProposedChangePart change={change} onIntend={setIntended} />
      <StepsPart change={change} act={act} onIntend={setIntended} />
      {intended !== undefined && (
        <ActDialog
          key={intended.commandId}
          intended={intended}
          change={change}
          act={act}
          onClose={() => setIntended(undefined)}
        />
      )}
      {isLedgerOpen && <LedgerDialog onClose={() => setLedgerOpen(false)} />}
    </Stack>
  );
}
