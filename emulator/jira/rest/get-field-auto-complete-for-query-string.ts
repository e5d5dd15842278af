import { askingOf } from '../jql/search-issues';
import { peopleSuggestions, suggestions } from '../jql/suggestions';
import { JiraError } from './errors';
import type { Operation } from './operation';

export const getFieldAutoCompleteForQueryString: Operation = {
  operationId: 'getFieldAutoCompleteForQueryString',
  method: 'GET',
  path: '/jql/autocompletedata/suggestions',
  query: ['fieldName', 'fieldValue', 'predicateName', 'predicateValue'],
  handle: (call) => {
    const read = (name: string) => call.query.get(name) ?? undefined;
    const [field, predicate] = [read('fieldName'), read('predicateName')?.toLowerCase()];
    if (field === undefined || (predicate !== undefined && !['by', 'from', 'to'].includes(predicate))) {
      throw new JiraError(400, ['A fieldName is required, and a predicateName has to be by, from or to.']);
    }
    const results = call.jira.searchIndex.read([], (indexed) => {
      const asking = askingOf(call, indexed);
      const typed = (predicate === undefined ? read('fieldValue') : read('predicateValue')) ?? '';
      return predicate === 'by' ? peopleSuggestions(typed, asking) : suggestions(field, typed, asking);
    });
    return Response.json({ results });
  },
};
