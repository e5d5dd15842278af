import { getAppContext, route } from '@forge/api';
import * as v from 'valibot';
import type { ConfigurationReader, Reader } from '../../../application/ports';
import { momentOf } from '../../../domain/ids';
import type { Policy, Status } from '../../../domain/policy';
import type { AppIdentity, Part, ProjectConfiguration } from '../../../domain/set-up/configuration';
import { allPages } from './pages';
import { JIRA_ADMINISTRATOR, partOf, PROJECT_ADMINISTRATOR } from './part';
import { readFields } from './read-fields';
import { readGroups } from './read-groups';
import { readPermissions } from './read-permissions';
import { readProject, type ReadProject, readStatuses } from './read-project';
import { readTransitionScreens, readTypeScreens } from './read-screens';
import { readEmergencyType } from './read-work-type';
import { readWorkflow } from './read-workflow';
import { readWorkflowSchemes } from './read-workflow-schemes';

/**
 * Reads a project as it is configured. A company-managed project that is set up takes 17 calls with two groups and one
 * screen on a transition, none of which changes anything. Each further group, further screen and status that the
 * workflow lacks adds 1 or 2; each fifty other projects that use the workflow 2.
 */
export const jiraConfiguration: ConfigurationReader = {
  async read(projectId, policy, as) {
    const project = await readProject(as, projectId);
    if (project === null) return undefined;
    const app = appIdentity();
    const emergencyType = await readEmergencyType(as, project, policy.workType);
    const { workTypes, ...named } = project;
    const [governing, fields, permissions, groups] = await Promise.all([
      readGoverned(as, project, emergencyType, policy),
      readFields(as, project, app, policy.kindField),
      readPermissions(projectId),
      readGroups(as, projectId, policy),
    ]);
    return {
      readAt: momentOf(new Date()),
      app,
      project: named,
      workTypes,
      emergencyType,
      permissions,
      groups,
      ...fields,
      ...governing,
    };
  },
  groups: (projectId, policy, as) => readGroups(as, projectId, policy),
};

/** Its own ids, as rules of workflows and types of fields name them. */
function appIdentity(): AppIdentity {
  const { appAri, environmentAri } = getAppContext();
  return { appId: appAri.appId, environmentId: environmentAri.environmentId };
}

type Governed = Pick<
  ProjectConfiguration,
  'statuses' | 'unusedStatuses' | 'workflow' | 'workflowScheme' | 'screens' | 'transitionScreens'
>;

/** What governs issues of the emergency work type; little while the project does not have it. */
async function readGoverned(
  as: Reader,
  project: ReadProject,
  type: ProjectConfiguration['emergencyType'],
  policy: Policy,
): Promise<Governed> {
  const { projectId, style } = project;
  const ofProject = once(() => readWorkflowSchemes(as, [projectId]));
  const schemesOf = (ids: readonly string[]) =>
    ids.length === 1 && ids[0] === projectId ? ofProject() : readWorkflowSchemes(as, ids);
  const workflowScheme: Governed['workflowScheme'] =
    style === 'team-managed'
      ? NOTHING
      : await partOf('the workflow scheme', JIRA_ADMINISTRATOR, async () => (await ofProject()).get(projectId) ?? null);
  if (type?.inProject !== true) {
    const unusedStatuses = await readUnused(as, policy, []);
    return {
      statuses: [],
      unusedStatuses,
      workflow: NOTHING,
      workflowScheme,
      screens: NOTHING,
      transitionScreens: NONE,
    };
  }
  const statuses = await readStatuses(as, projectId, type.id);
  const unusedStatuses = await readUnused(as, policy, statuses);
  const workflow = await readWorkflow(as, project, type, schemesOf);
  const screens = await readTypeScreens(as, project, type.id);
  const transitions = workflow.kind === 'read' ? workflow.value.facts.transitions : [];
  const transitionScreens = await readTransitionScreens(as, transitions);
  return { statuses, unusedStatuses, workflow, workflowScheme, screens, transitionScreens };
}

const NOTHING: Part<null> = { kind: 'read', value: null };
const NONE: Part<Readonly<Record<string, never>>> = { kind: 'read', value: {} };

function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  return () => (answer ??= ask());
}

const StatusShape = v.object({ id: v.string(), name: v.string() });

/** The statuses of the site that a policy names and that are not among `used`. 1 call for each such name. */
function readUnused(as: Reader, { statuses }: Policy, used: readonly Status[]): Promise<Part<readonly Status[]>> {
  const names = new Set(Object.values(statuses).flat());
  const missing = [...names].filter((name) => used.every((status) => status.name !== name));
  return partOf('the statuses of the site', PROJECT_ADMINISTRATOR, async () => {
    const found = missing.map(async (name) => {
      const pageFrom = (startAt: number) =>
        route`/rest/api/3/statuses/search?searchString=${name}&startAt=${startAt}&maxResults=${200}`;
      return (await allPages(as, pageFrom, StatusShape)).filter((status) => status.name === name);
    });
    return (await Promise.all(found)).flat().map(({ id, name }) => ({ id, name }));
  });
}
