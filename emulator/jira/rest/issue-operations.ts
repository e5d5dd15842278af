import { addAttachment } from './add-attachment';
import { getAttachment, getAttachmentMeta, removeAttachment } from './attachment';
import { bulkFetchIssues } from './bulk-fetch-issues';
import {
  bulkDeleteIssueProperty,
  bulkSetIssuePropertiesByIssue,
  bulkSetIssueProperty,
  bulkSetIssuesPropertiesList,
} from './bulk-issue-properties';
import { getAvailableTransitions, submitBulkTransition } from './bulk-transition';
import {
  deleteCommentProperty,
  getCommentProperty,
  getCommentPropertyKeys,
  setCommentProperty,
} from './comment-properties';
import { createIssues } from './create-issues';
import { deleteComment } from './delete-comment';
import { getAttachmentContent } from './get-attachment-content';
import { getBulkOperationProgress } from './get-bulk-operation-progress';
import { getChangeLogsByIds } from './get-change-logs-by-ids';
import { getComment } from './get-comment';
import { getCommentsByIds } from './get-comments-by-ids';
import { cancelTask, getTask } from './get-task';
import { deleteIssueLink, getIssueLink } from './issue-link';
import { getIssueLinkType, getIssueLinkTypes } from './issue-link-types';
import { linkIssues } from './link-issues';
import { notify } from './notify';
import {
  createOrUpdateRemoteIssueLink,
  deleteRemoteIssueLinkByGlobalId,
  deleteRemoteIssueLinkById,
  getRemoteIssueLinkById,
  getRemoteIssueLinks,
  updateRemoteIssueLink,
} from './remote-links';
import { submitBulkMove } from './submit-bulk-move';
import { updateComment } from './update-comment';
import { addWatcher, getIssueWatchers, getIsWatchingIssueBulk, removeWatcher } from './watchers';
import type { Operation } from './operation';

/** What hangs on issues, and what is done to many of them at once. */
export const ISSUE_OPERATIONS: readonly Operation[] = [
  addAttachment,
  addWatcher,
  bulkDeleteIssueProperty,
  bulkFetchIssues,
  bulkSetIssuePropertiesByIssue,
  bulkSetIssueProperty,
  bulkSetIssuesPropertiesList,
  cancelTask,
  createIssues,
  createOrUpdateRemoteIssueLink,
  deleteComment,
  deleteCommentProperty,
  deleteIssueLink,
  deleteRemoteIssueLinkByGlobalId,
  deleteRemoteIssueLinkById,
  getAttachment,
  getAttachmentContent,
  getAttachmentMeta,
  getAvailableTransitions,
  getBulkOperationProgress,
  getChangeLogsByIds,
  getComment,
  getCommentProperty,
  getCommentPropertyKeys,
  getCommentsByIds,
  getIsWatchingIssueBulk,
  getIssueLink,
  getIssueLinkType,
  getIssueLinkTypes,
  getIssueWatchers,
  getRemoteIssueLinkById,
  getRemoteIssueLinks,
  getTask,
  linkIssues,
  notify,
  removeAttachment,
  removeWatcher,
  setCommentProperty,
  submitBulkMove,
  submitBulkTransition,
  updateComment,
  updateRemoteIssueLink,
];
