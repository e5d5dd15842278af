import type { ProjectView, SiteProjects, SiteProjectView } from '../../api-settings';
import { momentOf } from '../../domain/ids';
import { DEFAULT_POLICY } from '../../domain/policy';
import { inForce, inForceVersion, type SettingsHistory } from '../../domain/settings/settings-history';
import type { SitePorts } from '../ports';
import { readSettings } from '../settings/read-settings';

type ListPorts = Pick<SitePorts, 'siteProjects' | 'settings' | 'clock'>;

/** A page of the projects that the person may see, with what is on record of each. */
export async function listProjects(ports: ListPorts, query: string, startAt: number): Promise<SiteProjects> {
  const { projects, next } = await ports.siteProjects.page(query, startAt);
  const histories = await Promise.all(projects.map(({ projectId }) => readSettings(ports, projectId)));
  const using = histories.filter(({ versions }) => versions.length > 0).map(({ projectId }) => projectId);
  const breaches = await ports.siteProjects.openBreaches(using);
  const now = ports.clock.now();
  return {
    projects: projects.flatMap((project, index) => {
      const history = histories[index];
      return history === undefined ? [] : [viewOf(project, history, now, breaches.get(project.projectId) ?? null)];
    }),
    nextCursor: next === null ? null : String(next),
  };
}

function viewOf(
  project: ProjectView,
  history: SettingsHistory,
  now: Date,
  openBreaches: number | null,
): SiteProjectView {
  const at = momentOf(now);
  const { lastCheck, versions } = history;
  const isSaved = versions.length > 0;
  return {
    ...project,
    version: isSaved ? inForceVersion(history, at) : null,
    enabled: (inForce(history, at)?.policy ?? DEFAULT_POLICY).enabled,
    setUp: isSaved ? standing(lastCheck) : 'not-set-up',
    holes: lastCheck?.holes.length ?? 0,
    checkedAt: lastCheck?.at ?? null,
    openBreaches,
  };
}

function standing(lastCheck: SettingsHistory['lastCheck']): SiteProjectView['setUp'] {
  if (lastCheck === null) return 'not-checked';
  if (lastCheck.holes.length > 0) return 'holes';
  return lastCheck.unread.length > 0 ? 'partly-read' : 'sound';
}
