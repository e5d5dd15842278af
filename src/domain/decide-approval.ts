import { type Change, isUnratified } from './change';
import type { ActOf, Command } from './command';
import { contentSeen } from './content';
import {
  authorityFor,
  closedIssue,
  contentMoved,
  deploymentStarted,
  kindMissing,
  reviewedBefore,
  textProblem,
  tooLong,
} from './decide-checks';
import type { LedgerEvent } from './event';
import { contentOf } from './issue-facts';
import { APPROVER, otherSlot, type Slot } from './policy';
import { type Refusal, refuse } from './refusal';
import { gateFacts, standingOf } from './slot-standing';
import { whoCanApprove } from './words';

export function approve(change: Change, command: Command, act: ActOf<'approve'>): LedgerEvent | Refusal {
  const { slot } = act;
  const by = command.person.accountId;
  const authority = authorityFor(slot, change, command);
  if ('code' in authority) return authority;
  const problem = closedIssue(change, command) ?? tooLong(act.comment) ?? kindMissing(change, command);
  if (problem !== undefined) return problem;
  if (change.slots[otherSlot(slot)].approval?.by === by) {
    return refuse(
      'same-person',
      `You have already approved as ${APPROVER[otherSlot(slot)]}. The two approvals have to come from two people: another member of ${whoCanApprove(slot, change)} has to give this one.`,
    );
  }
  const reviewed = reviewedBefore(slot, change, { accountId: by, called: 'You have' });
  if (reviewed !== undefined) return reviewed;
  if (isUnratifiedBy(by, change.slots[slot])) {
    return refuse('ratify-instead', 'Your approval was reported already. Ratify it, or say that you did not give it.');
  }
  const standing = standingOf(slot, change, gateFacts(change, command.facts));
  if (standing.kind === 'rejected') return rejectionStands(slot, change, by);
  if (standing.kind === 'approved') {
    return standing.approval.by === by
      ? refuse('already-decided', 'You have already approved this change as it is now.')
      : refuse(
          'slot-filled',
          `This change already has the approval by ${APPROVER[slot]}. Nothing more is needed here.`,
        );
  }
  return (
    contentMoved(change, command, act.expectedDigest) ?? {
      type: 'approved',
      slot,
      form: 'in-app',
      by,
      comment: act.comment.trim(),
      content: contentSeen(contentOf(change, command.facts)),
      authority,
      retroactive: command.facts.stage !== 'before-deployment',
    }
  );
}

export function reject(change: Change, command: Command, act: ActOf<'reject'>): LedgerEvent | Refusal {
  const by = command.person.accountId;
  const authority = authorityFor(act.slot, change, command);
  if ('code' in authority) return authority;
  const problem =
    closedIssue(change, command) ?? deploymentStarted(command) ?? textProblem(act.reason, 'why you reject it');
  if (problem !== undefined) return problem;
  if (change.slots[act.slot].rejections.some((rejection) => rejection.by === by)) {
    return refuse('already-decided', 'You have already rejected this change. Your rejection stands until you lift it.');
  }
  const content = contentSeen(contentOf(change, command.facts));
  return { type: 'rejected', slot: act.slot, by, reason: act.reason.trim(), content, authority };
}

export function liftRejection(change: Change, command: Command, act: ActOf<'lift-rejection'>): LedgerEvent | Refusal {
  const by = command.person.accountId;
  const problem = closedIssue(change, command) ?? textProblem(act.reason, 'why it no longer stands');
  if (problem !== undefined) return problem;
  const { rejections } = change.slots[act.slot];
  if (rejections.length === 0) return nothingRejected();
  if (!rejections.some((rejection) => rejection.by === by)) {
    return refuse(
      'not-yours',
      `Only the person who rejected can lift it. Another member of ${whoCanApprove(act.slot, change)} can override it with a reason.`,
    );
  }
  return { type: 'rejection-lifted', slot: act.slot, by, reason: act.reason.trim() };
}

export function overrideRejection(
  change: Change,
  command: Command,
  act: ActOf<'override-rejection'>,
): LedgerEvent | Refusal {
  const by = command.person.accountId;
  const authority = authorityFor(act.slot, change, command);
  if ('code' in authority) return authority;
  const problem = closedIssue(change, command) ?? textProblem(act.reason, 'why you override it');
  if (problem !== undefined) return problem;
  const { rejections } = change.slots[act.slot];
  if (rejections.length === 0) return nothingRejected();
  if (rejections.some((rejection) => rejection.by === by)) {
    return refuse('own-rejection', 'One of the rejections is yours: lift it yourself instead of overriding it.');
  }
  return (
    contentMoved(change, command, act.expectedDigest) ?? {
      type: 'rejections-overridden',
      slot: act.slot,
      by,
      rejectedBy: rejections.map((rejection) => rejection.by),
      reason: act.reason.trim(),
      authority,
    }
  );
}

export function withdraw(change: Change, command: Command, act: ActOf<'withdraw'>): LedgerEvent | Refusal {
  const { approval } = change.slots[act.slot];
  if (approval === null) return refuse('no-approval', `There is no approval by ${APPROVER[act.slot]} to withdraw.`);
  if (approval.by !== command.person.accountId) {
    return refuse(
      'not-yours',
      `Only the person who approved can withdraw it. Another member of ${whoCanApprove(act.slot, change)} can reject the change instead.`,
    );
  }
  const problem = deploymentStarted(command) ?? textProblem(act.reason, 'why you withdraw it');
  if (problem !== undefined) return problem;
  return { type: 'withdrawn', slot: act.slot, by: approval.by, reason: act.reason.trim() };
}

function rejectionStands(slot: Slot, change: Change, by: string): Refusal {
  return change.slots[slot].rejections.some((rejection) => rejection.by === by)
    ? refuse('own-rejection', 'You have rejected this change. Lift your rejection before you approve.')
    : refuse(
        'rejected',
        `This change was rejected. The person who rejected can lift it, or you can override it with a reason; then it can be approved.`,
      );
}

const nothingRejected = () => refuse('no-rejection', 'No rejection stands here any more.');

const isUnratifiedBy = (by: string, { approval }: Change['slots'][Slot]): boolean =>
  approval !== null && approval.by === by && isUnratified(approval);
