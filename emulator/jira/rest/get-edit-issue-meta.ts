import { type FieldContext, fieldSchema } from '../fields';
import { typeConfiguration } from '../configuration';
import type { Issue } from '../model/issue';
import type { Field } from '../model/field';
import type { Project, ScreenField } from '../model/site';
import { browsedIssue, mayOnIssue } from '../permissions';
import { known } from '../store';
import { type Call, type Operation, param } from './operation';

export const getEditIssueMeta: Operation = {
  operationId: 'getEditIssueMeta',
  method: 'GET',
  path: '/issue/{issueIdOrKey}/editmeta',
  handle: (call) => Response.json(editMetaJson(call, browsedIssue(call.store, call.who, param(call, 'issueIdOrKey')))),
};

/** What the caller may edit: nothing without the permission. */
export function editMetaJson({ store, who, jira }: Call, issue: Issue) {
  const project = known(store.projects, issue.projectId);
  const screen = typeConfiguration(store, project, issue.issueTypeId)?.editScreen ?? [];
  const may = mayOnIssue(store, who, 'EDIT_ISSUES', issue);
  return { fields: may ? screenFieldsJson(screen, project, { store, baseUrl: jira.baseUrl() }) : {} };
}

const OPERATIONS: Readonly<Record<Field['type'], readonly string[]>> = {
  text: ['set'],
  'rich-text': ['set'],
  user: ['set'],
  option: ['set'],
  options: ['add', 'set', 'remove'],
  priority: ['set'],
  labels: ['add', 'set', 'remove'],
  date: ['set'],
  forge: ['set'],
};

/** The metadata of a screen's fields, by field id. */
export const screenFieldsJson = (screen: readonly ScreenField[], project: Project, site: Site) =>
  Object.fromEntries(
    screen.map(({ fieldId, required }) => [
      fieldId,
      fieldMetaJson(known(site.store.fields, fieldId), required, project, site),
    ]),
  );

type Site = Pick<FieldContext, 'store' | 'baseUrl'>;

function fieldMetaJson(field: Field, required: boolean, project: Project, { store, baseUrl }: Site) {
  const options = field.options.map((option) => ({
    self: `${baseUrl}/rest/api/3/customFieldOption/${option.id}`,
    ...option,
  }));
  const priorities = [...store.priorities.values()].map(({ id, name }) => ({ id, name }));
  return {
    required,
    schema: fieldSchema(field),
    name: field.name,
    key: field.id,
    hasDefaultValue: false,
    operations: OPERATIONS[field.type],
    ...(field.type === 'user'
      ? { autoCompleteUrl: `${baseUrl}/rest/api/3/user/assignable/search?project=${project.key}&query=` }
      : {}),
    ...(field.type === 'option' || field.type === 'options' ? { allowedValues: options } : {}),
    ...(field.type === 'priority' ? { allowedValues: priorities } : {}),
  };
}
