import * as v from 'valibot';
import {
  demandRequired,
  FieldChangesSchema,
  PropertiesSchema,
  propertiesOf,
  readFieldChanges,
  type Values,
} from '../field-edit';
import type { FieldContext } from '../fields';
import { happening } from '../issue-change';
import type { Issue } from '../model/issue';
import type { IssueType, Project, TypeConfiguration } from '../model/site';
import { browsedIssue, callerId, mayInProject, settableOn } from '../permissions';
import { known, projectByIdOrKey } from '../store';
import { fieldError, JiraError, NotModelled } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

const ReferenceSchema = v.looseObject({
  id: v.optional(v.pipe(v.union([v.string(), v.number()]), v.transform(String))),
  key: v.optional(v.string()),
  name: v.optional(v.string()),
});

const BodySchema = v.object({ ...FieldChangesSchema.entries, properties: PropertiesSchema });

export const createIssue: Operation = {
  operationId: 'createIssue',
  method: 'POST',
  path: '/issue',
  query: ['updateHistory'],
  handle: (call) => {
    const issue = create(call, readWholeBody(BodySchema, call));
    const self = `${call.jira.baseUrl()}/rest/api/3/issue/${issue.id}`;
    return Response.json({ id: issue.id, key: issue.key, self }, { status: 201 });
  },
};

interface Place {
  readonly project: Project;
  readonly type: IssueType;
  readonly configuration: TypeConfiguration;
}

function create(call: Call, body: v.InferOutput<typeof BodySchema>): Issue {
  const { jira, store, who } = call;
  const caller = callerId(who);
  const { project: projectInput, issuetype, parent, ...fields } = body.fields;
  const place = placeOf(call, projectInput, issuetype);
  const parentId = parentOf(call, place, parent);
  const context: FieldContext = { store, baseUrl: jira.baseUrl(), project: place.project };
  const besides = mayInProject(store, who, 'MODIFY_REPORTER', place.project) ? ['reporter'] : [];
  const settable = { screen: settableOn(place.configuration.createScreen, place.project, call), besides };
  if ('comment' in body.update) throw new NotModelled('The embedded Jira does not model a comment with a create yet.');
  const values: Values = {
    reporter: caller,
    priority: [...store.priorities.keys()][2] ?? null,
    ...readFieldChanges({ fields, update: body.update }, settable, {}, context),
  };
  demandRequired(place.configuration.createScreen, values, context);
  const issue = keepIssue(call, place, values, {
    parentId,
    properties: propertiesOf(body.properties),
    creatorId: caller,
  });
  jira.tell(happening('created', issue, caller, issue.created));
  return issue;
}

function placeOf({ store, who }: Call, projectInput: unknown, typeInput: unknown): Place {
  const asked = v.safeParse(ReferenceSchema, projectInput);
  const project = asked.success ? projectByIdOrKey(store, asked.output.id ?? asked.output.key ?? '') : undefined;
  if (project === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', project)) {
    throw fieldError('project', 'Specify a valid project ID or key');
  }
  if (!mayInProject(store, who, 'CREATE_ISSUES', project)) {
    throw new JiraError(400, [], { project: 'You do not have permission to create issues in this project.' });
  }
  const wanted = v.safeParse(ReferenceSchema, typeInput);
  const type = [...store.issueTypes.values()].find(
    ({ id, name }) => wanted.success && (id === wanted.output.id || name === wanted.output.name),
  );
  const configuration = type && project.types[type.id];
  if (type === undefined || configuration === undefined) throw fieldError('issuetype', 'Specify a valid issue type');
  return { project, type, configuration };
}

function parentOf(call: Call, { project, type }: Place, input: unknown): string | null {
  if (!type.subtask) {
    if (input !== undefined) throw new NotModelled('The embedded Jira models parents of subtasks only yet.');
    return null;
  }
  const asked = v.safeParse(ReferenceSchema, input);
  if (!asked.success) throw fieldError('parent', 'Issue type is a sub-task but parent issue key or id not specified.');
  const parent = browsedIssue(call.store, call.who, asked.output.id ?? asked.output.key ?? '');
  if (parent.projectId !== project.id) throw fieldError('parent', 'A subtask belongs to the project of its parent.');
  return parent.id;
}

function keepIssue(
  { jira, store }: Call,
  { project, type, configuration }: Place,
  values: Values,
  rest: Pick<Issue, 'parentId' | 'properties' | 'creatorId'>,
): Issue {
  const now = jira.clock.now();
  project.lastIssueNumber += 1;
  const issue: Issue = {
    id: store.nextId('issue'),
    key: `${project.key}-${project.lastIssueNumber}`,
    projectId: project.id,
    issueTypeId: type.id,
    creatorId: rest.creatorId,
    parentId: rest.parentId,
    created: now,
    updated: now,
    statusId: known(store.workflows, configuration.workflowId).initialStatusId,
    fields: values,
    properties: rest.properties,
    comments: [],
    histories: [],
  };
  store.issues.set(issue.id, issue);
  store.issueKeys.set(issue.key, issue.id);
  return issue;
}
