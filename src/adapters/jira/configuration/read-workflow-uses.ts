import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import type {
  GoverningWorkflow,
  Part,
  WorkflowSchemeFacts,
  WorkflowUse,
  WorkTypeFacts,
} from '../../../domain/set-up/configuration';
import { getJson, postJson } from '../request';
import { allPages, inGroupsOf } from './pages';
import { JIRA_ADMINISTRATOR, partOf, PROJECT_ADMINISTRATOR } from './part';
import { ProjectShape, type ReadProject } from './read-project';
import type { ReadWorkflow } from './workflow-document';

/** Workflow schemes by project id. */
export type SchemesOf = (projectIds: readonly string[]) => Promise<ReadonlyMap<string, WorkflowSchemeFacts>>;

/**
 * Who else goes by a workflow. 2 calls where nobody does; where other projects do, 2 more for each fifty of them. In a
 * team-managed project, whose workflows are its own, 1.
 */
export async function readWorkflowUses(
  as: Reader,
  project: ReadProject,
  type: WorkTypeFacts,
  { facts }: ReadWorkflow,
  schemesOf: SchemesOf,
): Promise<Pick<GoverningWorkflow, 'otherTypes' | 'otherProjects'>> {
  const others = project.workTypes.filter(({ id }) => id !== type.id);
  if (project.style === 'team-managed') {
    const what = 'which work types share the workflow';
    const otherTypes = await partOf(what, PROJECT_ADMINISTRATOR, async () => {
      const follows = await followersById(as, project.projectId, facts.id);
      return others.filter(({ id }) => follows(id));
    });
    return { otherTypes, otherProjects: { kind: 'read', value: [] } };
  }
  const otherTypes = await partOf('which work types share the workflow', JIRA_ADMINISTRATOR, async () => {
    const scheme = (await schemesOf([project.projectId])).get(project.projectId);
    return others.filter(({ id }) => scheme !== undefined && workflowName(scheme, id) === facts.name);
  });
  return { otherTypes, otherProjects: await readOtherProjects(as, project.projectId, facts, schemesOf) };
}

const workflowName = ({ mappings, defaultWorkflow }: WorkflowSchemeFacts, typeId: string): string =>
  mappings[typeId] ?? defaultWorkflow;

const SchemesShape = v.array(
  v.object({
    defaultWorkflow: v.optional(v.object({ id: v.string() })),
    workflowsForIssueTypes: v.array(
      v.object({ workflow: v.object({ id: v.string() }), issueTypeIds: v.array(v.string()) }),
    ),
  }),
);

async function followersById(as: Reader, projectId: string, workflowId: string): Promise<(id: string) => boolean> {
  const body = { projectIds: [projectId] };
  const schemes = await postJson(as, route`/rest/api/3/workflowscheme/read`, body, SchemesShape);
  return (typeId) =>
    schemes.some(({ defaultWorkflow, workflowsForIssueTypes }) => {
      const own = workflowsForIssueTypes.find(({ issueTypeIds }) => issueTypeIds.includes(typeId));
      return (own?.workflow ?? defaultWorkflow)?.id === workflowId;
    });
}

async function readOtherProjects(
  as: Reader,
  projectId: string,
  { id: workflowId, name }: ReadWorkflow['facts'],
  schemesOf: SchemesOf,
): Promise<Part<readonly WorkflowUse[]>> {
  const what = 'the other projects that use the workflow';
  const read = await partOf(what, JIRA_ADMINISTRATOR, async () => {
    const ids = (await readUsages(as, workflowId)).filter((id) => id !== projectId);
    if (ids.length === 0) return { ids, uses: [] };
    const projects = await readProjects(as, ids);
    const schemes = await schemesOf(ids);
    const uses = projects.map(({ workTypes, ...project }): WorkflowUse => {
      const scheme = schemes.get(project.projectId);
      const follow = ({ id }: WorkTypeFacts) => scheme !== undefined && workflowName(scheme, id) === name;
      return { ...project, workTypes: workTypes.filter(follow) };
    });
    return { ids, uses };
  });
  if (read.kind === 'unreadable') return read;
  const { ids, uses } = read.value;
  return uses.length < ids.length
    ? { kind: 'unreadable', what, who: 'somebody who may browse all of them' }
    : { kind: 'read', value: uses };
}

const UsagesShape = v.object({
  projects: v.object({ values: v.array(v.object({ id: v.string() })), nextPageToken: v.nullish(v.string()) }),
});

async function readUsages(as: Reader, workflowId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  let token: string | null | undefined;
  do {
    const query = new URLSearchParams({ maxResults: '200', ...(token ? { nextPageToken: token } : {}) });
    const path = route`/rest/api/3/workflow/${workflowId}/projectUsages?${query}`;
    const page: v.InferOutput<typeof UsagesShape> = await getJson(as, path, UsagesShape);
    ids.push(...page.projects.values.map(({ id }) => id));
    token = page.projects.nextPageToken;
  } while (token);
  return ids;
}

const MOST_AT_ONCE = 50;

async function readProjects(as: Reader, ids: readonly string[]): Promise<readonly ReadProject[]> {
  const found: ReadProject[] = [];
  for (const some of inGroupsOf(MOST_AT_ONCE, ids)) {
    const pageFrom = (startAt: number) => {
      const query = new URLSearchParams([
        ...some.map((id) => ['id', id]),
        ['expand', 'issueTypes'],
        ['startAt', String(startAt)],
      ]);
      return route`/rest/api/3/project/search?${query}`;
    };
    found.push(...(await allPages(as, pageFrom, ProjectShape)));
  }
  return found;
}
