import { fieldSchema, READ_ONLY_FIELDS } from '../fields';
import { type Operation } from './operation';

export const getFields: Operation = {
  operationId: 'getFields',
  method: 'GET',
  path: '/field',
  handle: ({ store }) => {
    const readOnly = Object.entries(READ_ONLY_FIELDS).map(([id, name]) => ({
      id,
      key: id,
      name,
      custom: false,
      orderable: false,
      navigable: true,
      searchable: true,
      clauseNames: [id],
    }));
    const given = [...store.fields.values()].map((field) => ({
      id: field.id,
      key: field.id,
      name: field.name,
      custom: field.custom,
      orderable: true,
      navigable: true,
      searchable: true,
      clauseNames: field.custom ? [`cf[${field.id.replace('customfield_', '')}]`, field.name] : [field.id],
      schema: fieldSchema(field),
    }));
    return Response.json([...given, ...readOnly]);
  },
};
