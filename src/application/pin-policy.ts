import { digestOf } from '../domain/digest';
import type { Moment } from '../domain/ids';
import { GROUP_ROLES, type PinnedPolicy, type Policy, type PolicyGroup, statusIdsOf } from '../domain/policy';
import { withHolidaysAround } from '../domain/settings/judging-policy';
import type { InForce } from '../domain/settings/settings-history';
import type { IssueReading, Ports } from './ports';

/** The policy as it goes into the ledger of a change: names resolved as Jira knows them now. */
export async function pinPolicy(
  { groups, projects }: Pick<Ports, 'groups' | 'projects'>,
  { projectId, fieldIds }: Pick<IssueReading, 'projectId' | 'fieldIds'>,
  { policy, authors }: InForce,
  { settingsSeq, at }: { readonly settingsSeq: number; readonly at: Moment },
): Promise<PinnedPolicy> {
  const withId = async (group: PolicyGroup): Promise<PolicyGroup> =>
    group.id === null ? { ...group, id: await groups.idOf(group, projectId) } : group;
  const [statuses, ...resolved] = await Promise.all([
    projects.statusesOf(projectId),
    ...GROUP_ROLES.map((role) => Promise.all(policy.groups[role].map(withId))),
  ]);
  const [lead = [], security = [], escalation = [], peerReview = []] = resolved;
  const content: Policy = {
    ...withHolidaysAround(policy, at),
    groups: { 'engineering-lead': lead, security, escalation, peerReview },
  };
  return {
    content,
    hash: digestOf(policy),
    authors: [...authors],
    settingsSeq,
    kindFieldId: fieldIds.get(policy.kindField) ?? null,
    statusIds: statusIdsOf(policy, statuses),
  };
}
