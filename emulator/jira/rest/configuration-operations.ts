import { analyseExpression, evaluateJiraExpression, evaluateJSISJiraExpression } from './expressions';
import {
  createComponent,
  deleteComponent,
  getComponent,
  getProjectComponents,
  getProjectComponentsPaginated,
  updateComponent,
} from './components';
import { createWorkflows, validateCreateWorkflows } from './create-workflows';
import {
  addIssueTypesToContext,
  createCustomFieldOption,
  getContextsForField,
  getCustomFieldConfiguration,
  getIssueTypeMappingsForContexts,
  getOptionsForContext,
  updateCustomFieldConfiguration,
} from './custom-field-contexts';
import { addSharePermission, deleteSharePermission, getSharePermissions } from './filter-permissions';
import {
  createFilter,
  deleteFavouriteForFilter,
  deleteFilter,
  getFavouriteFilters,
  getFilter,
  getFiltersPaginated,
  getMyFilters,
  setFavouriteForFilter,
  updateFilter,
} from './filters';
import { findUsersWithAllPermissions, getAllUsers } from './find-users';
import { createCustomField, getFieldsPaginated } from './get-fields';
import { getAllPermissions } from './get-my-permissions';
import { getAllProjects, getAllStatuses } from './get-project';
import { addUserToGroup, createGroup, getGroup, getUsersFromGroup, removeGroup, removeUserFromGroup } from './groups';
import {
  addIssueTypesToIssueTypeScheme,
  assignIssueTypeSchemeToProject,
  createIssueTypeScheme,
  getAllIssueTypeSchemes,
  getIssueTypeSchemeForProjects,
  getIssueTypeSchemesMapping,
  removeIssueTypeFromIssueTypeScheme,
} from './issue-type-schemes';
import {
  createIssueType,
  deleteIssueType,
  getIssueType,
  getIssueTypesForProject,
  updateIssueType,
} from './issue-types';
import { getAssignedPermissionScheme } from './permission-scheme';
import { getBulkPermissions, getPermittedProjects } from './permissions-check';
import {
  deleteProjectProperty,
  getProjectProperty,
  getProjectPropertyKeys,
  setProjectProperty,
} from './project-properties';
import {
  addActorUsers,
  deleteActor,
  getAllProjectRoles,
  getProjectRole,
  getProjectRoleById,
  getProjectRoleDetails,
  getProjectRoles,
} from './project-roles';
import { createProject, deleteProject, deleteProjectAsynchronously, restoreProject, updateProject } from './projects';
import { getProjectUsagesForWorkflow, readWorkflows, searchWorkflows } from './read-workflows';
import {
  appendMappingsForIssueTypeScreenScheme,
  assignIssueTypeScreenSchemeToProject,
  createIssueTypeScreenScheme,
  createScreenScheme,
  getIssueTypeScreenSchemeMappings,
  getIssueTypeScreenSchemeProjectAssociations,
  getIssueTypeScreenSchemes,
  getScreenSchemes,
} from './screen-schemes';
import {
  addScreenTabField,
  createScreen,
  getAllScreenTabFields,
  getAllScreenTabs,
  getAvailableScreenFields,
  getScreens,
  getScreensForField,
  removeScreenTabField,
} from './screens';
import { createStatuses, deleteStatusesById, getStatusesById, searchStatuses, updateStatuses } from './statuses';
import { switchWorkflowSchemeForProject } from './switch-workflow-scheme';
import { updateCustomFieldValue, updateMultipleCustomFieldValues } from './update-custom-field-value';
import { updateWorkflows, validateUpdateWorkflows } from './update-workflows';
import { workflowCapabilities } from './workflow-capabilities';
import {
  assignSchemeToProject,
  createWorkflowScheme,
  deleteWorkflowScheme,
  getAllWorkflowSchemes,
  getWorkflowScheme,
  getWorkflowSchemeProjectAssociations,
  updateWorkflowScheme,
} from './workflow-schemes';
import { getRequiredWorkflowSchemeMappings } from './get-required-workflow-scheme-mappings';
import { deleteInactiveWorkflow } from './delete-inactive-workflow';
import { deleteIssueTypeProperty } from './issue-type-properties';
import type { Operation } from './operation';
import { readWorkflowSchemes, updateSchemes } from './workflow-schemes-as-documents';

