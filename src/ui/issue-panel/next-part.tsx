import { SectionMessage, Stack, Text } from '@forge/react';
import type { ChangeView, NextStepView, Offer } from '../../api';
import { buttonText, ROLE } from './act-words';
import { type DialogOffer, type IntendedAct, isDialogOffer } from './intended-act';
import { OfferButtons } from './offer-buttons';

const TONE: Readonly<Record<NextStepView['tone'], 'information' | 'success' | 'warning' | 'discovery'>> = {
  act: 'discovery',
  wait: 'information',
  done: 'success',
  problem: 'warning',
};

interface NextPartProps {
  readonly change: ChangeView;
  readonly onIntend: (intended: IntendedAct) => void;
}

/** What this viewer should know or do next, with the button for it. */
export function NextPart({ change, onIntend }: NextPartProps) {
  const { detail, headline, offer, tone } = change.next;
  return (
    <SectionMessage appearance={TONE[tone]} title={headline}>
      <Stack space="space.100">
        <Text>{detail}</Text>
        <OfferButtons
          label="What you can do next"
          offers={answersTo(offer)}
          onIntend={onIntend}
          isFirstPrimary
          wordsOf={wordsOf}
        />
      </Stack>
    </SectionMessage>
  );
}

/** Who is asked whether he approved is given both answers. */
function answersTo(offer: Offer | null): readonly DialogOffer[] {
  if (offer === null || !isDialogOffer(offer)) return [];
  return offer.kind === 'ratify' ? [offer, { kind: 'repudiate', slot: offer.slot }] : [offer];
}

const wordsOf = (offer: DialogOffer): string =>
  offer.kind === 'approve' ? `Approve ${ROLE[offer.slot]}` : buttonText(offer);
