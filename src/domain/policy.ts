import * as v from 'valibot';
import { AccountIdSchema, DigestSchema } from './ids';

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

/** A group of Jira, or a role of the project. `id` is null where only the name is known. */
export const PolicyGroupSchema = v.object({
  kind: v.picklist(['group', 'role']),
  id: v.nullable(v.string()),
  name: v.string(),
});
export type PolicyGroup = v.InferOutput<typeof PolicyGroupSchema>;

/** Somebody of any of these. */
const GroupsSchema = v.array(PolicyGroupSchema);
export const StatusNamesSchema = v.array(v.string());

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
  /** Somebody who approved may also do a review. */
  approverMayReview: v.boolean(),
  notifyWithinMinutes: positive,
  acknowledgeWithinMinutes: positive,
  escalateAfterMinutes: positive,
  ratifyWithinBusinessDays: positive,
  markDeployedWithinHours: positive,
  followUpWithinBusinessDays: positive,
});

export const AssigneeSchema = v.picklist(['reporter', 'assignee', 'deployer', 'nobody']);

/** A project's settings. A change is judged by the version pinned when it was registered. */
export const PolicySchema = v.object({
  version: v.pipe(v.number(), v.integer()),
  /** Off: what is declared from now on is no emergency change. What is registered stays one. */
  enabled: v.boolean(),
  workType: v.string(),
  kindField: v.string(),
  groups: v.object({
    'engineering-lead': GroupsSchema,
    security: GroupsSchema,
    /** Whom to call when nobody of the slots answers; empty: nobody. */
    escalation: GroupsSchema,
    /** Who may do the peer review; empty: anybody who may edit the issue. */
    peerReview: GroupsSchema,
  }),
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
  /** How many of each slot have to confirm that they took part in the post-mortem. */
  attendees: v.object({ 'engineering-lead': positive, security: positive }),
});
export type Policy = v.InferOutput<typeof PolicySchema>;

/** Version 0, for every project until its own settings are saved. */
export const DEFAULT_POLICY: Policy = {
  version: 0,
  enabled: true,
  workType: 'Emergency Change',
  kindField: 'Kind of critical issue',
  groups: {
    'engineering-lead': [{ kind: 'group', id: null, name: 'engineering-leads' }],
    security: [{ kind: 'group', id: null, name: 'security-team' }],
    escalation: [],
    peerReview: [],
  },
  statuses: { deploying: ['Deploying'], deployed: ['Deployed'], closed: ['Closed'], cancelled: ['Cancelled'] },
  calendar: { timeZone: 'UTC', workingDays: [1, 2, 3, 4, 5], holidays: [] },
  rules: {
    reportedOpensDeployGate: true,
    oneWitnessMayReportBoth: false,
    reapproveOnChange: true,
    approvalExpiresAfterHours: null,
    deployerMayApprove: true,
    approverMayReview: true,
    notifyWithinMinutes: 10,
    acknowledgeWithinMinutes: 15,
    escalateAfterMinutes: 15,
    ratifyWithinBusinessDays: 1,
    markDeployedWithinHours: 4,
    followUpWithinBusinessDays: 3,
  },
  assignees: { 'post-mortem': 'reporter', 'change-documentation': 'deployer', 'pull-request': 'deployer' },
  attendees: { 'engineering-lead': 1, security: 1 },
};

/**
 * The policy as a change was registered under it, with the names resolved then. The id of a group or field is null when
 * the site had none of that name; nobody can approve for a group that does not exist.
 */
export const PinnedPolicySchema = v.object({
  /** Its groups have the ids that they had then; its calendar keeps only the holidays around the registration. */
  content: PolicySchema,
  /** Of the content as it was in force. */
  hash: DigestSchema,
  /** Who saved or confirmed the settings that count here. Nobody of them may be a requester of the change. */
  authors: v.array(AccountIdSchema),
  /** The row of the project's settings up to which they were taken into account. */
  settingsSeq: v.pipe(v.number(), v.integer()),
  kindFieldId: v.nullable(v.string()),
  /** The ids that the named statuses had then, so that a renamed status keeps its stage. */
  statusIds: v.object({
    deploying: v.array(v.string()),
    deployed: v.array(v.string()),
    closed: v.array(v.string()),
    cancelled: v.array(v.string()),
  }),
});
export type PinnedPolicy = v.InferOutput<typeof PinnedPolicySchema>;
export type GroupRole = keyof Policy['groups'];
export const GROUP_ROLES: readonly GroupRole[] = ['engineering-lead', 'security', 'escalation', 'peerReview'];

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
export const stageOf = (
  { id, name }: Status,
  { statusIds, content }: Pick<PinnedPolicy, 'statusIds' | 'content'>,
): Stage =>
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

/** A group, or a role of the project, that a person has in Jira. */
export interface Group {
  readonly kind: PolicyGroup['kind'];
  readonly groupId: string;
  readonly name: string;
}

/** Membership of a group or role as found in Jira at a moment; it goes into the row that relied on it. */
export const AuthoritySchema = v.object({
  kind: v.picklist(['group', 'role']),
  groupId: v.string(),
  groupName: v.string(),
  checkedAt: v.string(),
});
export type Authority = v.InferOutput<typeof AuthoritySchema>;

/** The group among `held` by which somebody may act in `role`, or undefined. By the id as pinned, else by the name. */
export function groupForRole(role: GroupRole, { content }: PinnedPolicy, held: readonly Group[]): Group | undefined {
  return content.groups[role]
    .map(({ kind, id, name }) =>
      held.find((one) => one.kind === kind && (id === null ? one.name === name : one.groupId === id)),
    )
    .find((found) => found !== undefined);
}

/** The names of the groups of a role, as a sentence wants them: "platform-leads or the role Engineering Lead". */
export const groupNames = (role: GroupRole, { groups }: Policy): string =>
  alternatives(groups[role].map(({ kind, name }) => (kind === 'role' ? `the role ${name}` : name)));

const alternatives = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
