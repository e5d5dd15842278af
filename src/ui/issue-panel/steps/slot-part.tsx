import { Stack, Text } from '@forge/react';
import type { ApprovalView, DecisionView, SlotView } from '../../../api';
import { Card, type Standing } from '../../shared/card';
import { DifferenceLines } from '../difference-lines';
import type { DialogOffer, IntendedAct } from '../intended-act';
import { useMoments } from '../moments';
import { OfferButtons } from '../offer-buttons';
import { PersonLine } from '../../shared/person-line';
import { ReportLines } from '../report-lines';

const STATE: Readonly<Record<SlotView['state'], Standing>> = {
  missing: { text: 'Missing', appearance: 'default' },
  approved: { text: 'Approved', appearance: 'success' },
  unratified: { text: 'Not ratified yet', appearance: 'moved' },
  rejected: { text: 'Rejected', appearance: 'removed' },
  stale: { text: 'Changed since', appearance: 'moved' },
  expired: { text: 'Expired', appearance: 'moved' },
  void: { text: 'Does not count', appearance: 'moved' },
};

interface SlotPartProps {
  readonly slot: SlotView;
  readonly offers: readonly DialogOffer[];
  readonly onIntend: (intended: IntendedAct) => void;
}

/** One approval slot: who decided and when, what keeps it from counting, and what this viewer can do. */
export function SlotPart({ slot, offers, onIntend }: SlotPartProps) {
  const { dueText } = useMoments();
  return (
    <Card title={slot.title} standing={STATE[slot.state]}>
      {slot.approval !== null && <Approval approval={slot.approval} />}
      {slot.ratifyBy !== null && <Text>{`To be ratified by ${dueText(slot.ratifyBy)}.`}</Text>}
      {slot.rejections.map((rejection) => (
        <Decision key={rejection.by} decision={rejection} verb="rejected" />
      ))}
      {slot.repudiated.map((repudiated) => (
        <Decision
          key={`${repudiated.by} ${repudiated.at}`}
          decision={repudiated}
          verb="said not to have given a reported approval"
        />
      ))}
      <DifferenceLines changed={slot.changed} />
      {slot.missing !== null && <Text color="color.text.subtle">{slot.missing}</Text>}
      <OfferButtons
        label={`Decide as ${slot.title}`}
        offers={offers.filter((offer) => isOf(offer, slot))}
        onIntend={onIntend}
      />
    </Card>
  );
}

const isOf = (offer: DialogOffer, { slot }: SlotView): boolean =>
  'slot' in offer && offer.slot === slot && offer.kind !== 'confirm-attendance';

const Approval = ({ approval }: { readonly approval: ApprovalView }) =>
  approval.report === null ? (
    <Decision decision={approval} verb={approval.retroactive ? 'approved retroactively' : 'approved'} />
  ) : (
    <ReportLines approval={approval} report={approval.report} />
  );

function Decision({ decision, verb }: { readonly decision: DecisionView; readonly verb: string }) {
  const { momentText } = useMoments();
  return (
    <Stack space="space.050">
      <PersonLine accountId={decision.by} words={`${verb} on ${momentText(decision.at)}`} />
      {decision.text !== '' && <Text>{`“${decision.text}”`}</Text>}
    </Stack>
  );
}
