import * as v from 'valibot';
import type { JiraSide, PropertyEntity } from '../jira-side';
import type { ProductEvent } from './issue-event';
import { below, primitive, type PropertyPath } from './property-paths';

const IdSchema = v.object({ id: v.string() });

/** Of whom an event is, as far as it says so. */
const EventSchema = v.object({
  atlassianId: v.optional(v.string()),
  issue: v.optional(
    v.object({ id: v.string(), fields: v.object({ issuetype: v.optional(IdSchema), project: v.optional(IdSchema) }) }),
  ),
});

/** The value at the path for the entities of the event; null where there is none. */
export function readProperty(jira: JiraSide, { payload }: ProductEvent, path: PropertyPath): unknown {
  const { atlassianId, issue } = v.parse(EventSchema, payload);
  const at = (entity: PropertyEntity, id: string | undefined) =>
    id === undefined ? null : primitive(below(jira.property(entity, id, path.propertyKey), path.steps));
  switch (path.entity) {
    case 'issue':
      return at('issue', issue?.id);
    case 'issuetype':
      return at('issueType', issue?.fields.issuetype?.id);
    case 'project':
      return at('project', issue?.fields.project?.id);
    case 'user':
      return at('user', atlassianId);
  }
}
