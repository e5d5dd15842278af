import type { Moment } from '../../domain/ids';
import type { Policy } from '../../domain/policy';
import { type ProjectConfiguration, valueOf } from '../../domain/set-up/configuration';
import type { Finding } from '../../domain/set-up/finding';
import { findings } from '../../domain/set-up/findings';
import { unreadParts } from '../../domain/set-up/unread';
import type { ProjectPorts, Reader } from '../ports';

/** What a check of a project found. With anything in `unread` it is not complete. */
export interface SetUpCheck {
  readonly at: Moment;
  readonly findings: readonly Finding[];
  readonly unread: readonly string[];
}

/**
 * Looks at a project as it is configured now, with the rights of the person or of the app. `undefined`: there is no such
 * project, or the reader may not see it. Throws when Jira or the storage does not answer.
 */
export async function checkSetUp(
  ports: Pick<ProjectPorts, 'configuration' | 'settings'>,
  projectId: string,
  policy: Policy,
  as: Reader,
): Promise<SetUpCheck | undefined> {
  const configuration = await ports.configuration.read(projectId, policy, as);
  if (configuration === undefined) return undefined;
  const settled = await withSettings(ports, configuration);
  return {
    at: configuration.readAt,
    findings: findings(configuration, policy, (id) => settled.includes(id)),
    unread: unreadParts(configuration),
  };
}

/** Of the projects that go by the same workflow, those with settings, by key: a query could be late. */
async function withSettings(
  { settings }: Pick<ProjectPorts, 'settings'>,
  { workflow }: ProjectConfiguration,
): Promise<readonly string[]> {
  const governing = valueOf(workflow) ?? undefined;
  const others = (governing && valueOf(governing.otherProjects)) ?? [];
  const first = await Promise.all(others.map(({ projectId }) => settings.row(projectId, 1)));
  return others.map(({ projectId }) => projectId).filter((_, index) => first[index] !== undefined);
}
