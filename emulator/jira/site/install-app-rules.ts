import type { JiraStore } from '../store';
import type { InstalledApp } from './installed-app';

/** A `jira:workflowValidator` of the app's manifest. */
export interface AppValidator {
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly projectTypes?: readonly ('company-managed' | 'team-managed')[] | undefined;
}

const COMPANY_MANAGED = ['company-managed'] as const;

/** Offers the app's validators to whoever edits a workflow. Those of an earlier version are offered no more. */
export function installAppRules(store: JiraStore, app: InstalledApp, validators: readonly AppValidator[]): void {
  store.appRules.clear();
  for (const { key, name, description, projectTypes = COMPANY_MANAGED } of validators) {
    const id = `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/${key}`;
    store.appRules.set(id, { id, name, description, ruleKey: 'forge:expression-validator', projectTypes });
  }
}
