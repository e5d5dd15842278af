import { addComment } from './add-comment';
import { assignIssue } from './assign-issue';
import { bulkGetGroups } from './bulk-get-groups';
import { bulkGetUsers } from './bulk-get-users';
import { CONFIGURATION_OPERATIONS } from './configuration-operations';
import { createIssue } from './create-issue';
import { getCreateIssueMetaIssueTypeId, getCreateIssueMetaIssueTypes } from './create-meta';
import { deleteIssue } from './delete-issue';
import { doTransition } from './do-transition';
import { editIssue } from './edit-issue';
import { findGroups } from './find-groups';
import { findAssignableUsers, findUsers } from './find-users';
import { getBulkChangelogs } from './get-bulk-changelogs';
import { getChangeLogs } from './get-change-logs';
import { getComments } from './get-comments';
import { getCurrentUser } from './get-current-user';
import { getEditIssueMeta } from './get-edit-issue-meta';
import { getFields } from './get-fields';
import { getIssue } from './get-issue';
import { getMyPermissions } from './get-my-permissions';
import { getProject, searchProjects } from './get-project';
import { getIssueAllTypes, getPriorities, getServerInfo, getStatuses } from './get-statuses';
import { getTransitions } from './get-transitions';
import { getUser } from './get-user';
import { getUserGroups } from './get-user-groups';
import { deleteIssueProperty, getIssueProperty, getIssuePropertyKeys, setIssueProperty } from './issue-properties';
import { getIssueTypeProperty, getIssueTypePropertyKeys, setIssueTypeProperty } from './issue-type-properties';
import { ISSUE_OPERATIONS } from './issue-operations';
import type { Operation } from './operation';
import { getAutoComplete } from './get-auto-complete';
import { getFieldAutoCompleteForQueryString } from './get-field-auto-complete-for-query-string';
import { matchIssues } from './match-issues';
import { parseJqlQueries } from './parse-jql-queries';
import { countIssues, searchByGet, searchByPost } from './search-issues';

/** Everything of Jira's REST API that is modelled. */
export const OPERATIONS: readonly Operation[] = [
  ...CONFIGURATION_OPERATIONS,
  ...ISSUE_OPERATIONS,
  addComment,
  assignIssue,
  bulkGetGroups,
  bulkGetUsers,
  countIssues,
  createIssue,
  deleteIssue,
  deleteIssueProperty,
  doTransition,
  editIssue,
  findAssignableUsers,
  findGroups,
  findUsers,
  getAutoComplete,
  getBulkChangelogs,
  getChangeLogs,
  getComments,
  getCreateIssueMetaIssueTypeId,
  getCreateIssueMetaIssueTypes,
  getCurrentUser,
  getEditIssueMeta,
  getFieldAutoCompleteForQueryString,
  getFields,
  getIssue,
  getIssueAllTypes,
  getIssueProperty,
  getIssuePropertyKeys,
  getIssueTypeProperty,
  getIssueTypePropertyKeys,
  getMyPermissions,
  getPriorities,
  getProject,
  getServerInfo,
  getStatuses,
  getTransitions,
  getUser,
  getUserGroups,
  matchIssues,
  parseJqlQueries,
  searchByGet,
  searchByPost,
  searchProjects,
  setIssueProperty,
  setIssueTypeProperty,
];
