import type { Policy } from '../policy';
import { calendarFindings } from './calendar-findings';
import type { ProjectConfiguration } from './configuration';
import { fieldFindings } from './field-findings';
import type { Finding } from './finding';
import { gateFindings } from './gate-findings';
import { groupFindings } from './group-findings';
import { permissionFindings } from './permission-findings';
import { statusFindings } from './status-findings';
import { workTypeFindings } from './work-type-findings';
import { workflowFindings } from './workflow-findings';

/**
 * What could let a change of the project escape, or keep people from following the procedure; holes first. Parts of the
 * configuration that were not read give no finding: `unreadParts` names them. `hasSettings` says of a project's id
 * whether settings are saved for it.
 */
export function findings(
  configuration: ProjectConfiguration,
  policy: Policy,
  hasSettings: (projectId: string) => boolean,
): readonly Finding[] {
  const all = [
    ...workTypeFindings(configuration, policy),
    ...statusFindings(configuration, policy),
    ...gateFindings(configuration, policy),
    ...groupFindings(policy, configuration.groups),
    ...permissionFindings(configuration, policy),
    ...workflowFindings(configuration, policy, hasSettings),
    ...fieldFindings(configuration, policy),
    ...calendarFindings(policy, configuration.readAt),
  ];
  return [
    ...all.filter(({ severity }) => severity === 'hole'),
    ...all.filter(({ severity }) => severity === 'warning'),
  ];
}
