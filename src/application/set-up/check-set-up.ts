import type { Moment } from '../../domain/ids';
import type { Policy } from '../../domain/policy';
import type { Finding } from '../../domain/set-up/finding';
import { findings } from '../../domain/set-up/findings';
import { unreadParts } from '../../domain/set-up/unread';
import type { Ports, Reader } from '../ports';

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
  ports: Pick<Ports, 'configuration' | 'settings'>,
  projectId: string,
  policy: Policy,
  as: Reader,
): Promise<SetUpCheck | undefined> {
  const [configuration, settled] = await Promise.all([
    ports.configuration.read(projectId, policy, as),
    ports.settings.projects(),
  ]);
  if (configuration === undefined) return undefined;
  return {
    at: configuration.readAt,
    findings: findings(configuration, policy, (id) => settled.includes(id)),
    unread: unreadParts(configuration),
  };
}
