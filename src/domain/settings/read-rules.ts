import type { SettingsDraft } from './settings-draft';
import { type Bounds, type Given, membersOf, readChoice, readFlag, readWhole } from './read-value';

const MINUTES: Bounds = { least: 1, most: 1440 };
const HOURS: Bounds = { least: 1, most: 720 };
const BUSINESS_DAYS: Bounds = { least: 1, most: 30 };
const ATTENDEES: Bounds = { least: 1, most: 5 };

const RULES = [
  'reportedOpensDeployGate',
  'oneWitnessMayReportBoth',
  'reapproveOnChange',
  'approvalExpiresAfterHours',
  'deployerMayApprove',
  'approverMayReview',
  'notifyWithinMinutes',
  'acknowledgeWithinMinutes',
  'escalateAfterMinutes',
  'ratifyWithinBusinessDays',
  'markDeployedWithinHours',
  'followUpWithinBusinessDays',
] as const;

export function readRules(rules: Given): SettingsDraft['rules'] {
  const rule = membersOf(rules, RULES);
  const expiry = rule('approvalExpiresAfterHours');
  return {
    reportedOpensDeployGate: readFlag(rule('reportedOpensDeployGate')),
    oneWitnessMayReportBoth: readFlag(rule('oneWitnessMayReportBoth')),
    reapproveOnChange: readFlag(rule('reapproveOnChange')),
    approvalExpiresAfterHours: expiry.value === null ? null : readWhole(expiry, HOURS),
    deployerMayApprove: readFlag(rule('deployerMayApprove')),
    approverMayReview: readFlag(rule('approverMayReview')),
    notifyWithinMinutes: readWhole(rule('notifyWithinMinutes'), MINUTES),
    acknowledgeWithinMinutes: readWhole(rule('acknowledgeWithinMinutes'), MINUTES),
    escalateAfterMinutes: readWhole(rule('escalateAfterMinutes'), MINUTES),
    ratifyWithinBusinessDays: readWhole(rule('ratifyWithinBusinessDays'), BUSINESS_DAYS),
    markDeployedWithinHours: readWhole(rule('markDeployedWithinHours'), HOURS),
    followUpWithinBusinessDays: readWhole(rule('followUpWithinBusinessDays'), BUSINESS_DAYS),
  };
}

export function readAttendees(attendees: Given): SettingsDraft['attendees'] {
  const slot = membersOf(attendees, ['engineering-lead', 'security']);
  return {
    'engineering-lead': readWhole(slot('engineering-lead'), ATTENDEES),
    security: readWhole(slot('security'), ATTENDEES),
  };
}

export function readAssignees(assignees: Given): SettingsDraft['assignees'] {
  const followUp = membersOf(assignees, ['post-mortem', 'change-documentation', 'pull-request']);
  const of = (given: Given) => readChoice(given, ['reporter', 'assignee', 'deployer', 'nobody']);
  return {
    'post-mortem': of(followUp('post-mortem')),
    'change-documentation': of(followUp('change-documentation')),
    'pull-request': of(followUp('pull-request')),
  };
}
