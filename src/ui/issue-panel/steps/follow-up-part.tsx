import { Inline, Link, Stack, Text } from '@forge/react';
import type { ChangeView, FollowUpView, PostMortemView, SlotView } from '../../../api';
import { buttonText } from '../act-words';
import { Card, type Standing } from '../../shared/card';
import type { DialogOffer, IntendedAct } from '../intended-act';
import { useMoments } from '../moments';
import { OfferButtons } from '../offer-buttons';
import { PersonLine } from '../../shared/person-line';

const STATE: Readonly<Record<FollowUpView['state'], Standing>> = {
  'not-begun': { text: 'Not begun', appearance: 'default' },
  open: { text: 'Open', appearance: 'inprogress' },
  done: { text: 'Done', appearance: 'success' },
  overdue: { text: 'Overdue', appearance: 'removed' },
  'done-late': { text: 'Done late', appearance: 'moved' },
};

interface FollowUpPartProps {
  readonly followUp: FollowUpView;
  readonly change: ChangeView;
  readonly offers: readonly DialogOffer[];
  readonly onIntend: (intended: IntendedAct) => void;
}

/** One thing that is caught up on after the deployment: by when, whether it is done, and what this viewer can do. */
export function FollowUpPart({ followUp, change, offers, onIntend }: FollowUpPartProps) {
  const { dueText, momentText } = useMoments();
  const { doneAt, due, link, state } = followUp;
  const isPostMortem = followUp.followUp === 'post-mortem';
  return (
    <Card title={followUp.title} standing={STATE[state]}>
      {due !== null && doneAt === null && <Text>{`${state === 'overdue' ? 'Was due' : 'Due'} ${dueText(due)}.`}</Text>}
      {doneAt !== null && (
        <Text color="color.text.subtle">
          {`Done on ${momentText(doneAt)}${due === null ? '' : `, due ${momentText(due)}`}.`}
        </Text>
      )}
      {link !== null && (
        <Inline>
          <Link href={link} openNewTab>
            {isPostMortem ? 'Read the report' : link}
          </Link>
        </Inline>
      )}
      {isPostMortem && change.postMortem !== null && <PostMortemLines postMortem={change.postMortem} change={change} />}
      <OfferButtons
        label={followUp.title}
        offers={offers.filter((offer) => isOf(offer, followUp))}
        onIntend={onIntend}
        wordsOf={(offer) => wordsOf(offer, change, link)}
      />
    </Card>
  );
}

const isOf = (offer: DialogOffer, { followUp }: FollowUpView): boolean =>
  offer.kind === 'link-document'
    ? offer.document === followUp
    : followUp === 'post-mortem' && (offer.kind === 'record-post-mortem' || offer.kind === 'confirm-attendance');

function wordsOf(offer: DialogOffer, { slots }: ChangeView, link: string | null): string {
  if (offer.kind === 'confirm-attendance') {
    const title = slots.find(({ slot }) => slot === offer.slot)?.title ?? offer.slot;
    return `I took part (${title})`;
  }
  if (link === null) return buttonText(offer);
  return offer.kind === 'record-post-mortem' ? 'Correct it' : 'Link another one';
}

interface PostMortemLinesProps {
  readonly postMortem: PostMortemView;
  readonly change: ChangeView;
}

function PostMortemLines({ postMortem, change }: PostMortemLinesProps) {
  const { momentText } = useMoments();
  return (
    <Stack space="space.050">
      <PersonLine accountId={postMortem.author} words={`recorded it, held on ${momentText(postMortem.heldAt)}`} />
      {change.slots.map((slot) => (
        <AttendanceLines key={slot.slot} slot={slot} postMortem={postMortem} />
      ))}
    </Stack>
  );
}

interface AttendanceLinesProps {
  readonly slot: SlotView;
  readonly postMortem: PostMortemView;
}

function AttendanceLines({ slot: { slot, title, attendeesWanted }, postMortem }: AttendanceLinesProps) {
  const { momentText } = useMoments();
  const confirmed = postMortem.attendance.filter((one) => one.slot === slot);
  return (
    <>
      {confirmed.map(({ by, at }) => (
        <PersonLine key={by} accountId={by} words={`took part (${title}), confirmed on ${momentText(at)}`} />
      ))}
      {attendeesWanted > 0 && (
        <Text color="color.text.subtle">
          {confirmed.length === 0
            ? `${title}: nobody has confirmed yet to have taken part.`
            : `${title}: ${attendeesWanted} more ${attendeesWanted === 1 ? 'has' : 'have'} to confirm to have taken part.`}
        </Text>
      )}
    </>
  );
}
