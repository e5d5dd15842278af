import * as v from 'valibot';
import { call } from './call';
import type { Issue } from './issue-shape';

const ViewsSchema = v.object({ issues: v.record(v.string(), v.record(v.string(), v.string())) });

/** An object of an app, as against an option, a person, ... of Jira's own. */
const isAppObject = (json: unknown): boolean =>
  v.is(v.record(v.string(), v.unknown()), json) && !['value', 'name', 'accountId', 'key'].some((part) => part in json);

/** The issues with the objects of apps as the text that the app's formatter makes of them. */
export async function withFieldViews(issues: readonly Issue[]): Promise<readonly Issue[]> {
  const asked = issues.filter(({ fields }) =>
    Object.entries(fields).some(([fieldId, json]) => fieldId.startsWith('customfield_') && isAppObject(json)),
  );
  if (asked.length === 0) return issues;
  const issueKeys = asked.map(({ key }) => key).join();
  const reply = await call(ViewsSchema, '/emulator/field-views', { query: { issueKeys } });
  if (reply.kind !== 'ok') return issues;
  return issues.map((issue) => ({ ...issue, fields: { ...issue.fields, ...reply.value.issues[issue.key] } }));
}
