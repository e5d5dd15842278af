import * as v from 'valibot';
import { typeConfiguration, workflowIdFor } from '../configuration';
import type { Place } from '../issue-place';
import type { Issue } from '../model/issue';
import type { IssueType } from '../model/site';
import { known } from '../store';
import { fieldError, NotModelled } from './errors';
import type { Call } from './operation';
import { parentFor, ReferenceSchema } from './parent-of';

interface Asked {
  readonly issuetype: unknown;
  readonly parent: unknown;
}

/**
 * The work type and parent that an edit gives an issue; where it says nothing, those that it has. A work type has to
 * follow the workflow that the issue follows: a move is needed for any other.
 */
export function editedPlace(call: Call, issue: Issue, { issuetype, parent }: Asked): Place {
  const { store } = call;
  const project = known(store.projects, issue.projectId);
  const before = known(store.issueTypes, issue.issueTypeId);
  const type = issuetype === undefined ? before : typeIn(call, issue, issuetype);
  if (type.id !== before.id && workflowIdFor(store, project, type.id) !== workflowIdFor(store, project, before.id)) {
    throw fieldError('issuetype', 'The issue type selected is invalid.');
  }
  return { projectId: project.id, issueTypeId: type.id, parentId: parentIdOf(call, issue, type, parent) };
}

function typeIn({ store }: Call, issue: Issue, input: unknown): IssueType {
  const asked = v.safeParse(ReferenceSchema, input);
  const project = known(store.projects, issue.projectId);
  const found = [...store.issueTypes.values()].find(
    ({ id, name }) =>
      asked.success &&
      (asked.output.id === undefined ? name === asked.output.name : id === asked.output.id) &&
      typeConfiguration(store, project, id) !== undefined,
  );
  if (found === undefined) throw fieldError('issuetype', 'The issue type selected is invalid.');
  return found;
}

function parentIdOf(call: Call, issue: Issue, type: IssueType, parent: unknown): string | null {
  const { store } = call;
  if (!type.subtask) {
    if (parent !== undefined && parent !== null) {
      throw new NotModelled('The embedded Jira models parents of subtasks only yet.');
    }
    return null;
  }
  if (issue.parentId === null && [...store.issues.values()].some(({ parentId }) => parentId === issue.id)) {
    throw fieldError('issuetype', 'An issue that has subtasks cannot become a subtask.');
  }
  if (parent === undefined && issue.parentId !== null) return issue.parentId;
  const found = parentFor(call, known(store.projects, issue.projectId), parent);
  if (found.id === issue.id) throw fieldError('parent', 'An issue cannot be its own parent.');
  return found.id;
}
