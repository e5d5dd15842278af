import type { SettingsDraft } from '../../../api-settings';

type Rules = SettingsDraft['rules'];
type RulesOf<Value> = { [Rule in keyof Rules]: Rules[Rule] extends Value ? Rule : never }[keyof Rules];

export interface YesRule {
  readonly rule: RulesOf<boolean>;
  readonly label: string;
  readonly help: string;
}

export interface NumberRule {
  readonly rule: RulesOf<number>;
  readonly label: string;
  readonly unit: string;
  readonly help: string;
}

export const APPROVAL_RULES: readonly YesRule[] = [
  {
    rule: 'reportedOpensDeployGate',
    label: 'An approval given by phone or in writing, and reported here, opens the way to deployment',
    help: 'The procedure allows verbal approval. The approver ratifies it later; closing always waits for that.',
  },
  {
    rule: 'oneWitnessMayReportBoth',
    label: 'One person may report both approvals',
    help: 'Better off: two people then vouch for what was said.',
  },
  {
    rule: 'reapproveOnChange',
    label: 'A change that is edited has to be approved and reviewed again',
    help: 'Better on: what is deployed is then what people approved.',
  },
  {
    rule: 'deployerMayApprove',
    label: 'Whoever deploys may be one of the approvers',
    help: 'On a small team at night it may have to be. It is shown with the change.',
  },
  {
    rule: 'approverMayReview',
    label: 'Whoever approved may do one of the reviews as well',
    help: 'The two reviews are always done by two people, neither of whom asked for the change.',
  },
];

export const TIME_RULES: readonly NumberRule[] = [
  {
    rule: 'notifyWithinMinutes',
    label: 'Both groups are told within',
    unit: 'minutes',
    help: 'The procedure says immediately. Jira tells the app of a new issue within about 3 minutes.',
  },
  {
    rule: 'acknowledgeWithinMinutes',
    label: 'They are reminded when nobody is on it after',
    unit: 'minutes',
    help: 'Counted from when they were told.',
  },
  {
    rule: 'escalateAfterMinutes',
    label: 'Escalation is called after another',
    unit: 'minutes',
    help: 'Counted from the reminder.',
  },
  {
    rule: 'ratifyWithinBusinessDays',
    label: 'A reported approval is ratified within',
    unit: 'business days',
    help: 'By the person who gave it.',
  },
  {
    rule: 'markDeployedWithinHours',
    label: 'The change is marked as deployed within',
    unit: 'hours',
    help: 'Counted from the start of the deployment. Later than that is a breach.',
  },
];
