import { Box, Button, ButtonGroup, Inline, Lozenge, Stack, Text, User, xcss } from '@forge/react';
import type { DecisionView, Difference, Offer, SlotView } from '../../api';
import { ACT_WORDS } from './act-words';
import { type IntendedAct, intend } from './intended-act';
import { useMomentText } from './moment-text';

const STATE: Readonly<
  Record<SlotView['state'], { readonly text: string; readonly appearance: 'default' | 'success' | 'removed' | 'moved' }>
> = {
  missing: { text: 'Missing', appearance: 'default' },
  approved: { text: 'Approved', appearance: 'success' },
  rejected: { text: 'Rejected', appearance: 'removed' },
  stale: { text: 'Changed since', appearance: 'moved' },
  void: { text: 'Does not count', appearance: 'moved' },
};

const card = xcss({
  borderColor: 'color.border',
  borderStyle: 'solid',
  borderWidth: 'border.width',
  borderRadius: 'radius.small',
  padding: 'space.150',
});

interface SlotPartProps {
  readonly slot: SlotView;
  readonly offers: readonly Offer[];
  readonly onIntend: (intended: IntendedAct) => void;
}

/** One approval slot: who decided and when, what keeps it from counting, and what this viewer can do. */
export function SlotPart({ slot, offers, onIntend }: SlotPartProps) {
  const mine = offers.flatMap((offer) => (offer.kind !== 'propose-change' && offer.slot === slot.slot ? [offer] : []));
  return (
    <Box xcss={card}>
      <Stack space="space.100">
        <Inline space="space.100" alignBlock="center" shouldWrap>
          <Text weight="medium">{slot.title}</Text>
          <Lozenge appearance={STATE[slot.state].appearance}>{STATE[slot.state].text}</Lozenge>
        </Inline>
        {slot.approval !== null && (
          <Decision decision={slot.approval} verb={slot.approval.retroactive ? 'approved retroactively' : 'approved'} />
        )}
        {slot.rejections.map((rejection) => (
          <Decision key={rejection.by} decision={rejection} verb="rejected" />
        ))}
        {slot.changed.map((difference) => (
          <Text key={difference.field}>{differenceText(difference)}</Text>
        ))}
        {slot.missing !== null && <Text color="color.text.subtle">{slot.missing}</Text>}
        {mine.length > 0 && (
          <ButtonGroup label={`Decide as ${slot.title}`}>
            {mine.map((offer) => (
              <Button
                key={offer.kind}
                appearance={offer.kind === 'approve' ? 'primary' : 'default'}
                onClick={() => onIntend(intend(offer))}
              >
                {ACT_WORDS[offer.kind].button}
              </Button>
            ))}
          </ButtonGroup>
        )}
      </Stack>
    </Box>
  );
}

function Decision({ decision, verb }: { readonly decision: DecisionView; readonly verb: string }) {
  const momentText = useMomentText();
  return (
    <Stack space="space.050">
      <Inline space="space.075" alignBlock="center" shouldWrap>
        <User accountId={decision.by} />
        <Text color="color.text.subtle">{`${verb} on ${momentText(decision.at)}`}</Text>
      </Inline>
      {decision.text !== '' && <Text>{`“${decision.text}”`}</Text>}
    </Stack>
  );
}

const FIELD: Readonly<Record<Difference['field'], string>> = {
  summary: 'Summary',
  description: 'Description',
  kind: 'Kind of critical issue',
  'proposed change': 'Proposed change',
};

const differenceText = ({ field, before, after }: Difference): string =>
  before === undefined || after === undefined
    ? `${FIELD[field]}: changed. The issue's history shows how.`
    : `${FIELD[field]}: was “${before}”, is now “${after}”.`;
