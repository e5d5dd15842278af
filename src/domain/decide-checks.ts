import type { Change } from './change';
import type { Command } from './command';
import { contentDigest } from './content';
import { MAX_COMMENT } from './event';
import type { AccountId } from './ids';
import { contentOf, requestersOf } from './issue-facts';
import { APPROVER, type Authority, type Group, groupForRole, type GroupRole, type Slot } from './policy';
import { type Refusal, refuse } from './refusal';
import { reviewBarring } from './review-standing';
import { REVIEW_NAME, whoCanApprove } from './words';

/** The right of the person who acts to decide for a slot: a member of its group who never asked for the change. */
export function authorityFor(slot: Slot, change: Change, command: Command): Authority | Refusal {
  const { person } = command;
  if (isRequester(change, command, person.accountId)) {
    return refuse(
      'not-independent',
      `You are or were the reporter, creator or assignee of this issue, so you cannot decide on it. Another member of ${whoCanApprove(slot, change)} can.`,
    );
  }
  return (
    membership(slot, change, person.groups, command) ??
    refuse('not-eligible', `You are not ${APPROVER[slot]}. Somebody of ${whoCanApprove(slot, change)} can decide here.`)
  );
}

/** Membership of a group of the role among `groups`, as it goes into the row; undefined if there is none. */
export function membership(
  role: GroupRole,
  change: Change,
  groups: readonly Group[],
  { checkedAt }: Command,
): Authority | undefined {
  const group = groupForRole(role, change.policy, groups);
  return group && { kind: group.kind, groupId: group.groupId, groupName: group.name, checkedAt };
}

/** Refuses an approval by somebody who reviewed the change, where the policy wants two people for that. */
export function reviewedBefore(
  slot: Slot,
  change: Change,
  approver: { readonly accountId: AccountId; readonly called: 'You have' | 'The person you named has' },
): Refusal | undefined {
  const reviewed = reviewBarring(change, approver.accountId);
  return (
    reviewed &&
    refuse(
      'same-person',
      `${approver.called} done the ${REVIEW_NAME[reviewed]} of this change, and in this project nobody does both. Another member of ${whoCanApprove(slot, change)} has to approve, or somebody else has to do that review first.`,
    )
  );
}

export const isRequester = (change: Change, { facts }: Command, accountId: AccountId): boolean =>
  requestersOf(change, facts).has(accountId);

/** Whether the change ever went into deployment. What is recorded for it afterwards is retroactive. */
export const wasDeployed = (change: Change): boolean => change.deployed !== null || change.passages.length > 0;

/** Refuses decisions on what was cancelled or closed without ever being deployed. */
export function closedIssue(change: Change, { facts }: Command): Refusal | undefined {
  const over = facts.stage === 'cancelled' || facts.stage === 'closed';
  return over && !wasDeployed(change)
    ? refuse('too-late', `This emergency change is ${facts.stage}. Nothing more can be decided on it.`)
    : undefined;
}

export function deploymentStarted({ facts }: Command): Refusal | undefined {
  return facts.stage === 'before-deployment'
    ? undefined
    : refuse(
        'too-late',
        'The deployment has started: what was decided before it stays on record. Raise it in the post-mortem.',
      );
}

export function notDeployedYet(change: Change): Refusal | undefined {
  return wasDeployed(change)
    ? undefined
    : refuse('too-early', 'The change is not deployed yet. This is recorded once it is.');
}

export function mayNotEdit({ person }: Command, what: string): Refusal | undefined {
  return person.mayEdit
    ? undefined
    : refuse('may-not-edit', `Only people who may edit this issue can record ${what}. Ask its reporter or assignee.`);
}

export function kindMissing(change: Change, { facts }: Command): Refusal | undefined {
  return facts.content.kind === null
    ? refuse(
        'kind-missing',
        `Nobody has said yet what kind of critical issue this is. Somebody who may edit the issue has to set the field "${change.policy.content.kindField}" first.`,
      )
    : undefined;
}

export function contentMoved(change: Change, { facts }: Command, expectedDigest: string): Refusal | undefined {
  return contentDigest(contentOf(change, facts)) === expectedDigest
    ? undefined
    : refuse(
        'content-changed',
        'The change was edited while you were looking at it. Read it again as it is now, then decide.',
      );
}

export const tooLong = (text: string): Refusal | undefined =>
  text.trim().length > MAX_COMMENT
    ? refuse('too-long', `Please shorten the text to ${MAX_COMMENT} characters; it has ${text.trim().length}.`)
    : undefined;

export const textProblem = (text: string, what: string): Refusal | undefined =>
  text.trim() === '' ? refuse('bad-input', `Please say ${what}.`) : tooLong(text);
