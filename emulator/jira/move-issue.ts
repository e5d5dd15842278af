import type { Principal } from '../seams';
import { statusIdsOf, typeConfiguration, typeIdsOf } from './configuration';
import { demandRequired } from './field-edit';
import { changeIssue } from './issue-change';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import type { IssueType, Project } from './model/site';
import { callerId, demand, mayInProject } from './permissions';
import { JiraError } from './rest/errors';
import { known } from './store';
import { askBeforeTypeChange } from './work-type-change';

/** Where issues are moved to. */
export interface MoveTarget {
  readonly project: Project;
  readonly type: IssueType;
  /** Of a subtask. */
  readonly parent: Issue | undefined;
  /** Old status id -> new one, for statuses that the workflow of the target lacks; undefined: its initial status. */
  readonly statusIds: Readonly<Record<string, string>> | undefined;
  /** Whether subtasks go along, as the first subtask type of the target; else an issue that has any cannot move. */
  readonly takeSubtasks: boolean;
}

/** One issue on its way. */
interface Step {
  readonly issue: Issue;
  readonly target: MoveTarget;
}

/**
 * Moves an issue to another project, work type or parent, and its subtasks to another project with it. No transition is
 * done and no workflow rule asked, which is the worst that Jira might do (whether its moves ask validators is unknown);
 * the app's action validator is asked when a work type changes. Throws what Jira would say, and then nothing has moved.
 */
export async function moveIssue(jira: Jira, who: Principal, issue: Issue, target: MoveTarget): Promise<void> {
  const caller = callerId(who);
  const steps = stepsOf(jira, issue, target);
  for (const step of steps) demandAllowed(jira, who, step);
  for (const step of steps) await askBeforeTypeChange(jira, step.issue, step.target.type.id, caller);
  for (const step of steps) {
    const { project, type, parent } = step.target;
    const place = { projectId: project.id, issueTypeId: type.id, parentId: parent?.id ?? null };
    changeIssue(jira, step.issue, caller, {}, { statusId: statusAfter(jira, step), place });
  }
}

/** The issue and then those of its subtasks that have to go along. */
function stepsOf(jira: Jira, issue: Issue, target: MoveTarget): readonly Step[] {
  const { project, type, parent, takeSubtasks } = target;
  if (type.subtask && parent === undefined) {
    throw new JiraError(400, ['A parent is required to move issues to a subtask work type.']);
  }
  if (parent?.id === issue.id) throw new JiraError(400, ['An issue cannot be its own parent.']);
  const subtasks = [...jira.store.issues.values()].filter(({ parentId }) => parentId === issue.id);
  if (subtasks.length > 0 && type.subtask) {
    throw new JiraError(400, [`The issue ${issue.key} has subtasks, so it cannot become one.`]);
  }
  const left = subtasks.filter(({ projectId }) => projectId !== project.id);
  if (left.length > 0 && !takeSubtasks) {
    throw new JiraError(400, [`The issue ${issue.key} has subtasks, which have to be moved with it.`]);
  }
  return [
    { issue, target },
    ...left.map((subtask) => ({
      issue: subtask,
      target: { ...target, type: subtaskTypeOf(jira, project), parent: issue, statusIds: undefined },
    })),
  ];
}

function demandAllowed(jira: Jira, who: Principal, step: Step): void {
  const { store } = jira;
  const { issue, target } = step;
  demand(store, who, 'MOVE_ISSUES', issue, `You do not have permission to move the issue ${issue.key}.`);
  if (!mayInProject(store, who, 'CREATE_ISSUES', target.project)) {
    throw new JiraError(400, ['You do not have permission to create issues in the target project.']);
  }
  const { editScreen } = configurationOf(jira, target);
  demandRequired(editScreen, issue.fields, { store, baseUrl: jira.baseUrl(), project: target.project });
  statusAfter(jira, step);
}

function configurationOf({ store }: Jira, { project, type }: MoveTarget) {
  const configuration = typeConfiguration(store, project, type.id);
  if (configuration === undefined) {
    throw new JiraError(400, [`The work type ${type.name} does not exist in the project ${project.key}.`]);
  }
  return configuration;
}

/** The status that the issue has there; 400 if none is given for the one that it has. */
function statusAfter(jira: Jira, { issue: { statusId }, target }: Step): string {
  const { statusIds } = target;
  const workflow = known(jira.store.workflows, configurationOf(jira, target).workflowId);
  const all = statusIdsOf(workflow);
  if (all.includes(statusId)) return statusId;
  if (statusIds === undefined) return workflow.initialStatusId;
  const next = statusIds[statusId];
  if (next === undefined || !all.includes(next)) {
    throw new JiraError(400, [`No status of the target workflow is given for the status ${statusId}.`]);
  }
  return next;
}

function subtaskTypeOf({ store }: Jira, project: Project): IssueType {
  const found = typeIdsOf(store, project)
    .map((id) => known(store.issueTypes, id))
    .find(({ subtask }) => subtask);
  if (found === undefined) throw new JiraError(400, [`The project ${project.key} has no work type for subtasks.`]);
  return found;
}
