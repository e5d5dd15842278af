import type { Offer } from '../../api';

export interface ActWords {
  readonly button: string;
  readonly title: string;
  readonly explain: string;
  readonly textLabel: string;
  readonly textRequired: boolean;
}

/** What each decision is called and asks for. */
export const ACT_WORDS: Readonly<Record<Exclude<Offer['kind'], 'propose-change'>, ActWords>> = {
  approve: {
    button: 'Approve',
    title: 'Approve this emergency change',
    explain: 'You approve the change exactly as it is shown here. If it is edited later, it has to be approved again.',
    textLabel: 'Comment',
    textRequired: false,
  },
  reject: {
    button: 'Reject',
    title: 'Reject this emergency change',
    explain:
      'The deployment stays blocked until you lift the rejection, or another approver of your group overrides it with a reason.',
    textLabel: 'Reason',
    textRequired: true,
  },
  'lift-rejection': {
    button: 'Lift my rejection',
    title: 'Lift your rejection',
    explain: 'The change can be approved again after this. It is not approved by it.',
    textLabel: 'Reason',
    textRequired: true,
  },
  'override-rejection': {
    button: 'Override the rejection',
    title: 'Override the rejection',
    explain: 'Your reason is kept for the auditor. The change still needs an approval after this.',
    textLabel: 'Reason',
    textRequired: true,
  },
  withdraw: {
    button: 'Withdraw my approval',
    title: 'Withdraw your approval',
    explain: 'The deployment is blocked again until somebody of your group approves.',
    textLabel: 'Reason',
    textRequired: true,
  },
};
