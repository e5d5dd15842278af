import type { JiraSide } from '../jira-side';
import type { TriggerModule } from '../manifest-schema';
import type { ProductEvent } from './issue-event';
import { parsePropertyPath } from './property-paths';
import { readProperty } from './read-property';

/**
 * What `payload.include.propertyPaths` of a trigger adds to the payload. A path that leads to nothing is absent.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/#delivered-payload-shape
 */
export function includedProperties(jira: JiraSide, { payload }: TriggerModule, event: ProductEvent): object {
  const paths = payload?.include.propertyPaths ?? [];
  if (paths.length === 0) return {};
  const values = paths.flatMap((text) => {
    const path = parsePropertyPath(text);
    const value = path === undefined ? null : readProperty(jira, event, path);
    return value === null ? [] : [[text, value] as const];
  });
  return { payloadIncludeProperties: Object.fromEntries<unknown>(values) };
}
