import * as v from 'valibot';
import { forEachIssue, together } from '../bulk-work';
import { moveIssue, type MoveTarget } from '../move-issue';
import { browsedIssue } from '../permissions';
import { projectByIdOrKey } from '../store';
import { demandFew, inBulkShape, submitBulk } from './bulk-shape';
import { JiraError, NotModelled } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

const StatusMappingSchema = v.looseObject({ statuses: v.record(v.string(), v.array(v.string())) });

const SourcesSchema = v.looseObject({
  issueIdsOrKeys: v.array(v.string()),
  inferClassificationDefaults: v.boolean(),
  inferFieldDefaults: v.boolean(),
  inferStatusDefaults: v.boolean(),
  inferSubtaskTypeDefault: v.boolean(),
  targetStatus: v.nullish(v.array(StatusMappingSchema)),
});
type Sources = v.InferOutput<typeof SourcesSchema>;

const BodySchema = v.object({
  sendBulkNotification: v.nullish(v.boolean()),
  targetToSourcesMapping: v.record(v.string(), SourcesSchema),
});

const NOT_MODELLED = ['targetMandatoryFields', 'targetClassification'];

/** Values of mandatory fields stay as they are; an issue that lacks one is not moved. No notification is sent. */
export const submitBulkMove: Operation = {
  operationId: 'submitBulkMove',
  method: 'POST',
  path: '/bulk/issues/move',
  handle: inBulkShape((call) => {
    const { targetToSourcesMapping } = readWholeBody(BodySchema, call);
    const parts = Object.entries(targetToSourcesMapping);
    demandFew(parts.flatMap(([, { issueIdsOrKeys }]) => issueIdsOrKeys));
    const moves = parts.map(([key, sources]) => ({
      target: targetOf(call, key, sources),
      issueIdsOrKeys: sources.issueIdsOrKeys,
    }));
    return submitBulk(call, 'Bulk move', async () => {
      const outcomes = [];
      for (const { target, issueIdsOrKeys } of moves) {
        outcomes.push(
          await forEachIssue(call.jira, call.who, issueIdsOrKeys, (issue) =>
            moveIssue(call.jira, call.who, issue, target),
          ),
        );
      }
      return together(outcomes);
    });
  }),
};

/** `<project id or key>,<work type id>,<parent id or key>`, the last for subtasks. */
function targetOf(call: Call, key: string, sources: Sources): MoveTarget {
  const given = NOT_MODELLED.find((name) => name in sources && sources[name] !== null);
  if (given !== undefined) throw new NotModelled(`The embedded Jira does not model '${given}' of a bulk move yet.`);
  const { store, who } = call;
  const [projectPart = '', typePart = '', parentPart = ''] = key.split(',').map((part) => part.trim());
  const project = projectByIdOrKey(store, projectPart);
  if (project === undefined) throw new JiraError(400, [`The project '${projectPart}' does not exist.`]);
  const type = store.issueTypes.get(typePart);
  if (type === undefined) throw new JiraError(400, [`The work type '${typePart}' does not exist.`]);
  const parent = parentPart === '' ? undefined : browsedIssue(store, who, parentPart);
  if (type.subtask !== (parent !== undefined)) {
    throw new JiraError(400, ['A parent is given for a subtask work type, and for no other.']);
  }
  if (parent !== undefined && parent.projectId !== project.id) {
    throw new JiraError(400, ['The parent has to be in the target project.']);
  }
  const statusIds = sources.inferStatusDefaults ? undefined : mappedStatuses(sources);
  return { project, type, parent, statusIds, takeSubtasks: sources.inferSubtaskTypeDefault };
}

/** Each entry names target statuses with the ones that they take the place of. */
const mappedStatuses = ({ targetStatus }: Sources): Readonly<Record<string, string>> =>
  Object.fromEntries(
    (targetStatus ?? []).flatMap(({ statuses }) =>
      Object.entries(statuses).flatMap(([to, from]) => from.map((id) => [id, to] as const)),
    ),
  );
