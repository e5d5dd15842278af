import * as v from 'valibot';
import { call } from './call';
import { mapReply, type Reply } from './reply';

const ModuleSchema = v.object({
  moduleKey: v.string(),
  title: v.string(),
  resourceKey: v.string(),
  render: v.picklist(['native', 'custom']),
});
/** A module of the app as the pages show it in their menus. */
export type AppModuleEntry = v.InferOutput<typeof ModuleSchema>;

/** The panels that the app shows on an issue, display conditions applied. */
export async function readPanels(issueKey: string): Promise<Reply<readonly AppModuleEntry[]>> {
  const reply = await call(v.object({ panels: v.array(ModuleSchema) }), '/emulator/modules', { query: { issueKey } });
  return mapReply(reply, ({ panels }) => panels);
}

const ModulesSchema = v.object({ modules: v.array(ModuleSchema) });

export type ProjectModuleKind = 'jira:projectPage' | 'jira:projectSettingsPage';
export type SiteModuleKind = 'jira:adminPage' | 'jira:globalPage';

/** The app's pages of a kind that the viewer may see in the project. */
export async function readProjectModules(
  kind: ProjectModuleKind,
  projectKey: string,
): Promise<Reply<readonly AppModuleEntry[]>> {
  const reply = await call(ModulesSchema, '/emulator/modules', { query: { kind, project: projectKey } });
  return mapReply(reply, ({ modules }) => modules);
}

/** The app's pages of a kind that the viewer may see on the site. */
export async function readSiteModules(kind: SiteModuleKind): Promise<Reply<readonly AppModuleEntry[]>> {
  const reply = await call(ModulesSchema, '/emulator/modules', { query: { kind } });
  return mapReply(reply, ({ modules }) => modules);
}
