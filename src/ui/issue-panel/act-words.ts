import type { Slot } from '../../api';
import type { DialogOffer, SlotOffer } from './intended-act';

/** A decision for an approval slot that takes no more than a text. */
export type DecisionKind = Exclude<SlotOffer['kind'], 'report-approval'>;

export interface DecisionWords {
  readonly title: string;
  readonly explain: string;
  /** Of the one text that is asked for; null: none is. */
  readonly text: { readonly label: string; readonly isRequired: boolean } | null;
  /** Whether the change is shown that the decision is bound to. */
  readonly showsContent: boolean;
  /** Whether the report is shown that the decision is about. */
  readonly showsReport: boolean;
}

const REASON = { label: 'Reason', isRequired: true };
const PLAIN = { text: REASON, showsContent: false, showsReport: false };

/** What each decision is called and asks for. */
export const DECISION_WORDS: Readonly<Record<DecisionKind, DecisionWords>> = {
  approve: {
    title: 'Approve this emergency change',
    explain: 'You approve the change exactly as it is shown here. If it is edited later, it has to be approved again.',
    text: { label: 'Comment', isRequired: false },
    showsContent: true,
    showsReport: false,
  },
  ratify: {
    title: 'Ratify your approval',
    explain: 'You confirm that you gave this approval, and that you stand by the change exactly as it is shown here.',
    text: null,
    showsContent: true,
    showsReport: true,
  },
  repudiate: {
    title: 'Say that you did not approve',
    explain: 'The reported approval no longer counts, and both groups are told. What you say stays on record.',
    text: { label: 'What is not true about the report', isRequired: true },
    showsContent: false,
    showsReport: true,
  },
  reject: {
    ...PLAIN,
    title: 'Reject this emergency change',
    explain:
      'The deployment stays blocked until you lift the rejection, or another approver of your group overrides it with a reason.',
  },
  'lift-rejection': {
    ...PLAIN,
    title: 'Lift your rejection',
    explain: 'The change can be approved again after this. It is not approved by it.',
  },
  'override-rejection': {
    ...PLAIN,
    title: 'Override the rejection',
    explain: 'Your reason is kept for the auditor. The change still needs an approval after this.',
    showsContent: true,
  },
  withdraw: {
    ...PLAIN,
    title: 'Withdraw your approval',
    explain: 'The deployment is blocked again until somebody of your group approves.',
  },
  'confirm-attendance': {
    title: 'Confirm that you took part',
    explain: 'You confirm that you took part in the post-mortem of this change.',
    text: null,
    showsContent: false,
    showsReport: false,
  },
};

const SLOT_BUTTON: Readonly<Record<SlotOffer['kind'], string>> = {
  approve: 'Approve',
  'report-approval': 'Report an approval',
  ratify: 'Ratify my approval',
  repudiate: 'I did not approve',
  reject: 'Reject',
  'lift-rejection': 'Lift my rejection',
  'override-rejection': 'Override the rejection',
  withdraw: 'Withdraw my approval',
  'confirm-attendance': 'I took part',
};

/** In which role somebody decides. */
export const ROLE: Readonly<Record<Slot, string>> = {
  'engineering-lead': 'as Engineering Lead',
  security: 'for the Security Team',
};

/** What the button of an offer says. */
export function buttonText(offer: DialogOffer): string {
  switch (offer.kind) {
    case 'review':
      return offer.review === 'peer' ? 'Record the peer review' : 'Record the security review';
    case 'link-document':
      return offer.document === 'pull-request' ? 'Link the pull request' : 'Link the change documentation';
    case 'propose-change':
      return 'Record the proposed change';
    case 'link-evidence':
      return 'Link evidence';
    case 'record-post-mortem':
      return 'Record the post-mortem';
    default:
      return SLOT_BUTTON[offer.kind];
  }
}
