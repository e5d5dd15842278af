import { type Change, isUnratified } from './change';
import type { ActOf, Command } from './command';
import { contentSeen } from './content';
import {
  authorityFor,
  closedIssue,
  contentMoved,
  isRequester,
  kindMissing,
  mayNotEdit,
  membership,
  reviewedBefore,
  textProblem,
  tooLong,
  wasDeployed,
} from './decide-checks';
import type { LedgerEvent } from './event';
import { readLink } from './https-link';
import { contentOf } from './issue-facts';
import { APPROVER, otherSlot } from './policy';
import type { Report } from './record-shapes';
import { type Refusal, refuse } from './refusal';
import { gateFacts, standingOf } from './slot-standing';
import { whoCanApprove } from './words';

const MAX_CHANNEL = 200;

export function reportApproval(change: Change, command: Command, act: ActOf<'report-approval'>): LedgerEvent | Refusal {
  const problem =
    mayNotEdit(command, 'an approval that was given elsewhere') ??
    closedIssue(change, command) ??
    kindMissing(change, command) ??
    witnessProblem(change, command, act);
  if (problem !== undefined) return problem;
  const authority = membership(act.slot, change, command.namedGroups ?? [], command);
  if (authority === undefined) {
    return refuse(
      'not-eligible',
      `The person you named is not ${APPROVER[act.slot]}. Only an approval by somebody of ${whoCanApprove(act.slot, change)} counts here.`,
    );
  }
  const filled = slotProblem(change, command, act);
  if (filled !== undefined) return filled;
  const report = readReport(command, act);
  if ('code' in report) return report;
  return (
    contentMoved(change, command, act.expectedDigest) ?? {
      type: 'approval-reported',
      slot: act.slot,
      by: act.approver,
      report,
      content: contentSeen(contentOf(change, command.facts)),
      authority,
      retroactive: command.facts.stage !== 'before-deployment',
    }
  );
}

/** Nobody reports himself or a requester; by default one witness does not report both. */
function witnessProblem(change: Change, command: Command, act: ActOf<'report-approval'>): Refusal | undefined {
  const witness = command.person.accountId;
  if (act.approver === witness) {
    return refuse(
      'report-own',
      'You cannot report your own approval. If you may approve, do it yourself in this panel.',
    );
  }
  if (isRequester(change, command, act.approver)) {
    return refuse(
      'not-independent',
      `The person you named is or was the reporter, creator or assignee of this issue and cannot approve it. Ask another member of ${whoCanApprove(act.slot, change)}.`,
    );
  }
  const reviewed = reviewedBefore(act.slot, change, { accountId: act.approver, called: 'The person you named has' });
  if (reviewed !== undefined) return reviewed;
  const other = change.slots[otherSlot(act.slot)].approval;
  if (other?.by === act.approver) {
    return refuse(
      'same-person',
      `The person you named has already approved as ${APPROVER[otherSlot(act.slot)]}. The two approvals have to come from two people.`,
    );
  }
  if (!change.policy.content.rules.oneWitnessMayReportBoth && other?.report?.witness === witness) {
    return refuse(
      'same-witness',
      'You have already reported the other approval. Somebody else who heard this one has to report it, or the approver approves in this panel.',
    );
  }
  return undefined;
}

function slotProblem(change: Change, command: Command, { slot }: ActOf<'report-approval'>): Refusal | undefined {
  const standing = standingOf(slot, change, gateFacts(change, command.facts));
  if (standing.kind === 'rejected') {
    return refuse(
      'rejected',
      'This change was rejected. The person who rejected can lift it, or another member of the group can override it with a reason; then it can be approved.',
    );
  }
  // What its approver stands for himself is not made a matter of hearsay by an edit after the deployment.
  const stands = standing.kind === 'stale' && wasDeployed(change) && !isUnratified(standing.approval);
  return standing.kind === 'approved' || standing.kind === 'unratified' || stands
    ? refuse('slot-filled', `This change already has the approval by ${APPROVER[slot]}.`)
    : undefined;
}

function readReport(command: Command, act: ActOf<'report-approval'>): Report | Refusal {
  const channel = act.channel.trim();
  const problem =
    textProblem(channel, 'how the approval was given, such as by phone or in a chat') ?? tooLong(act.note);
  if (problem !== undefined) return problem;
  if (channel.length > MAX_CHANNEL) return refuse('too-long', `The channel may have ${MAX_CHANNEL} characters.`);
  if (act.saidAt > command.checkedAt) {
    return refuse('in-the-future', 'The approval cannot have been given in the future. Correct the time.');
  }
  const said = {
    form: act.form,
    witness: command.person.accountId,
    channel,
    saidAt: act.saidAt,
    note: act.note.trim(),
  };
  if (act.form === 'verbal') return { ...said, link: null };
  const link = readLink(act.link, 'https://example.com/message/42, where the written approval can be read');
  return typeof link === 'string' ? { ...said, link } : link;
}

export function ratify(change: Change, command: Command, act: ActOf<'ratify'>): LedgerEvent | Refusal {
  const waiting = waitingForMe(change, command, act.slot);
  if (waiting !== undefined) return waiting;
  const authority = authorityFor(act.slot, change, command);
  if ('code' in authority) return authority;
  return (
    reviewedBefore(act.slot, change, { accountId: command.person.accountId, called: 'You have' }) ??
    closedIssue(change, command) ??
    contentMoved(change, command, act.expectedDigest) ?? {
      type: 'ratified',
      slot: act.slot,
      by: command.person.accountId,
      content: contentSeen(contentOf(change, command.facts)),
      authority,
      retroactive: wasDeployed(change),
    }
  );
}

export function repudiate(change: Change, command: Command, act: ActOf<'repudiate'>): LedgerEvent | Refusal {
  return (
    waitingForMe(change, command, act.slot) ??
    textProblem(act.reason, 'what is not true about the report') ?? {
      type: 'repudiated',
      slot: act.slot,
      by: command.person.accountId,
      reason: act.reason.trim(),
    }
  );
}

function waitingForMe(change: Change, { person }: Command, slot: ActOf<'ratify'>['slot']): Refusal | undefined {
  const { approval } = change.slots[slot];
  if (approval === null || !isUnratified(approval)) {
    return refuse('nothing-to-ratify', `No reported approval by ${APPROVER[slot]} waits to be ratified.`);
  }
  return approval.by === person.accountId
    ? undefined
    : refuse(
        'not-yours',
        `Only the person who is said to have approved can ratify or repudiate it. Another member of ${whoCanApprove(slot, change)} can approve in their own name.`,
      );
}
