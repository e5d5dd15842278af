import { route } from '@forge/api';
import type { Reader } from '../../../application/ports';
import type { GoverningWorkflow, Part, WorkTypeFacts } from '../../../domain/set-up/configuration';
import { postJson } from '../request';
import { JIRA_ADMINISTRATOR, partOf, PROJECT_ADMINISTRATOR } from './part';
import type { ReadProject } from './read-project';
import { readWorkflowUses, type SchemesOf } from './read-workflow-uses';
import { type ReadWorkflow, workflowsIn, WorkflowsShape } from './workflow-document';

/** The workflow of the emergency work type in a project. 1 call, and those of `readWorkflowUses`. */
export async function readWorkflow(
  as: Reader,
  project: ReadProject,
  type: WorkTypeFacts,
  schemes: SchemesOf,
): Promise<Part<GoverningWorkflow>> {
  const read = await readDocument(as, project, type);
  if (read.kind === 'unreadable') return read;
  return {
    kind: 'read',
    value: { ...read.value, ...(await readWorkflowUses(as, project, type, read.value, schemes)) },
  };
}

async function readDocument(as: Reader, project: ReadProject, type: WorkTypeFacts): Promise<Part<ReadWorkflow>> {
  const what = `the workflow of ${type.name}`;
  const who = project.style === 'team-managed' ? PROJECT_ADMINISTRATOR : JIRA_ADMINISTRATOR;
  const answer = await partOf(what, who, async () => {
    const body = { projectAndIssueTypes: [{ projectId: project.projectId, issueTypeId: type.id }] };
    return postJson(as, route`/rest/api/3/workflows`, body, WorkflowsShape);
  });
  if (answer.kind === 'unreadable') return answer;
  // Jira leaves out what the caller may not see; a work type of the project always has a workflow.
  const [workflow] = workflowsIn(answer.value);
  return workflow === undefined ? { kind: 'unreadable', what, who } : { kind: 'read', value: workflow };
}
