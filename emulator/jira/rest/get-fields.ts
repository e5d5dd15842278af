import * as v from 'valibot';
import type { Field, FieldType } from '../model/field';
import { callerId, demandJiraAdministrator } from '../permissions';
import { freeFieldId } from '../site/install-app-fields';
import { fieldSchema } from '../fields';
import { JiraError, NotModelled } from './errors';
import { fieldJson, readOnlyFieldsJson } from './field-json';
import { listed, type Operation, pageBean, pageOf, readWholeBody } from './operation';

export const getFields: Operation = {
  operationId: 'getFields',
  method: 'GET',
  path: '/field',
  handle: ({ store }) => Response.json([...[...store.fields.values()].map(fieldJson), ...readOnlyFieldsJson()]),
};

export const getFieldsPaginated: Operation = {
  operationId: 'getFieldsPaginated',
  method: 'GET',
  path: '/field/search',
  query: ['startAt', 'maxResults', 'type', 'id', 'query'],
  expand: ['key', 'isLocked', 'searcherKey', 'screensCount'],
  handle: (call) => {
    const { store, who, query } = call;
    callerId(who);
    const types = listed(call, 'type');
    const ids = listed(call, 'id');
    const text = (query.get('query') ?? '').toLowerCase();
    const expand = new Set(listed(call, 'expand'));
    const found = [...store.fields.values()]
      .filter(({ custom }) => types.length === 0 || types.includes(custom ? 'custom' : 'system'))
      .filter(({ id, name }) => (ids.length === 0 || ids.includes(id)) && name.toLowerCase().includes(text))
      .map((field) => ({
        id: field.id,
        name: field.name,
        schema: fieldSchema(field),
        description: field.description ?? '',
        ...(expand.has('key') ? { key: field.forge?.key ?? field.id } : {}),
        ...(expand.has('isLocked') ? { isLocked: field.forge !== undefined } : {}),
        ...(expand.has('screensCount') ? { screensCount: screensWith(field, [...store.screens.values()]) } : {}),
      }));
    return Response.json(pageBean(found, pageOf(call, 50, 50)));
  },
};

const screensWith = (
  { id }: Field,
  screens: readonly { readonly tabs: readonly { readonly fieldIds: readonly string[] }[] }[],
) => screens.filter(({ tabs }) => tabs.some(({ fieldIds }) => fieldIds.includes(id))).length;

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes:';
const TYPE: ReadonlyMap<string, FieldType> = new Map([
  [`${TYPES}select`, 'option'],
  [`${TYPES}multicheckboxes`, 'options'],
]);

/** On no screen, and without options, until somebody adds them. */
export const createCustomField: Operation = {
  operationId: 'createCustomField',
  method: 'POST',
  path: '/field',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { name, description, type } = readWholeBody(
      v.object({
        name: v.string(),
        description: v.optional(v.string(), ''),
        type: v.string(),
        searcherKey: v.optional(v.string()),
      }),
      call,
    );
    if (name.trim() === '') throw new JiraError(400, [], { name: 'The name of the custom field has to be given.' });
    const known = TYPE.get(type);
    if (known === undefined)
      throw new NotModelled(`The embedded Jira does not model custom fields of type ${type} yet.`);
    const field: Field = { id: freeFieldId(store), name, description, type: known, custom: true, options: [] };
    store.fields.set(field.id, field);
    return Response.json(fieldJson(field), { status: 201 });
  },
};
