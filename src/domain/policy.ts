import * as v from 'valibot';
import { digestOf } from './digest';
import { DigestSchema } from './ids';

/** An approval slot. Each needs one approval, and the two come from different people. */
export const SlotSchema = v.picklist(['engineering-lead', 'security']);
export type Slot = v.InferOutput<typeof SlotSchema>;
export const SLOTS: readonly Slot[] = SlotSchema.options;

export const otherSlot = (slot: Slot): Slot => (slot === 'security' ? 'engineering-lead' : 'security');

/** How a slot's approver is called in a sentence. */
export const APPROVER: Readonly<Record<Slot, string>> = {
  'engineering-lead': 'an Engineering Lead',
  security: 'a member of the Security Team',
};

/** An expedited review. The two are done by two people. */
export const ReviewKindSchema = v.picklist(['peer', 'security']);
export type ReviewKind = v.InferOutput<typeof ReviewKindSchema>;
export const REVIEW_KINDS: readonly ReviewKind[] = ReviewKindSchema.options;

/** A gate's kind, one for each of the app's workflow validators. */
export const GateKindSchema = v.picklist(['approvals', 'reviews', 'closure']);
export type GateKind = v.InferOutput<typeof GateKindSchema>;

/** What the procedure wants caught up on after the deployment. */
export const DocumentKindSchema = v.picklist(['change-documentation', 'pull-request']);
export type DocumentKind = v.InferOutput<typeof DocumentKindSchema>;

export const FollowUpSchema = v.picklist(['post-mortem', ...DocumentKindSchema.options]);
export type FollowUp = v.InferOutput<typeof FollowUpSchema>;
export const FOLLOW_UPS: readonly FollowUp[] = FollowUpSchema.options;

const GroupNameSchema = v.object({ groupName: v.string() });
const StatusNamesSchema = v.array(v.string());

/** Time zone (IANA), working days (1 Monday to 7 Sunday) and holidays by which due times are counted. */
export const CalendarSchema = v.object({
  timeZone: v.string(),
  workingDays: v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))),
  holidays: v.array(v.object({ date: v.string(), name: v.string() })),
});

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));

const RulesSchema = v.object({
  /** A reported, unratified approval opens the deploy gate. It never opens the closure gate. */
  reportedOpensDeployGate: v.boolean(),
  oneWitnessMayReportBoth: v.boolean(),
  /** Approvals and reviews count only for the content that they were given for. */
  reapproveOnChange: v.boolean(),
  /** Whole hours after which an approval no longer counts, or null: never. */
  approvalExpiresAfterHours: v.nullable(positive),
  deployerMayApprove: v.boolean(),
  notifyWithinMinutes: positive,
  acknowledgeWithinMinutes: positive,
  escalateAfterMinutes: positive,
  ratifyWithinBusinessDays: positive,
  markDeployedWithinHours: positive,
  followUpWithinBusinessDays: positive,
});

const AssigneeSchema = v.picklist(['reporter', 'assignee', 'deployer', 'nobody']);

/** A project's settings. A change is judged by the version pinned when it was registered. */
export const PolicySchema = v.object({
  version: v.pipe(v.number(), v.integer()),
  workType: v.string(),
  kindField: v.string(),
  slots: v.object({ 'engineering-lead': GroupNameSchema, security: GroupNameSchema }),
  /** Whom to call when nobody of the slots answers; null: nobody. */
  escalation: v.nullable(GroupNameSchema),
  /** Who may do the peer review; null: anybody who may edit the issue. */
  peerReview: v.nullable(GroupNameSchema),
  statuses: v.object({
    deploying: StatusNamesSchema,
    deployed: StatusNamesSchema,
    closed: StatusNamesSchema,
    cancelled: StatusNamesSchema,
  }),
  calendar: CalendarSchema,
  rules: RulesSchema,
  /** Who gets the subtask of each follow-up. */
  assignees: v.object({
    'post-mortem': AssigneeSchema,
    'change-documentation': AssigneeSchema,
    'pull-request': AssigneeSchema,
  }),
});
export type Policy = v.InferOutput<typeof PolicySchema>;

