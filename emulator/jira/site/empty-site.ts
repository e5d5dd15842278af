import type { JiraStore } from '../store';
import type { InstalledApp } from './installed-app';
import { addStandardFields } from './standard-fields';
import { addStandardLinkTypes } from './standard-link-types';
import { addStandardPeople } from './standard-people';
import { addStandardWorkflow } from './standard-workflow';
import { addDefaultIssueTypeScheme, addStandardWorkTypes, addWorkType, WORK_TYPE } from './work-types';

/** A Jira as it is on its first day: people and groups, the ordinary work types and workflow, no project. */
export function buildEmptySite(store: JiraStore, app: InstalledApp): void {
  addStandardPeople(store, app);
  addStandardFields(store);
  addStandardLinkTypes(store);
  addStandardWorkflow(store);
  addStandardWorkTypes(store);
  addWorkType(store, WORK_TYPE.bug, 'Bug', 'Something that does not work as it should.');
  addDefaultIssueTypeScheme(store);
}
