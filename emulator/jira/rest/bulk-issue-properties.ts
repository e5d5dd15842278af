import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { Issue } from '../model/issue';
import { callerId, mayOnIssue } from '../permissions';
import { submitTask } from '../tasks';
import { JiraError, NotModelled } from './errors';
import { taskAccepted } from './get-task';
import { type Call, type Operation, param, readWholeBody } from './operation';
import { propertyKey, propertyValue } from './property-value';

const MOST_ISSUES = 10_000;
const IdsSchema = v.array(v.pipe(v.number(), v.integer(), v.transform(String)));
const ValuesSchema = v.pipe(v.record(v.string(), v.unknown()), v.minEntries(1), v.maxEntries(10));

const mayEdit = ({ store, who }: Call, issue: Issue): boolean =>
  mayOnIssue(store, who, 'BROWSE_PROJECTS', issue) && mayOnIssue(store, who, 'EDIT_ISSUES', issue);

/** The issues of these ids; 400 unless the caller may edit every one of them. */
function editable(call: Call, ids: readonly string[]): readonly Issue[] {
  return ids.map((id) => {
    const issue = call.store.issues.get(id);
    if (issue !== undefined && mayEdit(call, issue)) return issue;
    throw new JiraError(400, [`The issue ${id} does not exist or you do not have permission to edit it.`]);
  });
}

const addProperties = ({ store }: Call, issue: Issue, added: Issue['properties']): void =>
  store.issues.change(issue, { properties: { ...issue.properties, ...added } });

const checked = (values: Readonly<Record<string, unknown>>): Issue['properties'] =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [propertyKey(key), propertyValue(value)]));

async function accepted({ jira, who }: Call, description: string, work: () => unknown): Promise<Response> {
  return taskAccepted(jira, await submitTask(jira, { submittedBy: callerId(who), description, work }));
}

const ListSchema = v.object({
  entitiesIds: v.pipe(IdsSchema, v.minLength(1), v.maxLength(MOST_ISSUES)),
  properties: ValuesSchema,
});

/** The same properties on many issues: on all of them or on none. */
export const bulkSetIssuesPropertiesList: Operation = {
  operationId: 'bulkSetIssuesPropertiesList',
  method: 'POST',
  path: '/issue/properties',
  handle: (call) => {
    const { entitiesIds, properties } = readWholeBody(ListSchema, call);
    const values = checked(properties);
    editable(call, entitiesIds);
    return accepted(call, 'Set issue properties', () => {
      for (const issue of editable(call, entitiesIds)) addProperties(call, issue, values);
      return null;
    });
  },
};

const ByIssueSchema = v.object({
  issues: v.pipe(
    v.array(v.object({ issueID: v.pipe(v.number(), v.integer(), v.transform(String)), properties: ValuesSchema })),
    v.minLength(1),
    v.maxLength(100),
  ),
});

/** Properties of their own for each issue; some may fail, which the task's result tells. Its shape there is ours. */
export const bulkSetIssuePropertiesByIssue: Operation = {
  operationId: 'bulkSetIssuePropertiesByIssue',
  method: 'POST',
  path: '/issue/properties/multi',
  handle: (call) => {
    const { issues } = readWholeBody(ByIssueSchema, call);
    const wanted = issues.map(({ issueID, properties }) => ({ id: issueID, values: checked(properties) }));
    return accepted(call, 'Set issue properties', () => {
      const failed = wanted.filter(({ id, values }) => {
        const issue = call.store.issues.get(id);
        if (issue === undefined || !mayEdit(call, issue)) return true;
        addProperties(call, issue, values);
        return false;
      });
      return { failedIssueIds: failed.map(({ id }) => Number(id)) };
    });
  },
};

const FilterSchema = v.strictObject({
  entityIds: v.optional(IdsSchema),
  currentValue: v.optional(v.unknown()),
  hasProperty: v.optional(v.boolean()),
});
type Filter = v.InferOutput<typeof FilterSchema>;

/** The issues that the caller may edit and that satisfy every criterion. */
function eligible(call: Call, key: string, { entityIds, currentValue, hasProperty }: Filter): readonly Issue[] {
  if (currentValue !== undefined && hasProperty === false) {
    throw new JiraError(400, ['An issue without the property cannot have a current value of it.']);
  }
  return [...call.store.issues.values()].filter(
    (issue) =>
      (entityIds?.includes(issue.id) ?? true) &&
      (hasProperty === undefined || Object.hasOwn(issue.properties, key) === hasProperty) &&
      (currentValue === undefined || isDeepStrictEqual(issue.properties[key], currentValue)) &&
      mayEdit(call, issue),
  );
}

const SetSchema = v.object({
  value: v.optional(v.unknown()),
  expression: v.optional(v.string()),
  filter: v.optional(FilterSchema, {}),
});

export const bulkSetIssueProperty: Operation = {
  operationId: 'bulkSetIssueProperty',
  method: 'PUT',
  path: '/issue/properties/{propertyKey}',
  handle: (call) => {
    const key = propertyKey(param(call, 'propertyKey'));
    const { value, expression, filter } = readWholeBody(SetSchema, call);
    if (expression !== undefined) throw new NotModelled('The embedded Jira sets properties by value only yet.');
    const kept = propertyValue(value);
    const issues = eligible(call, key, filter);
    return accepted(call, 'Set an issue property', () => {
      for (const issue of issues) addProperties(call, issue, { [key]: kept });
      return null;
    });
  },
};

const DeleteSchema = v.object({ entityIds: v.optional(IdsSchema), currentValue: v.optional(v.unknown()) });

export const bulkDeleteIssueProperty: Operation = {
  operationId: 'bulkDeleteIssueProperty',
  method: 'DELETE',
  path: '/issue/properties/{propertyKey}',
  handle: (call) => {
    const key = propertyKey(param(call, 'propertyKey'));
    const asked = readWholeBody(DeleteSchema, call.body === undefined ? { ...call, body: {} } : call);
    const issues = eligible(call, key, { ...asked, hasProperty: true });
    return accepted(call, 'Delete an issue property', () => {
      for (const issue of issues) {
        const left = Object.entries(issue.properties).filter(([name]) => name !== key);
        call.store.issues.change(issue, { properties: Object.fromEntries(left) });
      }
      return null;
    });
  },
};
