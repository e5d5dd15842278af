import type { NextStepView, Offer } from '../api';
import type { Change } from '../domain/change';
import type { Person } from '../domain/command';
import type { Gate } from '../domain/gate';
import { type IssueFacts, requestersOf } from '../domain/issue-facts';
import { APPROVER, groupForSlot, SLOTS } from '../domain/policy';
import { SLOT_TITLE } from './view-slot';

interface Scene {
  readonly change: Change;
  readonly facts: IssueFacts;
  readonly gate: Gate;
  readonly person: Person;
  readonly offers: readonly Offer[];
}

/** The one thing that this person should know or do next. */
export function viewNext(scene: Scene): NextStepView {
  const { facts, gate } = scene;
  if (gate.kind === 'cannot-judge') {
    return { headline: 'This change cannot be judged', detail: gate.reason, tone: 'problem' };
  }
  switch (facts.stage) {
    case 'cancelled':
      return { headline: 'Cancelled', detail: 'Nothing more is needed here.', tone: 'done' };
    case 'closed':
      return { headline: 'Closed', detail: 'Nothing more is needed here.', tone: 'done' };
    case 'deployed':
    case 'deploying':
      return gate.kind === 'open' || scene.change.opening !== null ? afterGate(facts.stage) : deployedUnapproved(scene);
    case 'before-deployment':
      return gate.kind === 'open' ? cleared(scene) : (yourTurn(scene) ?? waiting(scene));
  }
}

function afterGate(stage: 'deploying' | 'deployed'): NextStepView {
  return stage === 'deploying'
    ? {
        headline: 'The deployment is under way',
        detail: 'When it is live, move the issue on with "Mark deployed".',
        tone: 'wait',
      }
    : {
        headline: 'Deployed',
        detail: 'Hold the post-mortem within 3 business days and catch up on the documentation and the pull request.',
        tone: 'wait',
      };
}

function deployedUnapproved(scene: Scene): NextStepView {
  const turn = yourTurn(scene);
  return {
    headline: 'In deployment without both approvals',
    detail:
      turn === undefined
        ? 'The approvals do not cover the change as it is. The approvers have to look at it now; what they record is marked as retroactive.'
        : `${turn.detail} It will be marked as retroactive.`,
    tone: 'problem',
  };
}

const cleared = ({ person }: Scene): NextStepView => ({
  headline: 'Cleared for deployment',
  detail: person.mayEdit
    ? 'Both approvals are given. Deploy what was approved: move the issue on with "Start deployment".'
    : 'Both approvals are given. An engineer can move the issue on with "Start deployment".',
  tone: person.mayEdit ? 'act' : 'wait',
});

function yourTurn({ offers, change, facts, person }: Scene): NextStepView | undefined {
  const slots = SLOTS.filter((slot) => offers.some((offer) => offer.kind === 'approve' && offer.slot === slot));
  const [slot] = slots;
  if (slot !== undefined) {
    const stale = change.slots[slot].approval !== null;
    return {
      headline: stale ? 'Please look again and approve' : `Your approval is needed`,
      detail:
        slots.length > 1
          ? 'You can approve as Engineering Lead or for the Security Team, but not as both.'
          : `You can approve as ${APPROVER[slot]}. Read the change below, then decide.`,
      tone: 'act',
    };
  }
  const rejected = offers.find((offer) => offer.kind === 'override-rejection' || offer.kind === 'lift-rejection');
  if (rejected !== undefined) {
    return {
      headline: 'The change was rejected',
      detail:
        rejected.kind === 'lift-rejection'
          ? 'Your rejection stands. You can lift it when what you objected to is mended.'
          : 'You can override the rejection with a reason; after that it can be approved.',
      tone: 'act',
    };
  }
  if (person.mayEdit && facts.content.kind === null) {
    const field = change.policy.content.kindField;
    return {
      headline: 'Say what kind of critical issue this is',
      detail: `Set the field "${field}" of this issue. Nobody can approve before that.`,
      tone: 'act',
    };
  }
  return undefined;
}

function waiting({ gate, change, facts, person }: Scene): NextStepView {
  const missing = gate.kind === 'closed' ? gate.missing.map(({ slot }) => slot) : [];
  const waitedFor = missing.map((slot) => `${SLOT_TITLE[slot]} (group ${change.policy.content.slots[slot].groupName})`);
  return {
    headline: missing.length > 1 ? 'Waiting for both approvals' : 'Waiting for one approval',
    detail: `Still to approve: ${waitedFor.join(' and ')}.${whyNotYou(change, facts, person)}`,
    tone: 'wait',
  };
}

/** Said only to people who might expect to approve: members of a group who are held back. */
function whyNotYou(change: Change, facts: IssueFacts, person: Person): string {
  const isApprover = SLOTS.some((slot) => groupForSlot(slot, change.policy, person.groups) !== undefined);
  return isApprover && requestersOf(change, facts).has(person.accountId)
    ? ' You cannot decide on this one, because you are or were its reporter, creator or assignee.'
    : '';
}
