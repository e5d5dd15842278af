import type { NextStepView, Offer } from '../api';
import { approvalsGate, closureGate, reviewsGate } from '../domain/gate';
import { APPROVER, groupForRole, type Slot, SLOTS } from '../domain/policy';
import { attendeesInWords, groupInWords, listOf, REVIEW_NAME } from '../domain/words';
import { followUpTitle } from './messages';
import { openFollowUps } from '../domain/intend';
import { reviewBarring } from '../domain/review-standing';
import { attendeesWanted } from '../domain/settle-obligations';
import type { Scene } from './view-scene';
import { SLOT_TITLE } from './view-slot';

type Next = Omit<NextStepView, 'offer'> & { readonly offer?: Offer };

/** The one thing that this person should know or do next. */
export function viewNext(scene: Scene): NextStepView {
  const { offer, ...next } = nextOf(scene);
  return { ...next, offer: offer ?? null };
}

function nextOf(scene: Scene): Next {
  const { change, facts } = scene;
  if (change.cannotJudge !== null) {
    return { headline: 'This change cannot be judged', detail: change.cannotJudge, tone: 'problem' };
  }
  switch (facts.stage) {
    case 'cancelled':
      return { headline: 'Cancelled', detail: 'Nothing more is needed here.', tone: 'done' };
    case 'before-deployment':
      return yourTurn(scene) ?? waiting(scene);
    case 'deploying':
      return ratification(scene) ?? missingAfterEntry(scene) ?? underWay(scene);
    case 'deployed':
    case 'closed':
      return ratification(scene) ?? missingAfterEntry(scene) ?? followUp(scene) ?? finished(scene);
  }
}

function find(
  { offers }: Scene,
  ...kinds: readonly (
    Extract<Offer, { readonly slot: Slot }>['kind'] | Exclude<Offer['kind'], 'review' | 'link-document'>
  )[]
): Offer | undefined {
  return kinds.flatMap((kind) => offers.filter((offer) => offer.kind === kind))[0];
}

function ratification(scene: Scene): Next | undefined {
  const offer = find(scene, 'ratify');
  return (
    offer && {
      headline: 'Did you approve this change?',
      detail:
        'Somebody reported that you did. Read the change below, then ratify the approval, or say that you did not give it.',
      tone: 'act',
      offer,
    }
  );
}

function yourTurn(scene: Scene): Next | undefined {
  return ratification(scene) ?? kindMissing(scene) ?? yourApproval(scene) ?? yourReview(scene);
}

function kindMissing({ person, facts, change }: Scene): Next | undefined {
  if (!person.mayEdit || facts.content.kind !== null) return undefined;
  return {
    headline: 'Say what kind of critical issue this is',
    detail: `Set the field "${change.policy.content.kindField}" of this issue. Nobody can approve before that.`,
    tone: 'act',
  };
}

function yourApproval(scene: Scene): Next | undefined {
  const slots = SLOTS.filter((slot) =>
    scene.offers.some((offer) => offer.kind === 'approve' && offer.slot === slot && lacks(scene, slot)),
  );
  const [slot] = slots;
  if (slot !== undefined) {
    const again = scene.change.slots[slot].approval !== null;
    return {
      headline: again ? 'Please look again and approve' : 'Your approval is needed',
      detail:
        slots.length > 1
          ? 'You can approve as Engineering Lead or for the Security Team, but not as both.'
          : `You can approve as ${APPROVER[slot]}. Read the change below, then decide.`,
      tone: 'act',
      offer: { kind: 'approve', slot },
    };
  }
  const offer = find(scene, 'lift-rejection', 'override-rejection');
  return (
    offer && {
      headline: 'The change was rejected',
      detail:
        offer.kind === 'lift-rejection'
          ? 'Your rejection stands. You can lift it when what you objected to is mended.'
          : 'You can override the rejection with a reason; after that it can be approved.',
      tone: 'act',
      offer,
    }
  );
}

/** The slot has no approval that counts at all; one that only waits for its ratification is no reason to ask others. */
const lacks = ({ change, held }: Scene, slot: Slot): boolean => {
  const gate = approvalsGate(change, held);
  return gate.kind === 'closed' && gate.missing.some(({ what }) => what === slot);
};

function yourReview({ offers, change, held }: Scene): Next | undefined {
  const gate = reviewsGate(change, held);
  if (gate.kind !== 'closed') return undefined;
  const missing = gate.missing.map(({ what }) => what);
  const offer = offers.find((one) => one.kind === 'review' && missing.includes(`${one.review}-review`));
  return offer?.kind !== 'review'
    ? undefined
    : {
        headline: `The ${REVIEW_NAME[offer.review]} is needed`,
        detail: 'You can do it: read the proposed change, go through the checklist, and record what you found.',
        tone: 'act',
        offer,
      };
}

