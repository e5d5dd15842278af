import { route } from '@forge/api';
import * as v from 'valibot';
import type { Deed } from '../../../domain/set-up/deed';
import type { SchemeFacts, WorkflowRef } from '../../../domain/set-up/site-facts';
import { allPages } from '../configuration/pages';
import { call, JiraFailure, postJson, postTask } from '../request';

type SchemeDeed = Extract<Deed, { kind: 'workflow-scheme' }>;

const WorkflowShape = v.object({ id: v.string(), name: v.string() });
const SchemeShape = v.object({
  id: v.string(),
  name: v.string(),
  description: v.nullish(v.string()),
  version: v.object({ id: v.string(), versionNumber: v.number() }),
  defaultWorkflow: v.nullish(WorkflowShape),
  workflowsForIssueTypes: v.array(v.object({ workflow: WorkflowShape, issueTypeIds: v.array(v.string()) })),
});

const schemeFacts = (scheme: v.InferOutput<typeof SchemeShape>): SchemeFacts => ({
  id: scheme.id,
  name: scheme.name,
  description: scheme.description ?? '',
  version: scheme.version,
  defaultWorkflow: scheme.defaultWorkflow ?? null,
  mappings: Object.fromEntries(
    scheme.workflowsForIssueTypes.flatMap(({ workflow, issueTypeIds }) =>
      issueTypeIds.map((typeId): [string, WorkflowRef] => [typeId, workflow]),
    ),
  ),
});

const read = async (by: object): Promise<SchemeFacts | undefined> => {
  const [first] = await postJson('person', route`/rest/api/3/workflowscheme/read`, by, v.array(SchemeShape));
  return first === undefined ? undefined : schemeFacts(first);
};

export async function readSchemeOf(projectId: string): Promise<SchemeFacts> {
  const scheme = await read({ projectIds: [projectId] });
  if (scheme === undefined) throw new Error(`Jira knows no workflow scheme of the project ${projectId}.`);
  return scheme;
}

/** Jira searches schemes by nothing, so all of them are gone through. */
export async function readSchemeNamed(name: string): Promise<SchemeFacts | null> {
  const pageFrom = (startAt: number) => route`/rest/api/3/workflowscheme?startAt=${startAt}`;
  const all = await allPages('person', pageFrom, v.object({ id: v.number(), name: v.string() }));
  const found = all.find((scheme) => scheme.name === name);
  return found === undefined ? null : ((await read({ workflowSchemeIds: [String(found.id)] })) ?? null);
}

/** Makes or changes the scheme and gives it to the project. The id of the task that Jira goes on with, or null. */
export async function giveScheme(deed: SchemeDeed): Promise<string | null> {
  const changed = deed.update && deed.scheme !== null ? await update(deed, deed.scheme) : null;
  if (deed.give === 'keep') return changed;
  const schemeId = deed.scheme?.id ?? (await make(deed));
  return deed.give === 'switch' ? switchTo(deed, schemeId) : assign(deed, schemeId);
}

async function make({ name, description, content }: SchemeDeed): Promise<string> {
  const { defaultWorkflow, mappings } = content;
  const named = Object.entries(mappings).map(([typeId, workflow]): [string, string] => [typeId, workflow.name]);
  const body = {
    name,
    description,
    ...(defaultWorkflow === null ? {} : { defaultWorkflow: defaultWorkflow.name }),
    issueTypeMappings: Object.fromEntries(named),
  };
  return String((await postJson('person', route`/rest/api/3/workflowscheme`, body, v.object({ id: v.number() }))).id);
}

function update({ name, description, content, moves }: SchemeDeed, scheme: Pick<SchemeFacts, 'id' | 'version'>) {
  const { defaultWorkflow, mappings } = content;
  const workflowIds = [...new Set(Object.values(mappings).map(({ id }) => id))];
  return postTask('person', route`/rest/api/3/workflowscheme/update`, {
    id: scheme.id,
    name,
    description,
    version: scheme.version,
    ...(defaultWorkflow === null ? {} : { defaultWorkflowId: defaultWorkflow.id }),
    workflowsForIssueTypes: workflowIds.map((workflowId) => ({
      workflowId,
      issueTypeIds: Object.keys(mappings).filter((typeId) => mappings[typeId]?.id === workflowId),
    })),
    statusMappingsByIssueTypeOverride: statusMappings(moves),
  });
}

const statusMappings = (moves: SchemeDeed['moves']) =>
  [...new Set(moves.map(({ typeId }) => typeId))].map((issueTypeId) => ({
    issueTypeId,
    statusMappings: moves
      .filter(({ typeId }) => typeId === issueTypeId)
      .map(({ fromStatusId, toStatusId }) => ({ oldStatusId: fromStatusId, newStatusId: toStatusId })),
  }));

const switchTo = ({ projectId, moves }: SchemeDeed, schemeId: string): Promise<string | null> =>
  postTask('person', route`/rest/api/3/workflowscheme/project/switch`, {
    projectId,
    targetSchemeId: schemeId,
    mappingsByIssueTypeOverride: statusMappings(moves),
  });

/** Jira assigns to empty projects only; one whose issues the person cannot see, or the index not yet, is switched. */
async function assign(deed: SchemeDeed, schemeId: string): Promise<string | null> {
  try {
    const body = { projectId: deed.projectId, workflowSchemeId: schemeId };
    await call('person', 'PUT', route`/rest/api/3/workflowscheme/project`, body);
    return null;
  } catch (failure) {
    if (!(failure instanceof JiraFailure && failure.status === 400)) throw failure;
    return switchTo(deed, schemeId);
  }
}