/** The operations that configure a site: people, projects, fields, workflows, filters. */
export const CONFIGURATION_OPERATIONS: readonly Operation[] = [
  deleteInactiveWorkflow,
  deleteIssueTypeProperty,
  getRequiredWorkflowSchemeMappings,
  readWorkflowSchemes,
  updateSchemes,
  analyseExpression,
  evaluateJiraExpression,
  evaluateJSISJiraExpression,
  addActorUsers,
  addIssueTypesToContext,
  addIssueTypesToIssueTypeScheme,
  addScreenTabField,
  addSharePermission,
  addUserToGroup,
  appendMappingsForIssueTypeScreenScheme,
  assignIssueTypeSchemeToProject,
  assignIssueTypeScreenSchemeToProject,
  assignSchemeToProject,
  createComponent,
  createCustomField,
  createCustomFieldOption,
  createFilter,
  createGroup,
  createIssueType,
  createIssueTypeScheme,
  createIssueTypeScreenScheme,
  createProject,
  createScreen,
  createScreenScheme,
  createStatuses,
  createWorkflowScheme,
  createWorkflows,
  deleteActor,
  deleteComponent,
  deleteFavouriteForFilter,
  deleteFilter,
  deleteIssueType,
  deleteProject,
  deleteProjectAsynchronously,
  deleteProjectProperty,
  deleteSharePermission,
  deleteStatusesById,
  deleteWorkflowScheme,
  findUsersWithAllPermissions,
  getAllIssueTypeSchemes,
  getAllPermissions,
  getAllProjectRoles,
  getAllProjects,
  getAllScreenTabFields,
  getAllScreenTabs,
  getAllStatuses,
  getAllUsers,
  getAllWorkflowSchemes,
  getAssignedPermissionScheme,
  getAvailableScreenFields,
  getBulkPermissions,
  getComponent,
  getContextsForField,
  getCustomFieldConfiguration,
  getFavouriteFilters,
  getFieldsPaginated,
  getFilter,
  getFiltersPaginated,
  getGroup,
  getIssueType,
  getIssueTypeMappingsForContexts,
  getIssueTypeSchemeForProjects,
  getIssueTypeSchemesMapping,
  getIssueTypeScreenSchemeMappings,
  getIssueTypeScreenSchemeProjectAssociations,
  getIssueTypeScreenSchemes,
  getIssueTypesForProject,
  getMyFilters,
  getOptionsForContext,
  getPermittedProjects,
  getProjectComponents,
  getProjectComponentsPaginated,
  getProjectProperty,
  getProjectPropertyKeys,
  getProjectRole,
  getProjectRoleById,
  getProjectRoleDetails,
  getProjectRoles,
  getProjectUsagesForWorkflow,
  getScreenSchemes,
  getScreens,
  getScreensForField,
  getSharePermissions,
  getStatusesById,
  getUsersFromGroup,
  getWorkflowScheme,
  getWorkflowSchemeProjectAssociations,
  readWorkflows,
  removeGroup,
  removeIssueTypeFromIssueTypeScheme,
  removeScreenTabField,
  removeUserFromGroup,
  restoreProject,
  searchStatuses,
  searchWorkflows,
  setFavouriteForFilter,
  setProjectProperty,
  switchWorkflowSchemeForProject,
  updateComponent,
  updateCustomFieldConfiguration,
  updateCustomFieldValue,
  updateFilter,
  updateIssueType,
  updateMultipleCustomFieldValues,
  updateProject,
  updateStatuses,
  updateWorkflowScheme,
  updateWorkflows,
  validateCreateWorkflows,
  validateUpdateWorkflows,
  workflowCapabilities,
];
