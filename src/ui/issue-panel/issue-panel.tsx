import { Button, Inline, Lozenge, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import { useState } from 'react';
import type { ChangeView, NextStepView, Stage } from '../../api';
import { ActDialog } from './act-dialog';
import type { IntendedAct } from './intended-act';
import { ProposedChangePart } from './proposed-change-part';
import { SlotPart } from './slot-part';
import { StepsPart } from './steps-part';
import { type ChangeOnScreen, useChange } from './use-change';

const STAGE: Readonly<
  Record<Stage, { readonly text: string; readonly appearance: 'default' | 'inprogress' | 'success' }>
> = {
  'before-deployment': { text: 'Not deployed yet', appearance: 'default' },
  deploying: { text: 'Deploying', appearance: 'inprogress' },
  deployed: { text: 'Deployed', appearance: 'success' },
  closed: { text: 'Closed', appearance: 'success' },
  cancelled: { text: 'Cancelled', appearance: 'default' },
};

const TONE: Readonly<Record<NextStepView['tone'], 'information' | 'success' | 'warning' | 'discovery'>> = {
  act: 'discovery',
  wait: 'information',
  done: 'success',
  problem: 'warning',
};

/** The emergency change of the issue, for the person who looks at it. */
export function IssuePanel() {
  const screen = useChange();
  const { loaded, reload } = screen;
  switch (loaded.kind) {
    case 'loading':
      return <Spinner label="Reading the emergency change" />;
    case 'not-here':
      return <Text>{loaded.message}</Text>;
    case 'failed':
      return (
        <SectionMessage appearance="error" title="The emergency change cannot be shown">
          <Text>{loaded.message}</Text>
          <Button onClick={() => void reload()}>Try again</Button>
        </SectionMessage>
      );
    case 'ready':
      return <ChangePanel change={loaded.change} act={screen.act} />;
  }
}

function ChangePanel({ change, act }: { readonly change: ChangeView; readonly act: ChangeOnScreen['act'] }) {
  const [intended, setIntended] = useState<IntendedAct>();
  const stage = STAGE[change.stage];
  return (
    <Stack space="space.200">
      <Inline space="space.100" alignBlock="center" shouldWrap>
        <Text weight="bold">
          {change.number === null ? 'Not in the register yet' : `Register number ${change.number}`}
        </Text>
        <Lozenge appearance={stage.appearance}>{stage.text}</Lozenge>
        {change.kind !== null && <Lozenge appearance="removed">{change.kind}</Lozenge>}
      </Inline>
      <SectionMessage appearance={TONE[change.next.tone]} title={change.next.headline}>
        <Text>{change.next.detail}</Text>
      </SectionMessage>
      <StepsPart steps={change.steps}>
        {change.slots.map((slot) => (
          <SlotPart key={slot.slot} slot={slot} offers={change.offers} onIntend={setIntended} />
        ))}
      </StepsPart>
      <ProposedChangePart change={change} onIntend={setIntended} />
      {intended !== undefined && (
        <ActDialog
          key={intended.commandId}
          intended={intended}
          change={change}
          act={act}
          onClose={() => setIntended(undefined)}
        />
      )}
    </Stack>
  );
}
