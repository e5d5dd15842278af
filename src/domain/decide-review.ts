import type { Change } from './change';
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
  textProblem,
  tooLong,
} from './decide-checks';
import type { LedgerEvent } from './event';
import { readLink } from './https-link';
import { contentOf } from './issue-facts';
import { APPROVER, type Authority } from './policy';
import type { Attestation } from './record-shapes';
import { type Refusal, refuse } from './refusal';
import { approvalBarring, otherReview } from './review-standing';
import { REVIEW_NAME, whoCanReview, whoElseCanReview } from './words';

export function review(change: Change, command: Command, act: ActOf<'review'>): LedgerEvent | Refusal {
  const authority = reviewerAuthority(change, command, act);
  if (authority !== null && 'code' in authority) return authority;
  const by = command.person.accountId;
  const other = change.reviews[otherReview(act.review)];
  if (other?.by === by && other.attestation.outcome === 'passed') {
    return refuse(
      'same-person',
      `You have already done the ${REVIEW_NAME[otherReview(act.review)]}. The two reviews have to come from two people: this one can be done by ${whoElseCanReview(act.review, change)}.`,
    );
  }
  const approved = approvalBarring(change, by);
  if (approved !== undefined) {
    return refuse(
      'same-person',
      `You have approved this change as ${APPROVER[approved]}, and in this project nobody does both. The ${REVIEW_NAME[act.review]} can be done by ${whoElseCanReview(act.review, change)}.`,
    );
  }
  const problem = closedIssue(change, command) ?? kindMissing(change, command);
  if (problem !== undefined) return problem;
  const attestation = readAttestation(act);
  if ('code' in attestation) return attestation;
  return (
    contentMoved(change, command, act.expectedDigest) ?? {
      type: 'reviewed',
      review: act.review,
      by,
      attestation,
      content: contentSeen(contentOf(change, command.facts)),
      authority,
      retroactive: command.facts.stage !== 'before-deployment',
    }
  );
}

function reviewerAuthority(change: Change, command: Command, act: ActOf<'review'>): Authority | null | Refusal {
  if (act.review === 'security') return authorityFor('security', change, command);
  if (isRequester(change, command, command.person.accountId)) {
    return refuse(
      'not-independent',
      `You are or were the reporter, creator or assignee of this issue, so you cannot review it. It can be reviewed by ${whoElseCanReview('peer', change)}.`,
    );
  }
  if (change.policy.content.groups.peerReview.length === 0) return mayNotEdit(command, 'a peer review') ?? null;
  return (
    membership('peerReview', change, command.person.groups, command) ??
    refuse('not-eligible', `You cannot do the peer review. It can be done by ${whoCanReview('peer', change)}.`)
  );
}

function readAttestation({ review: kind, attestation }: ActOf<'review'>): Attestation | Refusal {
  const findings = attestation.findings.trim();
  const { outcome, targeted, necessary, rollbackKnown, riskAssessed } = attestation;
  const problem =
    outcome === 'failed' ? textProblem(findings, 'what has to be mended before it can pass') : tooLong(findings);
  if (problem !== undefined) return problem;
  if (outcome === 'passed' && !(targeted && necessary && rollbackKnown && riskAssessed)) {
    return refuse(
      'bad-input',
      'A review passes only when every point of the checklist is met. Tick them all, or record it as not passed and say what is missing.',
    );
  }
  const risk = readRisk(kind, attestation);
  if (risk !== null && 'code' in risk) return risk;
  const link = readLink(attestation.link, 'https://example.com/pull/42, the pull request or commit that you reviewed');
  if (typeof link !== 'string') return link;
  return { outcome, targeted, necessary, rollbackKnown, riskAssessed, risk, findings, link };
}

function readRisk(kind: ActOf<'review'>['review'], { risk, outcome }: Attestation): Attestation['risk'] | Refusal {
  if (kind === 'peer') return null;
  if (risk === null) {
    return outcome === 'failed' ? null : refuse('bad-input', 'A security review says how high the risk is, and why.');
  }
  return textProblem(risk.why, 'why the risk is as high as that') ?? { level: risk.level, why: risk.why.trim() };
}
