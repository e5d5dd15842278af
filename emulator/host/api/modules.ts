import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const PanelSchema = v.object({
  moduleKey: v.string(),
  title: v.string(),
  resourceKey: v.string(),
  render: v.picklist(['native', 'custom']),
});
export type Panel = v.InferOutput<typeof PanelSchema>;

/** The panels that the app shows on an issue, display conditions applied. */
export async function readPanels(issueKey: string): Promise<Reply<readonly Panel[]>> {
  const reply = await call(v.object({ panels: v.array(PanelSchema) }), '/emulator/modules', { query: { issueKey } });
  return mapReply(reply, ({ panels }) => panels);
}
