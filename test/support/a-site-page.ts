import type { SaveDefaultsReply, SettingsDraft, SiteProjectView, SiteReply, SiteView } from '../../src/api-settings';
import type { Site } from './a-site';
import { freshCommandId } from './memory-ports';

const MODULE = 'site-settings-page';

/** The site page of Jira administrators, as people with a browser session use it. */
export function sitePage(site: Site) {
  /** Calls the resolver as anybody, whether or not the platform would show him the page. */
  const call = async (who: string, functionKey: string, payload?: unknown): Promise<unknown> => {
    const context = site.forge.modules.context(MODULE, { accountId: '712020:jo' });
    const { outcome } = await site.forge.invoke({
      functionKey: 'site-settings',
      moduleKey: MODULE,
      payload: { call: { functionKey, payload }, context },
      accountId: `712020:${who}`,
      limitSeconds: 25,
    });
    return outcome?.kind === 'returned' ? outcome.value : outcome;
  };
  const view = async (who = 'jo'): Promise<SiteView> => {
    const reply = (await call(who, 'view')) as SiteReply;
    if (reply.kind !== 'site') throw new Error(reply.message);
    return reply;
  };
  return {
    call,
    view,
    project: async (key: string): Promise<SiteProjectView> => {
      const found = (await view()).projects.find((one) => one.key === key);
      if (found === undefined) throw new Error(`The page lists no project ${key}.`);
      return found;
    },
    saveDefaults: async (
      change: (draft: SettingsDraft) => unknown,
      { who = 'jo', seq }: { who?: string; seq?: number } = {},
    ): Promise<SaveDefaultsReply> => {
      const { defaults } = await view();
      const request = {
        commandId: freshCommandId(),
        seq: seq ?? defaults.seq,
        draft: change(defaults.draft),
        note: '',
      };
      return (await call(who, 'save-defaults', request)) as SaveDefaultsReply;
    },
  };
}
