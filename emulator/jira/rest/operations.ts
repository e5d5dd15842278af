import { addComment } from './add-comment';
import { assignIssue } from './assign-issue';
import { bulkGetGroups } from './bulk-get-groups';
import { bulkGetUsers } from './bulk-get-users';
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
import type { Operation } from './operation';
import { countIssues, searchByGet, searchByPost } from './search-issues';

/** Everything of Jira's REST API that is modelled. */
export const OPERATIONS: readonly Operation[] = [
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
  getBulkChangelogs,
  getChangeLogs,
  getComments,
  getCreateIssueMetaIssueTypeId,
  getCreateIssueMetaIssueTypes,
  getCurrentUser,
  getEditIssueMeta,
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
  searchByGet,
  searchByPost,
  searchProjects,
  setIssueProperty,
  setIssueTypeProperty,
];
