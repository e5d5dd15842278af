import fc from 'fast-check';
import { DEFAULT_POLICY, type Policy, type PolicyGroup } from '../../src/domain/policy';

const groups = fc
  .subarray(['leads', 'security', 'board'], { minLength: 1 })
  .map((names) => names.map((name) => ({ kind: 'group' as const, id: `id-${name}`, name })));

/** Policies over the groups `leads`, `security` and `board`, whose ids are `id-` and the name. */
export const policies: fc.Arbitrary<Policy> = fc
  .record({
    enabled: fc.boolean(),
    lead: groups,
    security: groups,
    peerReview: fc.oneof(groups, fc.constant<PolicyGroup[]>([])),
    escalation: fc.oneof(groups, fc.constant<PolicyGroup[]>([])),
    deploying: fc.subarray(['Deploying', 'Rolling out']),
    deployed: fc.subarray(['Deployed', 'Live'], { minLength: 1 }),
    cancelled: fc.subarray(['Cancelled', 'Dropped']),
    reportedOpensDeployGate: fc.boolean(),
    reapproveOnChange: fc.boolean(),
    approverMayReview: fc.boolean(),
    approvalExpiresAfterHours: fc.option(fc.integer({ min: 1, max: 48 })),
    followUpWithinBusinessDays: fc.integer({ min: 1, max: 9 }),
    workingDays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    holidays: fc.subarray(['2026-03-04', '2026-04-03', '2027-01-01']),
    timeZone: fc.constantFrom('UTC', 'Europe/Berlin'),
    attending: fc.integer({ min: 1, max: 3 }),
  })
  .map((some) => ({
    ...DEFAULT_POLICY,
    enabled: some.enabled,
    groups: {
      'engineering-lead': some.lead,
      security: some.security,
      peerReview: some.peerReview,
      escalation: some.escalation,
    },
    statuses: {
      ...DEFAULT_POLICY.statuses,
      deploying: some.deploying,
      deployed: some.deployed,
      cancelled: some.cancelled,
    },
    rules: {
      ...DEFAULT_POLICY.rules,
      reportedOpensDeployGate: some.reportedOpensDeployGate,
      reapproveOnChange: some.reapproveOnChange,
      approverMayReview: some.approverMayReview,
      approvalExpiresAfterHours: some.approvalExpiresAfterHours,
      followUpWithinBusinessDays: some.followUpWithinBusinessDays,
    },
    calendar: {
      timeZone: some.timeZone,
      workingDays: some.workingDays,
      holidays: some.holidays.map((date) => ({ date, name: 'Off' })),
    },
    attendees: { 'engineering-lead': some.attending, security: 1 },
  }));
