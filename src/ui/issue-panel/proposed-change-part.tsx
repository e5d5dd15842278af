import { Code, Inline, Link, Stack, Text } from '@forge/react';
import type { ChangeView } from '../../api';
import { buttonText } from './act-words';
import { type DialogOffer, type IntendedAct, intend } from './intended-act';
import { QuietButton } from '../shared/quiet-button';

interface ProposedChangePartProps {
  readonly change: ChangeView;
  readonly onIntend: (intended: IntendedAct) => void;
}

const PROPOSE: DialogOffer = { kind: 'propose-change' };

/** What will be deployed: the pull request and the revision. */
export function ProposedChangePart({ change, onIntend }: ProposedChangePartProps) {
  const { proposedChange, offers, stage } = change;
  const mayPropose = offers.some((offer) => offer.kind === 'propose-change');
  return (
    <Stack space="space.050">
      <Inline space="space.100" rowSpace="space.050" alignBlock="center" spread="space-between" shouldWrap>
        <Text weight="bold">Proposed change</Text>
        {mayPropose && (
          <QuietButton onClick={() => onIntend(intend(PROPOSE))}>
            {proposedChange === null ? buttonText(PROPOSE) : 'Record another proposed change'}
          </QuietButton>
        )}
      </Inline>
      {proposedChange === null ? (
        <Text color="color.text.subtle">
          {stage === 'before-deployment'
            ? 'Not recorded yet. Record it before the approvals: they are given for it, and have to be given again when it changes.'
            : 'Not recorded before the deployment.'}
        </Text>
      ) : (
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Link href={proposedChange.link} openNewTab>
            {proposedChange.link}
          </Link>
          <Text>at</Text>
          <Code>{proposedChange.revision}</Code>
        </Inline>
      )}
    </Stack>
  );
}
