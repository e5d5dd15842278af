import * as v from 'valibot';
import { call } from './call';
import { FieldMetaRecordSchema } from './field-meta';
import { StatusSchema } from './issue-shape';
import { issuePath } from './issues';
import { mapReply, type Reply } from './reply';

const TransitionSchema = v.object({
  id: v.string(),
  name: v.string(),
  to: StatusSchema,
  hasScreen: v.optional(v.boolean(), false),
  fields: v.optional(FieldMetaRecordSchema, {}),
});
export type Transition = v.InferOutput<typeof TransitionSchema>;

export async function readTransitions(key: string): Promise<Reply<readonly Transition[]>> {
  const reply = await call(v.object({ transitions: v.array(TransitionSchema) }), issuePath(key, '/transitions'), {
    query: { expand: 'transitions.fields' },
  });
  return mapReply(reply, ({ transitions }) => transitions);
}

export const doTransition = (
  key: string,
  transitionId: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<Reply<unknown>> =>
  call(v.unknown(), issuePath(key, '/transitions'), {
    method: 'POST',
    body: { transition: { id: transitionId }, ...(Object.keys(fields).length === 0 ? {} : { fields }) },
  });
