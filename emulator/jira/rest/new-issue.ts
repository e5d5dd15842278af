import * as v from 'valibot';
import { typeConfiguration } from '../configuration';
import {
  demandRequired,
  FieldChangesSchema,
  PropertiesSchema,
  propertiesOf,
  readFieldChanges,
  type Values,
} from '../field-edit';
import type { FieldContext } from '../fields';
import type { NewIssue } from '../issue-create';
import type { IssueType, Project, TypeConfiguration } from '../model/site';
import { callerId, mayInProject, settableOn } from '../permissions';
import { known, projectByIdOrKey } from '../store';
import { fieldError, JiraError, NotModelled } from './errors';
import type { Call } from './operation';
import { parentFor, ReferenceSchema } from './parent-of';

export const NewIssueSchema = v.object({ ...FieldChangesSchema.entries, properties: PropertiesSchema });

interface Target {
  readonly project: Project;
  readonly type: IssueType;
  readonly configuration: TypeConfiguration;
}

/** What a create asks for, read and checked against permissions, screen and fields. Nothing is kept yet. */
export function newIssue(call: Call, body: v.InferOutput<typeof NewIssueSchema>): NewIssue {
  const { jira, store, who } = call;
  const caller = callerId(who);
  const { project: projectInput, issuetype, parent, ...fields } = body.fields;
  const target = targetOf(call, projectInput, issuetype);
  const { project, type, configuration } = target;
  const parentId = type.subtask ? parentFor(call, project, parent).id : noParent(parent);
  const context: FieldContext = { store, baseUrl: jira.baseUrl(), project };
  if ('comment' in body.update) throw new NotModelled('The embedded Jira does not model a comment with a create yet.');
  const values: Values = {
    reporter: caller,
    priority: [...store.priorities.keys()][2] ?? null,
    ...readFieldChanges({ fields, update: body.update }, settable(call, target), {}, context),
  };
  demandRequired(configuration.createScreen, values, context);
  return {
    project,
    type,
    workflow: known(store.workflows, configuration.workflowId),
    parentId,
    values,
    properties: propertiesOf(body.properties),
    creatorId: caller,
  };
}

function noParent(input: unknown): null {
  if (input !== undefined) throw new NotModelled('The embedded Jira models parents of subtasks only yet.');
  return null;
}

function settable(call: Call, { project, configuration }: Target) {
  const besides = mayInProject(call.store, call.who, 'MODIFY_REPORTER', project) ? ['reporter'] : [];
  return { screen: settableOn(configuration.createScreen, project, call), besides };
}

function targetOf({ store, who }: Call, projectInput: unknown, typeInput: unknown): Target {
  const asked = v.safeParse(ReferenceSchema, projectInput);
  const project = asked.success ? projectByIdOrKey(store, asked.output.id ?? asked.output.key ?? '') : undefined;
  if (project === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', project)) {
    throw fieldError('project', 'Specify a valid project ID or key');
  }
  if (!mayInProject(store, who, 'CREATE_ISSUES', project)) {
    throw new JiraError(400, [], { project: 'You do not have permission to create issues in this project.' });
  }
  const wanted = v.safeParse(ReferenceSchema, typeInput);
  const candidates = [...store.issueTypes.values()].filter(
    ({ id, name }) => wanted.success && (id === wanted.output.id || name === wanted.output.name),
  );
  // Team-managed projects have work types of their own, whose names others may bear too.
  for (const type of candidates) {
    const configuration = typeConfiguration(store, project, type.id);
    if (configuration !== undefined) return { project, type, configuration };
  }
  throw fieldError('issuetype', 'Specify a valid issue type');
}