/** Version 0, for every project until its own settings are saved. */
export const DEFAULT_POLICY: Policy = {
  version: 0,
  workType: 'Emergency Change',
  kindField: 'Kind of critical issue',
  slots: {
    'engineering-lead': { groupName: 'engineering-leads' },
    security: { groupName: 'security-team' },
  },
  escalation: null,
  peerReview: null,
  statuses: { deploying: ['Deploying'], deployed: ['Deployed'], closed: ['Closed'], cancelled: ['Cancelled'] },
  calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
  rules: {
    reportedOpensDeployGate: true,
    oneWitnessMayReportBoth: false,
    reapproveOnChange: true,
    approvalExpiresAfterHours: null,
    deployerMayApprove: true,
    notifyWithinMinutes: 10,
    acknowledgeWithinMinutes: 15,
    escalateAfterMinutes: 15,
    ratifyWithinBusinessDays: 1,
    markDeployedWithinHours: 4,
    followUpWithinBusinessDays: 3,
  },
  assignees: { 'post-mortem': 'reporter', 'change-documentation': 'deployer', 'pull-request': 'deployer' },
};

const IdSchema = v.nullable(v.string());

/**
 * The policy as a change was registered under it, with the names resolved then. A group or field id is null when
 * the site had none of that name; nobody can approve for a group that does not exist.
 */
export const PinnedPolicySchema = v.object({
  content: PolicySchema,
  /** Of the content as saved; the pinned calendar keeps only the holidays around the registration. */
  hash: DigestSchema,
  groupIds: v.object({ 'engineering-lead': IdSchema, security: IdSchema, escalation: IdSchema, peerReview: IdSchema }),
  kindFieldId: IdSchema,
  /** The ids that the named statuses had then, so that a renamed status keeps its stage. */
  statusIds: v.object({
    deploying: v.array(v.string()),
    deployed: v.array(v.string()),
    closed: v.array(v.string()),
    cancelled: v.array(v.string()),
  }),
});
export type PinnedPolicy = v.InferOutput<typeof PinnedPolicySchema>;
export type GroupRole = keyof PinnedPolicy['groupIds'];

export const pinPolicy = (
  content: Policy,
  resolved: Pick<PinnedPolicy, 'groupIds' | 'kindFieldId' | 'statusIds'>,
): PinnedPolicy => ({ content, hash: digestOf(content), ...resolved });

/** Where an issue is in its life, as its status says. */
export const StageSchema = v.picklist(['before-deployment', 'deploying', 'deployed', 'closed', 'cancelled']);
export type Stage = v.InferOutput<typeof StageSchema>;

/** A status of Jira. */
export interface Status {
  readonly id: string;
  readonly name: string;
}

const MARKED_STAGES = ['deploying', 'deployed', 'closed', 'cancelled'] as const;

/** By the id as pinned, else by the name: a status that was made later still says where the issue is. */
export const stageOf = ({ id, name }: Status, { statusIds, content }: PinnedPolicy): Stage =>
  MARKED_STAGES.find((stage) => statusIds[stage].includes(id)) ??
  MARKED_STAGES.find((stage) => content.statuses[stage].includes(name)) ??
  'before-deployment';

/** The ids of the statuses that a policy names. */
export function statusIdsOf(policy: Policy, statuses: readonly Status[]): PinnedPolicy['statusIds'] {
  const idsOf = (names: readonly string[]) => statuses.filter(({ name }) => names.includes(name)).map(({ id }) => id);
  const { deploying, deployed, closed, cancelled } = policy.statuses;
  return {
    deploying: idsOf(deploying),
    deployed: idsOf(deployed),
    closed: idsOf(closed),
    cancelled: idsOf(cancelled),
  };
}

/** A group as Jira lists it for a person. */
export interface Group {
  readonly groupId: string;
  readonly name: string;
}

/** Membership of a group as found in Jira at a moment; it goes into the row that relied on it. */
export const AuthoritySchema = v.object({ groupId: v.string(), groupName: v.string(), checkedAt: v.string() });
export type Authority = v.InferOutput<typeof AuthoritySchema>;

/** The name of the group that a role means under this policy, or null: the policy names none. */
export function groupNameOf(role: GroupRole, { slots, escalation, peerReview }: Policy): string | null {
  switch (role) {
    case 'engineering-lead':
    case 'security':
      return slots[role].groupName;
    case 'escalation':
      return escalation?.groupName ?? null;
    case 'peerReview':
      return peerReview?.groupName ?? null;
  }
}

/** The group among `groups` by which somebody may act in `role`, or undefined. A pinned id wins over a name. */
export function groupForRole(role: GroupRole, pinned: PinnedPolicy, groups: readonly Group[]): Group | undefined {
  const id = pinned.groupIds[role];
  const name = groupNameOf(role, pinned.content);
  return groups.find((group) => (id === null ? group.name === name : group.groupId === id));
}
