import type { BreachRule } from '../domain/breach';

interface Words {
  readonly title: string;
  /** What can be done now. */
  readonly whatNow: string;
}

const COMPLETE_IT = 'Complete it now: late is better than never, and both times are kept.';

export const BREACH_WORDS: Readonly<Record<BreachRule, Words>> = {
  'notification-late': {
    title: 'Both groups were not told in time',
    whatNow: 'Call an Engineering Lead and somebody of the Security Team yourself, now.',
  },
  'ratification-late': {
    title: 'A reported approval was not ratified in time',
    whatNow: 'The named approver can still ratify it, or another member of the group can approve.',
  },
  'mark-deployed-late': {
    title: 'Not marked as deployed in time',
    whatNow: 'When the fix is live, move the issue to its deployed status.',
  },
  'post-mortem-late': { title: 'The post-mortem is late', whatNow: COMPLETE_IT },
  'change-documentation-late': { title: 'The change documentation is late', whatNow: COMPLETE_IT },
  'pull-request-late': { title: 'The pull request is late', whatNow: COMPLETE_IT },
  'deployed-past-gate': {
    title: 'Deployed past the closed gate',
    whatNow: 'Have the approvals and reviews given now, marked as retroactive, and explain it in the post-mortem.',
  },
  'deployment-unproven': {
    title: 'It cannot be proven that the gate was open',
    whatNow: 'Explain in the post-mortem how the change was deployed.',
  },
  'closed-past-gate': {
    title: 'Closed before everything was complete',
    whatNow: 'What is still missing can be recorded here all the same.',
  },
  'approval-repudiated': {
    title: 'Deployed on an approval that was not given',
    whatNow: 'Another member of the group has to look at it and approve, marked as retroactive.',
  },
  'requester-approved': {
    title: 'An approver had asked for the change himself',
    whatNow: 'Another member of the group has to approve, marked as retroactive.',
  },
  'deployer-approved': {
    title: 'An approver deployed the change himself',
    whatNow: 'Explain in the post-mortem why nobody else could deploy it.',
  },
  'projection-tampered': {
    title: 'The field for searches was tampered with',
    whatNow: 'It was mended. A Jira administrator should find out who wrote it.',
  },
  'moved-away': {
    title: 'Moved out of its project',
    whatNow: 'Move the issue back. Its ledger goes on wherever it is.',
  },
  retyped: { title: 'The work type was changed', whatNow: 'Change it back to an emergency change.' },
  deleted: { title: 'The issue was deleted', whatNow: 'Its number and its ledger are kept.' },
};

export const breachTitle = (rule: BreachRule): string => BREACH_WORDS[rule].title;
