import type { FieldMessage } from '../../api-settings';
import type { Policy } from '../../domain/policy';
import { groupWarnings } from '../../domain/set-up/group-warnings';
import type { ProjectPorts } from '../ports';

/** What is to be said beside the fields of the groups. They keep nobody from saving. */
export const groupWarningsOf = async (
  { configuration }: Pick<ProjectPorts, 'configuration'>,
  projectId: string,
  policy: Policy,
): Promise<readonly FieldMessage[]> => groupWarnings(policy, await configuration.groups(projectId, policy, 'person'));
