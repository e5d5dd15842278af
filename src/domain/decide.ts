import { approve, liftRejection, overrideRejection, reject, withdraw } from './decide-approval';
import { acknowledge, confirmAttendance, linkDocument, linkEvidence, recordPostMortem } from './decide-follow-up';
import { proposeChange } from './decide-proposed-change';
import { ratify, reportApproval, repudiate } from './decide-reported-approval';
import { review } from './decide-review';
import type { Change } from './change';
import type { Command } from './command';
import type { LedgerEvent } from './event';
import { newRequesters } from './issue-facts';
import { type Refusal, refuse } from './refusal';

export type Decision =
  | { readonly kind: 'accepted'; readonly events: readonly LedgerEvent[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** This very command was answered before, by row `seq`; nothing is to be written. */
  | { readonly kind: 'already-recorded'; readonly seq: number };

/** Most rows of one change, so that its checkpoint fits a stored value and reading it stays quick. */
export const MAX_ROWS = 1000;

/** What `command` does to `change`. Pure: everything it needs to know is in its arguments. */
export function decide(change: Change, command: Command): Decision {
  const answered = change.commands[command.id];
  if (answered !== undefined) {
    return answered.actor === command.person.accountId
      ? { kind: 'already-recorded', seq: answered.seq }
      : refused(
          refuse('command-id-reused', 'This action was already used by somebody else. Reload the page and try again.'),
        );
  }
  if (change.cannotJudge !== null) {
    return refused(
      refuse('cannot-judge', `${change.cannotJudge} A Jira administrator has to update the Emergency Change app.`),
    );
  }
  if (change.seq >= MAX_ROWS) {
    return refused(
      refuse('too-many-entries', `This emergency change has ${MAX_ROWS} entries and takes no more. Create a new one.`),
    );
  }
  const outcome = answer(change, command);
  if ('code' in outcome) return refused(outcome);
  const found = newRequesters(change, command.facts);
  return {
    kind: 'accepted',
    events: found.length === 0 ? [outcome] : [{ type: 'requesters-found', requesters: found }, outcome],
  };
}

const refused = (refusal: Refusal): Decision => ({ kind: 'refused', refusal });

function answer(change: Change, command: Command): LedgerEvent | Refusal {
  const { act } = command;
  switch (act.kind) {
    case 'acknowledge':
      return acknowledge(change, command);
    case 'approve':
      return approve(change, command, act);
    case 'report-approval':
      return reportApproval(change, command, act);
    case 'ratify':
      return ratify(change, command, act);
    case 'repudiate':
      return repudiate(change, command, act);
    case 'reject':
      return reject(change, command, act);
    case 'lift-rejection':
      return liftRejection(change, command, act);
    case 'override-rejection':
      return overrideRejection(change, command, act);
    case 'withdraw':
      return withdraw(change, command, act);
    case 'propose-change':
      return proposeChange(change, command, act);
    case 'review':
      return review(change, command, act);
    case 'link-evidence':
      return linkEvidence(change, command, act);
    case 'record-post-mortem':
      return recordPostMortem(change, command, act);
    case 'confirm-attendance':
      return confirmAttendance(change, command, act);
    case 'link-document':
      return linkDocument(change, command, act);
  }
}
