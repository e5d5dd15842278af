import * as v from 'valibot';
import { changeItems } from '../field-edit';
import { forgeValueProblems } from '../forge-field';
import { changeIssue } from '../issue-change';
import type { Field, ForgeField } from '../model/field';
import type { Issue } from '../model/issue';
import { callerId } from '../permissions';
import { known } from '../store';
import { JiraError, NotModelled } from './errors';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

const IssueIds = v.array(v.pipe(v.number(), v.integer()));

const OneFieldSchema = v.object({ updates: v.array(v.object({ issueIds: IssueIds, value: v.unknown() })) });

const ManyFieldsSchema = v.object({
  updates: v.array(v.object({ customField: v.string(), issueIds: IssueIds, value: v.unknown() })),
});

/** Only the app that owns the field may call this: no permission of a person is enough, and none is needed. */
export const updateCustomFieldValue: Operation = {
  operationId: 'updateCustomFieldValue',
  method: 'PUT',
  path: '/app/field/{fieldIdOrKey}/value',
  query: ['generateChangelog'],
  handle: (call) => {
    const field = ownFieldOf(call, param(call, 'fieldIdOrKey'));
    const { updates } = readWholeBody(OneFieldSchema, call);
    writeAll(
      call,
      updates.map(({ issueIds, value }) => ({ ...field, issueIds, value })),
    );
    return noContent();
  },
};

export const updateMultipleCustomFieldValues: Operation = {
  operationId: 'updateMultipleCustomFieldValues',
  method: 'POST',
  path: '/app/field/value',
  query: ['generateChangelog'],
  handle: (call) => {
    const { updates } = readWholeBody(ManyFieldsSchema, call);
    writeAll(
      call,
      updates.map(({ customField, issueIds, value }) => ({ ...ownFieldOf(call, customField), issueIds, value })),
    );
    return noContent();
  },
};

interface OwnField {
  readonly field: Field;
  readonly forge: ForgeField;
}

interface Update extends OwnField {
  readonly issueIds: readonly number[];
  readonly value: unknown;
}

function ownFieldOf({ store, who }: Call, idOrKey: string): OwnField {
  const caller = callerId(who);
  const field = [...store.fields.values()].find(({ id, forge }) => id === idOrKey || forge?.key === idOrKey);
  if (field === undefined) throw new JiraError(404, ['The custom field was not found.']);
  const { forge } = field;
  if (forge?.appAccountId !== caller) {
    throw new JiraError(403, ['The request is not authenticated as the app that provided the field.']);
  }
  return { field, forge };
}

/** Everything is checked before anything is written. */
function writeAll(call: Call, updates: readonly Update[]): void {
  const writes = updates.flatMap((update) => update.issueIds.map((id) => writeOf(call, update, id)));
  const places = writes.map(({ issue, field }) => `${issue.id} ${field.id}`);
  if (new Set(places).size < places.length) {
    throw new JiraError(400, ['Combinations of custom field and issue have to be unique within the request.']);
  }
  const withHistory = flag(call, 'generateChangelog');
  for (const { issue, field, value } of writes) write(call, issue, field.id, value, withHistory);
}

function writeOf({ store }: Call, { field, forge, value }: Update, issueId: number) {
  const issue = store.issues.get(String(issueId));
  if (issue === undefined) throw new JiraError(400, [`Issue with id ${issueId} was not found.`]);
  const problems = forgeValueProblems(value, forge);
  if (problems.length > 0) throw new JiraError(400, problems);
  return { issue, field, value };
}

/** Without a history nobody is told either: what is told of an update is its history. */
function write({ jira, store, who }: Call, issue: Issue, fieldId: string, value: unknown, withHistory: boolean): void {
  if (withHistory) {
    changeIssue(jira, issue, callerId(who), { [fieldId]: value });
    return;
  }
  const context = { store, baseUrl: jira.baseUrl(), project: known(store.projects, issue.projectId) };
  if (changeItems(issue, { [fieldId]: value }, context).length === 0) return;
  const fields = { ...issue.fields, [fieldId]: value };
  store.issues.change(issue, { fields, updated: jira.clock.now().toISOString() });
}

function flag({ query }: Call, name: string): boolean {
  const given = query.get(name) ?? 'true';
  if (given !== 'true' && given !== 'false') throw new NotModelled(`The embedded Jira does not know ${name}=${given}.`);
  return given === 'true';
}
