import type { Change } from './change';
import type { ActOf, Command } from './command';
import { closedIssue, mayNotEdit, membership, notDeployedYet, textProblem } from './decide-checks';
import type { LedgerEvent } from './event';
import { readLink } from './https-link';
import { wasEscalated } from './intend';
import { APPROVER, groupForRole, SLOTS } from './policy';
import { type Refusal, refuse } from './refusal';
import { isFollowedUp, postMortemSince } from './settle-obligations';
import { whoCanApprove } from './words';

const MAX_LABEL = 200;

/** "I am on it": one click by a member of a group that was called; of the escalation group once it came to that. */
export function acknowledge(change: Change, command: Command): LedgerEvent | Refusal {
  const { person } = command;
  const problem = closedIssue(change, command);
  if (problem !== undefined) return problem;
  const slots = SLOTS.filter((slot) => groupForRole(slot, change.policy, person.groups) !== undefined);
  const escalatedTo = wasEscalated(change) && groupForRole('escalation', change.policy, person.groups) !== undefined;
  if (slots.length === 0 && !escalatedTo) {
    return refuse(
      'not-eligible',
      `Nobody called you here. Somebody of ${SLOTS.map((slot) => whoCanApprove(slot, change)).join(' or ')} can say that they are on it.`,
    );
  }
  return change.acknowledged.some(({ by }) => by === person.accountId)
    ? refuse('already-decided', 'You have already said that you are on it.')
    : { type: 'acknowledged', by: person.accountId, slots };
}

export function linkEvidence(change: Change, command: Command, act: ActOf<'link-evidence'>): LedgerEvent | Refusal {
  const problem = mayNotEdit(command, 'evidence') ?? textProblem(act.label, 'what the link shows');
  if (problem !== undefined) return problem;
  const label = act.label.trim();
  if (label.length > MAX_LABEL) return refuse('too-long', `The name may have ${MAX_LABEL} characters.`);
  const link = readLink(act.link, 'https://example.com/builds/42');
  if (typeof link !== 'string') return link;
  return change.evidence.some((known) => known.link === link)
    ? refuse('already-decided', 'This link is already recorded.')
    : { type: 'evidence-linked', link, label, by: command.person.accountId };
}

export function recordPostMortem(
  change: Change,
  command: Command,
  act: ActOf<'record-post-mortem'>,
): LedgerEvent | Refusal {
  const problem = mayNotEdit(command, 'the post-mortem') ?? notDeployedYet(change) ?? complete(change, 'post-mortem');
  if (problem !== undefined) return problem;
  if (act.heldAt > command.checkedAt) {
    return refuse('in-the-future', 'The post-mortem cannot have been held in the future. Record it after the meeting.');
  }
  const since = postMortemSince(change);
  if (since !== undefined && act.heldAt < since) {
    return refuse('too-early', 'A post-mortem is held after the deployment. Correct the time of the meeting.');
  }
  const link = readLink(act.link, 'https://example.com/post-mortem/42, where the report can be read');
  if (typeof link !== 'string') return link;
  return { type: 'post-mortem-held', heldAt: act.heldAt, link, by: command.person.accountId };
}

export function confirmAttendance(
  change: Change,
  command: Command,
  { slot }: ActOf<'confirm-attendance'>,
): LedgerEvent | Refusal {
  const by = command.person.accountId;
  const authority = membership(slot, change, command.person.groups, command);
  if (authority === undefined) {
    return refuse(
      'not-eligible',
      `You are not ${APPROVER[slot]}. Somebody of ${whoCanApprove(slot, change)} who took part has to confirm it.`,
    );
  }
  if (change.postMortem === null) {
    return refuse('too-early', 'Nobody has recorded yet that the post-mortem was held. Record it first.');
  }
  if (change.attendance.some((confirmed) => confirmed.by === by)) {
    return refuse('already-decided', 'You have already confirmed that you took part.');
  }
  return { type: 'attendance-confirmed', slot, by, authority };
}

export function linkDocument(change: Change, command: Command, act: ActOf<'link-document'>): LedgerEvent | Refusal {
  const what = act.document === 'pull-request' ? 'the pull request' : 'the change documentation';
  const problem = mayNotEdit(command, what) ?? notDeployedYet(change);
  if (problem !== undefined) return problem;
  const link = readLink(act.link, 'https://example.com/changes/42');
  if (typeof link !== 'string') return link;
  return change.documents[act.document]?.link === link
    ? refuse('already-decided', 'This link is already recorded.')
    : { type: 'document-linked', document: act.document, link, by: command.person.accountId };
}

const complete = (change: Change, followUp: 'post-mortem'): Refusal | undefined =>
  isFollowedUp(change, followUp)
    ? refuse('already-decided', 'The post-mortem is complete, and what was recorded of it stays.')
    : undefined;
