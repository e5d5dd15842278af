import { referenceData } from '../jql/reference-data';
import type { Operation } from './operation';

export const getAutoComplete: Operation = {
  operationId: 'getAutoComplete',
  method: 'GET',
  path: '/jql/autocompletedata',
  handle: ({ store }) => Response.json(referenceData(store)),
};
