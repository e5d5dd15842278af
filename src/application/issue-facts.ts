import type { Change } from '../domain/change';
import { type Kind, KindSchema } from '../domain/content';
import type { IssueFacts } from '../domain/issue-facts';
import { type PinnedPolicy, stageOf } from '../domain/policy';
import * as v from 'valibot';
import type { IssueReading } from './ports';

/** The id of the field that holds the kind of critical issue: as pinned, else by the policy's name for it. */
export const kindFieldId = (policy: PinnedPolicy, reading: IssueReading): string | null =>
  policy.kindFieldId ?? reading.fieldIds.get(policy.content.kindField) ?? null;

/** What the core needs to know of the issue, under the policy that the change was registered with. */
export function factsOf(change: Change, reading: IssueReading): IssueFacts {
  const field = kindFieldId(change.policy, reading);
  return {
    content: { ...reading.content, kind: field === null ? null : kindOf(reading.fields[field]) },
    stage: stageOf(reading.statusName, change.policy.content),
    requesters: reading.requesters,
  };
}

const OptionSchema = v.pipe(
  v.object({ id: v.string(), value: v.string() }),
  v.transform(({ id, value }) => ({ id, name: value })),
  KindSchema,
);

/** An option of a select field. Empty is null; a shape that is not an option throws, so that no gate opens on a guess. */
export const kindOf = (value: unknown): Kind | null =>
  value === null || value === undefined ? null : v.parse(OptionSchema, value);
