import type { SetUpView } from '../../api-settings';
import type { Policy } from '../../domain/policy';
import type { ProjectConfiguration } from '../../domain/set-up/configuration';
import { planOf } from '../../domain/set-up/plan';
import type { SetUpStep } from '../../domain/set-up/set-up-step';
import type { SitePorts } from '../ports';

export type SetUpPorts = Pick<
  SitePorts,
  'rights' | 'configuration' | 'setUp' | 'setUpTasks' | 'settings' | 'clock' | 'ids'
>;

/** The settings by which a project is set up. */
export interface SettingsNow {
  /** Of the project; while nothing is saved, what new projects start from. */
  readonly policy: Policy;
  readonly areSaved: boolean;
}

export interface Plan {
  readonly project: ProjectConfiguration['project'];
  readonly steps: readonly SetUpStep[];
  readonly policy: Policy;
}

export type PlanReading =
  | { readonly kind: 'read'; readonly plan: Plan }
  | { readonly kind: 'missing'; readonly message: string }
  | { readonly kind: 'not-allowed'; readonly message: string };

/** Reads the project as it is, with the rights of the person, and plans what is to do. Changes nothing. */
export async function readPlan(ports: SetUpPorts, projectId: string, settings: SettingsNow): Promise<PlanReading> {
  const { policy } = settings;
  const configuration = await ports.configuration.read(projectId, policy, 'person');
  if (configuration === undefined)
    return { kind: 'missing', message: 'There is no such project, or you may not see it.' };
  const { project } = configuration;
  if (!(await mayConfigure(ports, project))) return { kind: 'not-allowed', message: WHO_MAY[project.style] };
  const facts = await ports.setUp.facts(configuration, await ports.setUpTasks.last(projectId));
  return { kind: 'read', plan: { project, policy, steps: planOf({ configuration, policy, facts }, settings) } };
}

const mayConfigure = async ({ rights }: SetUpPorts, { style, projectId }: Plan['project']): Promise<boolean> =>
  (await rights.administersJira()) || (style === 'team-managed' && (await rights.administersProject(projectId)));

const WHO_MAY = {
  'company-managed': 'Only a Jira administrator can set up a company-managed project.',
  'team-managed': 'Only an administrator of the project or a Jira administrator can set up a team-managed project.',
} as const;

export const planView = ({ project, steps, policy }: Plan): SetUpView => ({
  kind: 'plan',
  project,
  steps: steps.map(({ stepId, title, detail, state, progress }) => ({ stepId, title, detail, state, progress })),
  groups: { 'engineering-lead': policy.groups['engineering-lead'], security: policy.groups.security },
  complete: steps.every(({ state }) => state === 'there'),
});
