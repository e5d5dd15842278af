import type { Change } from './change';
import type { Act, Command } from './command';
import { contentDigest, contentSeen } from './content';
import { type LedgerEvent, MAX_COMMENT } from './event';
import { whoCanApprove } from './gate';
import { contentOf, requestersOf } from './issue-facts';
import { APPROVER, type Authority, groupForSlot, otherSlot, type Slot } from './policy';
import { type Refusal, refuse } from './refusal';
import { standingOf } from './slot-standing';

type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

export function approve(change: Change, command: Command, act: ActOf<'approve'>): LedgerEvent | Refusal {
  const { slot } = act;
  const by = command.person.accountId;
  const authority = authorityFor(slot, change, command);
  if ('code' in authority) return authority;
  const problem = closedIssue(command) ?? tooLong(act.comment) ?? kindMissing(change, command);
  if (problem !== undefined) return problem;
  if (change.slots[otherSlot(slot)].approval?.by === by) {
    return refuse(
      'same-person',
      `You have already approved as ${APPROVER[otherSlot(slot)]}. The two approvals have to come from two people: another member of ${whoCanApprove(slot, change)} has to give this one.`,
    );
  }
  const standing = standingOf(slot, change, command.facts);
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
  const problem = closedIssue(command) ?? deploymentStarted(command) ?? reasonProblem(act.reason, 'why you reject it');
  if (problem !== undefined) return problem;
  if (change.slots[act.slot].rejections.some((rejection) => rejection.by === by)) {
    return refuse('already-decided', 'You have already rejected this change. Your rejection stands until you lift it.');
  }
  const content = contentSeen(contentOf(change, command.facts));
  return { type: 'rejected', slot: act.slot, by, reason: act.reason.trim(), content, authority };
}

export function liftRejection(change: Change, command: Command, act: ActOf<'lift-rejection'>): LedgerEvent | Refusal {
  const by = command.person.accountId;
  const problem = closedIssue(command) ?? reasonProblem(act.reason, 'why it no longer stands');
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
  const problem = closedIssue(command) ?? reasonProblem(act.reason, 'why you override it');
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
  const problem = deploymentStarted(command) ?? reasonProblem(act.reason, 'why you withdraw it');
  if (problem !== undefined) return problem;
  return { type: 'withdrawn', slot: act.slot, by: approval.by, reason: act.reason.trim() };
}

/** The right to decide for a slot: a member of its group, who never asked for the change himself. */
function authorityFor(slot: Slot, change: Change, { person, facts, checkedAt }: Command): Authority | Refusal {
  if (requestersOf(change, facts).has(person.accountId)) {
    return refuse(
      'not-independent',
      `You are or were the reporter, creator or assignee of this issue, so you cannot decide on it. Another member of ${whoCanApprove(slot, change)} can.`,
    );
  }
  const group = groupForSlot(slot, change.policy, person.groups);
  if (group === undefined) {
    return refuse(
      'not-eligible',
      `You are not ${APPROVER[slot]}. Somebody of ${whoCanApprove(slot, change)} can decide here.`,
    );
  }
  return { groupId: group.groupId, groupName: group.name, checkedAt };
}

function closedIssue({ facts }: Command): Refusal | undefined {
  return facts.stage === 'cancelled' || facts.stage === 'closed'
    ? refuse('too-late', `This emergency change is ${facts.stage}. Nothing more can be decided on it.`)
    : undefined;
}

function deploymentStarted({ facts }: Command): Refusal | undefined {
  return facts.stage === 'before-deployment'
    ? undefined
    : refuse(
        'too-late',
        'The deployment has started: what was decided before it stays on record. Raise it in the post-mortem.',
      );
}

function kindMissing(change: Change, { facts }: Command): Refusal | undefined {
  return facts.content.kind === null
    ? refuse(
        'kind-missing',
        `Nobody has said yet what kind of critical issue this is. Somebody who may edit the issue has to set the field "${change.policy.content.kindField}" first.`,
      )
    : undefined;
}

function contentMoved(change: Change, { facts }: Command, expectedDigest: string): Refusal | undefined {
  return contentDigest(contentOf(change, facts)) === expectedDigest
    ? undefined
    : refuse(
        'content-changed',
        'The change was edited while you were looking at it. Read it again as it is now, then decide.',
      );
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

const tooLong = (text: string): Refusal | undefined =>
  text.trim().length > MAX_COMMENT
    ? refuse('too-long', `Please shorten the text to ${MAX_COMMENT} characters; it has ${text.trim().length}.`)
    : undefined;

const reasonProblem = (reason: string, what: string): Refusal | undefined =>
  reason.trim() === '' ? refuse('bad-input', `Please say ${what}.`) : tooLong(reason);
