import * as v from 'valibot';
import { below } from '../events/property-paths';
import type { JiraSide, PropertyEntity } from '../jira-side';
import type { Viewing } from './place';

const PropertySchema = v.object({
  entity: v.picklist(['issue', 'issueType', 'project', 'user']),
  propertyKey: v.string(),
  objectName: v.optional(v.string()),
  value: v.optional(v.union([v.string(), v.array(v.string())])),
});

const TreeSchema = v.record(v.string(), v.unknown());

/**
 * Whether a module is shown: https://developer.atlassian.com/platform/forge/manifest-reference/display-conditions/.
 * Conditions side by side must all hold. Throws an Error naming one that is not modelled.
 */
export function conditionsHold(jira: JiraSide, viewing: Viewing, conditions: unknown): boolean {
  return results(jira, viewing, conditions).every((holds) => holds);
}

const results = (jira: JiraSide, viewing: Viewing, conditions: unknown): readonly boolean[] =>
  Array.isArray(conditions)
    ? conditions.flatMap((part) => results(jira, viewing, part))
    : Object.entries(v.parse(TreeSchema, conditions)).map(([name, value]) =>
        conditionHolds(jira, viewing, name, value),
      );

function conditionHolds(jira: JiraSide, viewing: Viewing, name: string, value: unknown): boolean {
  switch (name) {
    case 'and':
      return conditionsHold(jira, viewing, value);
    case 'or':
      return results(jira, viewing, value).some((holds) => holds);
    case 'not':
      return !conditionsHold(jira, viewing, value);
    case 'isLoggedIn':
      return value === true;
    case 'isAdmin':
      return value === jira.isAdministrator(viewing.accountId);
    case 'isSiteAdmin':
      return value === jira.isAdministrator(viewing.accountId);
    case 'issueType':
      return value === viewing.issue?.typeName;
    case 'issueKey':
      return value === viewing.issue?.key;
    case 'issueId':
      return value === viewing.issue?.id;
    case 'projectKey':
      return value === viewing.project?.key;
    case 'projectId':
      return value === viewing.project?.id;
    case 'projectType':
      return value === viewing.project?.projectTypeKey;
    case 'hasProjectPermission':
      return typeof value === 'string' && jira.mayInProject(viewing.accountId, value, viewing.project?.id ?? '');
    default:
      return propertyHolds(jira, viewing, name, value);
  }
}

function propertyHolds(jira: JiraSide, viewing: Viewing, name: string, condition: unknown): boolean {
  if (!name.startsWith('entityProperty')) throw new Error(`display condition ${name}`);
  const { entity, propertyKey, objectName, value } = v.parse(PropertySchema, condition);
  const id = idOf(entity, viewing);
  if (id === undefined) return false;
  const property = jira.property(entity, id, propertyKey);
  const actual = below(property, objectName?.split('.') ?? []);
  const wanted = Array.isArray(value) ? value : [value ?? ''];
  const present = (Array.isArray(actual) ? actual : [actual]).map(text);
  switch (name) {
    case 'entityPropertyExists':
      return actual !== undefined;
    case 'entityPropertyEqualTo':
      return actual !== undefined && text(actual) === value;
    case 'entityPropertyContainsAny':
      return actual !== undefined && wanted.some((part) => present.includes(part));
    case 'entityPropertyContainsAll':
      return actual !== undefined && wanted.every((part) => present.includes(part));
    default:
      throw new Error(`display condition ${name}`);
  }
}

/** Values are compared as text. */
const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function idOf(entity: PropertyEntity, { accountId, issue, project }: Viewing): string | undefined {
  switch (entity) {
    case 'issue':
      return issue?.id;
    case 'issueType':
      return issue?.typeId;
    case 'project':
      return project?.id;
    case 'user':
      return accountId;
  }
}
