import { Inline, Link, Stack, Text } from '@forge/react';
import type { Attestation, ReviewView } from '../../../api';
import { Card, type Standing } from '../../shared/card';
import { CHECKLIST, RISK_TEXT } from '../checklist';
import { DifferenceLines } from '../difference-lines';
import type { DialogOffer, IntendedAct } from '../intended-act';
import { useMoments } from '../moments';
import { OfferButtons } from '../offer-buttons';
import { PersonLine } from '../../shared/person-line';

const STATE: Readonly<Record<ReviewView['state'], Standing>> = {
  missing: { text: 'Missing', appearance: 'default' },
  passed: { text: 'Passed', appearance: 'success' },
  failed: { text: 'Not passed', appearance: 'removed' },
  stale: { text: 'Changed since', appearance: 'moved' },
  void: { text: 'Does not count', appearance: 'moved' },
};

interface ReviewPartProps {
  readonly review: ReviewView;
  readonly offers: readonly DialogOffer[];
  readonly onIntend: (intended: IntendedAct) => void;
}

/** One expedited review: who did it, what was found, what keeps it from counting, and what this viewer can do. */
export function ReviewPart({ review, offers, onIntend }: ReviewPartProps) {
  const { momentText } = useMoments();
  const { done } = review;
  return (
    <Card title={review.title} standing={STATE[review.state]}>
      {done !== null && (
        <Stack space="space.050">
          <PersonLine
            accountId={done.by}
            words={`reviewed it${done.retroactive ? ' retroactively' : ''} on ${momentText(done.at)}`}
          />
          <AttestationLines attestation={done.attestation} />
        </Stack>
      )}
      <DifferenceLines changed={review.changed} />
      {review.missing !== null && <Text color="color.text.subtle">{review.missing}</Text>}
      <OfferButtons
        label={review.title}
        offers={offers.filter((offer) => offer.kind === 'review' && offer.review === review.review)}
        onIntend={onIntend}
        {...(done !== null && { wordsOf: () => `Do the ${review.title.toLowerCase()} again` })}
      />
    </Card>
  );
}

function AttestationLines({ attestation }: { readonly attestation: Attestation }) {
  const unmet = CHECKLIST.filter(({ point }) => !attestation[point]);
  const { findings, link, risk } = attestation;
  return (
    <Stack space="space.050">
      <Text>
        {unmet.length === 0
          ? 'Every point of the checklist is met.'
          : `Not met: ${unmet.map(({ short }) => short).join(', ')}.`}
      </Text>
      {risk !== null && <Text>{`${RISK_TEXT[risk.level]}: ${risk.why}`}</Text>}
      {findings !== '' && <Text>{`“${findings}”`}</Text>}
      <Inline>
        <Link href={link} openNewTab>
          What was reviewed
        </Link>
      </Inline>
    </Stack>
  );
}
