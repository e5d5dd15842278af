import { Inline, Lozenge, Text } from '@forge/react';
import type { ChangeView, Phase } from '../../api';
import type { Standing } from '../shared/card';
import { QuietButton } from '../shared/quiet-button';

const PHASE: Readonly<Record<Phase, Standing>> = {
  identified: { text: 'Identified', appearance: 'default' },
  'awaiting-approvals': { text: 'Awaiting approvals', appearance: 'inprogress' },
  'in-review': { text: 'In review', appearance: 'inprogress' },
  cleared: { text: 'Cleared', appearance: 'success' },
  deploying: { text: 'Deploying', appearance: 'inprogress' },
  deployed: { text: 'Deployed', appearance: 'inprogress' },
  completed: { text: 'Completed', appearance: 'success' },
  cancelled: { text: 'Cancelled', appearance: 'default' },
};

interface PanelHeadingProps {
  readonly change: ChangeView;
  readonly onShowLedger: () => void;
}

/** Which change of the register this is, what it is about, and how far it has come. */
export function PanelHeading({ change, onShowLedger }: PanelHeadingProps) {
  const phase = PHASE[change.phase];
  return (
    <Inline space="space.100" rowSpace="space.050" alignBlock="center" spread="space-between" shouldWrap>
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" shouldWrap>
        <Text weight="bold">
          {change.number === null ? 'Not in the register yet' : `Register number ${change.number}`}
        </Text>
        <Lozenge appearance={phase.appearance}>{phase.text}</Lozenge>
        {change.kind !== null && <Lozenge>{change.kind}</Lozenge>}
      </Inline>
      <QuietButton onClick={onShowLedger}>Show the ledger</QuietButton>
    </Inline>
  );
}
