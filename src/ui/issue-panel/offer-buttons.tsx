import { Button, ButtonGroup } from '@forge/react';
import { buttonText } from './act-words';
import { type DialogOffer, intend, type IntendedAct } from './intended-act';

interface OfferButtonsProps {
  /** For a screen reader: what the buttons are about. */
  readonly label: string;
  readonly offers: readonly DialogOffer[];
  readonly onIntend: (intended: IntendedAct) => void;
  /** The first button stands out. */
  readonly isFirstPrimary?: boolean;
  /** Words of its own for a button, where the place says more than the act does. */
  readonly wordsOf?: (offer: DialogOffer) => string;
}

/** A button for each thing that this viewer can do here; nothing where there is none. */
export function OfferButtons({
  label,
  offers,
  onIntend,
  isFirstPrimary = false,
  wordsOf = buttonText,
}: OfferButtonsProps) {
  if (offers.length === 0) return null;
  return (
    <ButtonGroup label={label}>
      {offers.map((offer, index) => (
        <Button
          key={JSON.stringify(offer)}
          appearance={isFirstPrimary && index === 0 ? 'primary' : 'default'}
          onClick={() => onIntend(intend(offer))}
        >
          {wordsOf(offer)}
        </Button>
      ))}
    </ButtonGroup>
  );
}
