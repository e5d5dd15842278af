import type { Sample } from '../support/sample';

/** Finding issues by JQL. */
export const SEARCH: readonly Sample[] = [
  {
    op: 'searchAndReconsileIssuesUsingJql',
    path: '/search/jql?jql=project%20%3D%20OPS&fields=summary,status',
    status: 200,
  },
  { op: 'searchAndReconsileIssuesUsingJql', path: '/search/jql?jql=colour%20%3D%20red', status: 400 },
  {
    op: 'searchAndReconsileIssuesUsingJqlPost',
    path: '/search/jql',
    body: { jql: 'project = OPS', fields: ['*all'] },
    status: 200,
  },
  { op: 'searchAndReconsileIssuesUsingJqlPost', path: '/search/jql', body: { jql: '' }, status: 400 },
  { op: 'countIssues', path: '/search/approximate-count', body: { jql: 'project = OPS' }, status: 200 },
  { op: 'countIssues', path: '/search/approximate-count', body: { jql: 'colour = red' }, status: 400 },
  { op: 'getAutoComplete', path: '/jql/autocompletedata', status: 200 },
  {
    op: 'getFieldAutoCompleteForQueryString',
    path: '/jql/autocompletedata/suggestions?fieldName=status&fieldValue=de',
    status: 200,
  },
  {
    op: 'getFieldAutoCompleteForQueryString',
    path: '/jql/autocompletedata/suggestions?fieldName=status&predicateName=near',
    status: 400,
  },
  {
    op: 'matchIssues',
    path: '/jql/match',
    body: { issueIds: [10000], jqls: ['project = OPS', 'project = WEB', 'colour = red'] },
    status: 200,
  },
  { op: 'matchIssues', path: '/jql/match', body: { issueIds: [10000] }, status: 400 },
  {
    op: 'parseJqlQueries',
    path: '/jql/parse?validation=strict',
    body: { queries: ['project = OPS AND status WAS "Identified" ORDER BY created', 'summary ~', 'colour = red'] },
    status: 200,
  },
  { op: 'parseJqlQueries', path: '/jql/parse?validation=perhaps', body: { queries: ['project = OPS'] }, status: 400 },
];
