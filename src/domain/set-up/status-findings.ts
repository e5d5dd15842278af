import type { Policy } from '../policy';
import { type ProjectConfiguration, valueOf } from './configuration';
import type { Finding } from './finding';

type Marked = keyof Policy['statuses'];
const MARKED: readonly Marked[] = ['deploying', 'deployed', 'closed', 'cancelled'];

/** Statuses that the settings name and the workflow of the emergency work type lacks. */
export function statusFindings(configuration: ProjectConfiguration, policy: Policy): readonly Finding[] {
  if (configuration.emergencyType?.inProject !== true) return [];
  const { statuses } = configuration;
  const isThere = (name: string) => statuses.some((status) => status.name === name);
  return MARKED.flatMap((stage) => {
    const named = policy.statuses[stage];
    const missing = named.filter((name) => !isThere(name));
    const severity = missing.length === named.length && stage !== 'cancelled' ? 'hole' : 'warning';
    if (named.length === 0) return severity === 'hole' ? [unnamed(stage)] : [];
    return missing.map((name) => missingStatus(stage, name, severity, configuration));
  });
}

const RISK: Readonly<Record<Marked, string>> = {
  deploying: 'The app does not see that a deployment begins.',
  deployed: 'The app does not see that a change is deployed, so nothing becomes due after it.',
  closed: 'The app does not see that a change is closed, so its closure is not guarded.',
  cancelled: 'The app does not see that a change was cancelled, and goes on reminding people.',
};

const unnamed = (stage: Marked): Finding => ({
  id: `status-unnamed:${stage}`,
  severity: 'hole',
  title: `The settings name no status for ${stage}`,
  risk: RISK[stage],
  mend: `Choose in the settings which status means ${stage}.`,
  stepId: null,
});

function missingStatus(
  stage: Marked,
  name: string,
  severity: Finding['severity'],
  { unusedStatuses }: ProjectConfiguration,
): Finding {
  const elsewhere = (valueOf(unusedStatuses) ?? []).some((status) => status.name === name);
  return {
    id: `status-missing:${stage}:${name}`,
    severity,
    title: elsewhere
      ? `Status ${name} (${stage}) is not in the workflow`
      : `Status ${name} (${stage}) does not exist in the workflow`,
    risk: RISK[stage],
    mend: `Add status ${name} to the workflow, or choose another one in the settings.`,
    stepId: elsewhere ? 'workflow' : 'statuses',
  };
}
