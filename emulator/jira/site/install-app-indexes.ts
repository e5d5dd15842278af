import type { PropertyIndex } from '../model/property-index';
import type { JiraStore } from '../store';

/** A property of the `jira:entityProperty` modules of the app's manifest. */
export interface AppEntityProperty {
  readonly entityType: 'issue' | 'project' | 'user';
  readonly propertyKey: string;
  readonly values: readonly Omit<PropertyIndex, 'propertyKey'>[];
}

/** Lets JQL know the app's properties of issues; those of projects and people are of no use to it. Earlier ones go. */
export function installAppIndexes(store: JiraStore, properties: readonly AppEntityProperty[]): void {
  store.propertyIndexes.clear();
  for (const { entityType, propertyKey, values } of properties) {
    if (entityType !== 'issue') continue;
    for (const value of values) store.propertyIndexes.set(`${propertyKey}.${value.path}`, { propertyKey, ...value });
  }
}
