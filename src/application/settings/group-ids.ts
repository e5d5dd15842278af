import type { FieldMessage } from '../../api-settings';
import { GROUP_ROLES, type GroupRole, type PolicyGroup } from '../../domain/policy';
import type { SettingsDraft } from '../../domain/settings/settings-draft';
import type { Ports } from '../ports';

type Resolved =
  | { readonly kind: 'draft'; readonly draft: SettingsDraft }
  | { readonly kind: 'problems'; readonly problems: readonly FieldMessage[] };

/**
 * The draft with the ids that Jira gives its groups and roles by name, whatever ids came with it: what administrators
 * read in the settings is the name, so that is what counts. One of no known name is a problem.
 */
export async function withGroupIds(
  { groups }: Pick<Ports, 'groups'>,
  projectId: string,
  draft: SettingsDraft,
): Promise<Resolved> {
  const problems: FieldMessage[] = [];
  const resolve = async (role: GroupRole): Promise<PolicyGroup[]> =>
    Promise.all(
      draft.groups[role].map(async (group, index) => {
        const id = await groups.idOf(group, projectId);
        if (id === null) problems.push({ field: `groups.${role}[${index}]`, message: missing(group) });
        return { ...group, id };
      }),
    );
  const [lead = [], security = [], escalation = [], peerReview = []] = await Promise.all(GROUP_ROLES.map(resolve));
  return problems.length > 0
    ? { kind: 'problems', problems }
    : { kind: 'draft', draft: { ...draft, groups: { 'engineering-lead': lead, security, escalation, peerReview } } };
}

const missing = ({ kind, name }: PolicyGroup): string =>
  kind === 'group'
    ? `This Jira has no group "${name}" now. Take it out and choose another, or ask a Jira administrator to create it.`
    : `This project has no role "${name}" now. Take it out and choose another.`;
