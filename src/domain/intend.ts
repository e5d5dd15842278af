import { type Change, isUnratified } from './change';
import type { Audience, EffectAction, EffectSpec, Topic } from './effect';
import { hasAnswered, remindAt } from './reminders';
import type { Moment } from './ids';
import { isOpen } from './obligation';
import { FOLLOW_UPS, type FollowUp, SLOTS } from './policy';
import { isFollowedUp, notificationId } from './settle-obligations';

const BOTH_GROUPS: Audience[] = SLOTS.map((role) => ({ kind: 'group', role }));

/** Effects that the rows and the time call for and that nobody has intended yet. */
export function newEffects(change: Change, now: Moment, closedSubtasks: ReadonlySet<FollowUp>): readonly EffectSpec[] {
  const known = new Set(change.effects.map(({ id }) => id));
  return wanted(change, now, closedSubtasks).filter(({ id }) => !known.has(id));
}

function wanted(change: Change, now: Moment, closedSubtasks: ReadonlySet<FollowUp>): readonly EffectSpec[] {
  if (change.whereabouts !== 'here') return [];
  return [
    ...registration(change),
    ...ratification(change),
    ...reminders(change, now),
    ...followUps(change, closedSubtasks),
    ...breaches(change),
  ];
}

/** The e-mail is the notification that the procedure asks for; the comment rings the bell in Jira where it can. */
function registration(change: Change): readonly EffectSpec[] {
  if (change.stage === 'cancelled') return [];
  const topic: Topic = { kind: 'registered' };
  return [
    ...SLOTS.map((role): EffectSpec => ({
      id: notificationId(role),
      action: { kind: 'email', topic, to: [{ kind: 'group', role }] },
    })),
    { id: 'comment:registered', action: { kind: 'comment', topic, to: BOTH_GROUPS } },
    { id: 'label:emergency-change', action: { kind: 'label', label: 'emergency-change' } },
  ];
}

const message = (name: string, topic: Topic, to: Audience[]): readonly EffectSpec[] =>
  (['email', 'comment'] as const).map((kind) => ({ id: `${kind}:${name}`, action: { kind, topic, to } }));

function ratification(change: Change): readonly EffectSpec[] {
  return SLOTS.flatMap((slot) => {
    const { approval, repudiated } = change.slots[slot];
    const asked =
      approval !== null && isUnratified(approval)
        ? message(`ratify:${approval.seq}`, { kind: 'ratify', slot, approvalSeq: approval.seq }, [
            { kind: 'person', accountId: approval.by },
          ])
        : [];
    const told = repudiated.flatMap(({ seq }) =>
      message(`repudiated:${seq}`, { kind: 'repudiated', slot, seq }, BOTH_GROUPS),
    );
    return [...asked, ...told];
  });
}

function reminders(change: Change, now: Moment): readonly EffectSpec[] {
  const due = remindAt(change);
  const isDue = (at: Moment | undefined) => at !== undefined && at <= now;
  const unanswered = SLOTS.filter((slot) => !hasAnswered(change, slot)).map((role): Audience => ({
    kind: 'group',
    role,
  }));
  return [
    ...(isDue(due.unanswered) ? message('unanswered', { kind: 'unanswered' }, unanswered) : []),
    ...(isDue(due.escalated)
      ? message('escalated', { kind: 'escalated' }, [{ kind: 'group', role: 'escalation' }])
      : []),
    ...(isDue(due.notMarkedDeployed)
      ? message('not-marked-deployed', { kind: 'not-marked-deployed' }, peopleOf(change))
      : []),
    ...(isDue(due.followUpDue) ? message('follow-up-due', { kind: 'follow-up-due' }, BOTH_GROUPS) : []),
  ];
}

/** Nobody had answered the reminder, and those of the escalation were called. */
export const wasEscalated = ({ effects }: Change): boolean => effects.some(({ id }) => id === 'email:escalated');

const peopleOf = (change: Change): Audience[] => {
  const deployer = change.passages.at(-1)?.move.by;
  const people = deployer == null ? change.requesters : [deployer];
  return people.map((accountId) => ({ kind: 'person', accountId }));
};

function followUps(change: Change, closedSubtasks: ReadonlySet<FollowUp>): readonly EffectSpec[] {
  const begun = FOLLOW_UPS.filter((followUp) => change.obligations.some(({ id }) => id === followUp));
  return begun.flatMap((followUp): EffectSpec[] => {
    const created = change.effects.some(({ id, doneAt }) => id === subtaskId(followUp) && doneAt !== null);
    const subtask: EffectSpec = { id: subtaskId(followUp), action: { kind: 'subtask', followUp } };
    if (!created) return [subtask];
    const done = isFollowedUp(change, followUp);
    const next: EffectAction | undefined =
      done && !closedSubtasks.has(followUp)
        ? { kind: 'close-subtask', followUp }
        : !done && closedSubtasks.has(followUp)
          ? { kind: 'comment', topic: { kind: 'link-wanted', followUp }, to: peopleOf(change) }
          : undefined;
    return next === undefined ? [subtask] : [subtask, { id: `${next.kind}:link:${followUp}`, action: next }];
  });
}

export const subtaskId = (followUp: FollowUp): string => `subtask:${followUp}`;

/** One message for all that was found at once; each breach is told in one message only. */
function breaches(change: Change): readonly EffectSpec[] {
  if (change.breaches.length === 0) return [];
  const told = new Set(
    change.effects.flatMap(({ action }) =>
      action.kind === 'email' && action.topic.kind === 'breach' ? action.topic.breachIds : [],
    ),
  );
  const untold = change.breaches.map(({ id }) => id).filter((id) => !told.has(id));
  const [first] = untold;
  return [
    ...(first === undefined ? [] : message(`breach:${first}`, { kind: 'breach', breachIds: untold }, BOTH_GROUPS)),
    { id: 'label:emergency-change-breach', action: { kind: 'label', label: 'emergency-change-breach' } },
    { id: 'flag', action: { kind: 'flag' } },
  ];
}

/** The obligations that are still open, for the words of a message. */
export const openFollowUps = (change: Change): readonly FollowUp[] =>
  FOLLOW_UPS.filter((followUp) => change.obligations.some((one) => one.id === followUp && isOpen(one)));