function waiting(scene: Scene): Next {
  const { change, held, person } = scene;
  const approvals = approvalsGate(change, held);
  const reviews = reviewsGate(change, held);
  if (approvals.kind === 'open' && reviews.kind === 'open') {
    return {
      headline: 'Cleared for deployment',
      detail: person.mayEdit
        ? 'Approvals and reviews are there. Deploy what was approved: move the issue on with "Start deployment".'
        : 'Approvals and reviews are there. An engineer can move the issue on with "Start deployment".',
      tone: person.mayEdit ? 'act' : 'wait',
    };
  }
  const slots = SLOTS.filter(
    (slot) => approvals.kind === 'closed' && approvals.missing.some(({ what }) => what === slot),
  );
  const waitedFor = [
    ...slots.map((slot) => `${SLOT_TITLE[slot]} (${groupInWords(slot, change)})`),
    ...(reviews.kind === 'closed' ? reviews.missing.map(({ what }) => REVIEW_WAITED[what] ?? what) : []),
  ];
  return {
    headline: waitingHeadline(slots.length),
    detail: `Still missing: ${listOf(waitedFor)}.${whyNotYou(scene)}`,
    tone: 'wait',
  };
}

const REVIEW_WAITED: Readonly<Record<string, string>> = {
  'peer-review': 'the peer review',
  'security-review': 'the security review',
};

const waitingHeadline = (approvals: number): string =>
  approvals === 0
    ? 'Waiting for the reviews'
    : approvals === 1
      ? 'Waiting for one approval'
      : 'Waiting for both approvals';

/** Said only to people who might expect to approve: members of a group who are held back. */
function whyNotYou({ change, held, person }: Scene): string {
  const isApprover = SLOTS.some((slot) => groupForRole(slot, change.policy, person.groups) !== undefined);
  if (!isApprover) return '';
  if (held.requesters.has(person.accountId)) {
    return ' You cannot decide on this one, because you are or were its reporter, creator or assignee.';
  }
  return reviewBarring(change, person.accountId) === undefined
    ? ''
    : ' You cannot approve this one, because you have reviewed it.';
}

/** What should have been there before the deployment and can now only be recorded afterwards. */
function missingAfterEntry(scene: Scene): Next | undefined {
  const { change, held } = scene;
  const gate = closureGate(change, held);
  const missing = gate.kind === 'closed' ? gate.missing : [];
  const slots = SLOTS.filter(
    (slot) => missing.some(({ what }) => what === slot) && change.slots[slot].approval === null,
  );
  if (slots.length === 0) return undefined;
  const offer = slots.map((slot): Offer => ({ kind: 'approve', slot })).find((one) => includes(scene, one));
  return {
    headline: 'In deployment without both approvals',
    detail:
      offer === undefined
        ? `Somebody of ${listOf(slots.map((slot) => groupInWords(slot, change)))} has to look at it now. What is recorded is marked as retroactive.`
        : 'You can approve it afterwards. It will be marked as retroactive.',
    tone: 'problem',
    ...(offer === undefined ? {} : { offer }),
  };
}

const includes = ({ offers }: Scene, wanted: Offer): boolean =>
  offers.some((offer) => JSON.stringify(offer) === JSON.stringify(wanted));

const underWay = ({ person }: Scene): Next => ({
  headline: 'The deployment is under way',
  detail:
    'When the fix is live, move the issue on with "Mark deployed". The time for the post-mortem counts from there.',
  tone: person.mayEdit ? 'act' : 'wait',
});

function followUp(scene: Scene): Next | undefined {
  const { change } = scene;
  const open = openFollowUps(change);
  if (open.length === 0) return undefined;
  const attendance = find(scene, 'confirm-attendance');
  if (attendance !== undefined && !confirmedFor(scene, attendance)) {
    return {
      headline: 'Did you take part in the post-mortem?',
      detail: `It is complete when ${attendeesInWords(change.policy.content)} have each confirmed that.`,
      tone: 'act',
      offer: attendance,
    };
  }
  const offer =
    change.postMortem === null
      ? find(scene, 'record-post-mortem')
      : scene.offers.find((one) => one.kind === 'link-document' && open.includes(one.document));
  return {
    headline: 'Catch up within the time',
    detail: `Still open: ${listOf(open.map(followUpTitle))}.`,
    tone: offer === undefined ? 'wait' : 'act',
    ...(offer === undefined ? {} : { offer }),
  };
}

const confirmedFor = ({ change }: Scene, offer: Offer): boolean =>
  offer.kind === 'confirm-attendance' && attendeesWanted(change, offer.slot) === 0;

function finished({ change, held, facts, person }: Scene): Next {
  const gate = closureGate(change, held);
  if (gate.kind === 'closed') {
    return { headline: 'Not complete yet', detail: gate.missing.map(({ message }) => message).join(' '), tone: 'wait' };
  }
  return facts.stage === 'closed'
    ? { headline: 'Complete', detail: 'Nothing more is needed here.', tone: 'done' }
    : {
        headline: 'Everything is complete',
        detail: 'The issue can be moved on with "Close".',
        tone: person.mayEdit ? 'act' : 'wait',
      };
}
