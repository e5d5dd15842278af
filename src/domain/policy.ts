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

const SlotPolicySchema = v.object({ groupName: v.string() });

const StatusNamesSchema = v.array(v.string());

/** A project's settings. A change is judged by the version pinned when it was registered. */
export const PolicySchema = v.object({
  version: v.pipe(v.number(), v.integer()),
  workType: v.string(),
  kindField: v.string(),
  slots: v.object({ 'engineering-lead': SlotPolicySchema, security: SlotPolicySchema }),
  statuses: v.object({
    deploying: StatusNamesSchema,
    deployed: StatusNamesSchema,
    closed: StatusNamesSchema,
    cancelled: StatusNamesSchema,
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
  statuses: { deploying: ['Deploying'], deployed: ['Deployed'], closed: ['Closed'], cancelled: ['Cancelled'] },
};

const GroupIdSchema = v.nullable(v.string());

/**
 * The policy as a change was registered under it, with the names resolved then. A group or field id is null when
 * the site had none of that name; nobody can approve for a group that does not exist.
 */
export const PinnedPolicySchema = v.object({
  content: PolicySchema,
  hash: DigestSchema,
  groupIds: v.object({ 'engineering-lead': GroupIdSchema, security: GroupIdSchema }),
  kindFieldId: v.nullable(v.string()),
});
export type PinnedPolicy = v.InferOutput<typeof PinnedPolicySchema>;

export const pinPolicy = (
  content: Policy,
  resolved: { readonly groupIds: PinnedPolicy['groupIds']; readonly kindFieldId: string | null },
): PinnedPolicy => ({ content, hash: digestOf(content), ...resolved });

/** Where an issue is in its life, as its status says. */
export type Stage = 'before-deployment' | 'deploying' | 'deployed' | 'closed' | 'cancelled';

export function stageOf(statusName: string, policy: Policy): Stage {
  const { deploying, deployed, closed, cancelled } = policy.statuses;
  if (deploying.includes(statusName)) return 'deploying';
  if (deployed.includes(statusName)) return 'deployed';
  if (closed.includes(statusName)) return 'closed';
  if (cancelled.includes(statusName)) return 'cancelled';
  return 'before-deployment';
}

/** A group as Jira lists it for a person. */
export interface Group {
  readonly groupId: string;
  readonly name: string;
}

/** Membership of a slot's group as found in Jira at a moment; it goes into the row that relied on it. */
export const AuthoritySchema = v.object({ groupId: v.string(), groupName: v.string(), checkedAt: v.string() });
export type Authority = v.InferOutput<typeof AuthoritySchema>;

/** The group among `groups` by which somebody may decide for `slot`, or undefined. A pinned id wins over a name. */
export function groupForSlot(slot: Slot, pinned: PinnedPolicy, groups: readonly Group[]): Group | undefined {
  const id = pinned.groupIds[slot];
  const name = pinned.content.slots[slot].groupName;
  return groups.find((group) => (id === null ? group.name === name : group.groupId === id));
}
