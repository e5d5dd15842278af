import { Button, Code, Inline, Link, Stack, Text } from '@forge/react';
import type { ChangeView } from '../../api';
import { type IntendedAct, intend } from './intended-act';

interface ProposedChangePartProps {
  readonly change: ChangeView;
  readonly onIntend: (intended: IntendedAct) => void;
}

/** What will be deployed: the pull request and the revision. */
export function ProposedChangePart({ change, onIntend }: ProposedChangePartProps) {
  const { proposedChange, offers, stage } = change;
  const mayPropose = offers.some((offer) => offer.kind === 'propose-change');
  return (
    <Stack space="space.100">
      <Text weight="bold">Proposed change</Text>
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
      {mayPropose && (
        <Inline>
          <Button onClick={() => onIntend(intend({ kind: 'propose-change' }))}>
            {proposedChange === null ? 'Record the proposed change' : 'Change it'}
          </Button>
        </Inline>
      )}
    </Stack>
  );
}
