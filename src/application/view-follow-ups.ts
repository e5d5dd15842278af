import type { FollowUpView, PostMortemView } from '../api';
import type { Change } from '../domain/change';
import type { Moment } from '../domain/ids';
import { isLate, isOpen, type Obligation } from '../domain/obligation';
import { FOLLOW_UPS, type FollowUp } from '../domain/policy';
import { capital } from '../domain/words';
import { followUpTitle } from './messages';

export const viewFollowUps = (change: Change, now: Moment): readonly FollowUpView[] =>
  FOLLOW_UPS.map((followUp) => {
    const obligation = change.obligations.find(({ id }) => id === followUp);
    return {
      followUp,
      title: capital(followUpTitle(followUp)),
      state: obligation === undefined ? 'not-begun' : stateOf(obligation, now),
      due: obligation?.due ?? null,
      doneAt: obligation?.doneAt ?? null,
      link: linkOf(change, followUp),
    };
  });

function stateOf(obligation: Obligation, now: Moment): FollowUpView['state'] {
  const late = isLate(obligation, now);
  if (isOpen(obligation)) return late ? 'overdue' : 'open';
  return late ? 'done-late' : 'done';
}

const linkOf = (change: Change, followUp: FollowUp): string | null =>
  (followUp === 'post-mortem' ? change.postMortem : change.documents[followUp])?.link ?? null;

export const viewPostMortem = ({ postMortem, attendance }: Change): PostMortemView | null =>
  postMortem && {
    heldAt: postMortem.heldAt,
    link: postMortem.link,
    author: postMortem.by,
    attendance: attendance.map(({ slot, by, at }) => ({ slot, by, at })),
  };
