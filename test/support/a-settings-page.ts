import type {
  CheckReply,
  ConfirmReply,
  SaveReply,
  SettingsDraft,
  SettingsReply,
  SettingsView,
} from '../../src/api-settings';
import type { Site } from './a-site';
import { freshCommandId } from './memory-ports';

/** The project settings page, as people with a browser session use it. */
export function settingsPage(site: Site, project = 'OPS') {
  const call = async (who: string, functionKey: string, payload?: unknown): Promise<unknown> => {
    const response = await site.fetch(
      new Request('http://127.0.0.1:4000/emulator/bridge/invoke', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          cookie: `emulator-account=${encodeURIComponent(`712020:${who}`)}`,
        },
        body: JSON.stringify({ moduleKey: 'project-settings-page', project, functionKey, payload }),
      }),
    );
    const body = (await response.json()) as { readonly result: unknown };
    if (response.status !== 200) throw new Error(`The call failed with ${response.status}: ${JSON.stringify(body)}`);
    return body.result;
  };
  const view = async (who: string) => (await call(who, 'view')) as SettingsReply;
  const settings = async (who: string): Promise<SettingsView> => {
    const reply = await view(who);
    if (reply.kind !== 'settings') throw new Error(reply.message);
    return reply;
  };
  const save = async (
    who: string,
    change: (draft: SettingsDraft) => unknown,
    { seq, commandId = freshCommandId(), note = '' }: { seq?: number; commandId?: string; note?: string } = {},
  ): Promise<SaveReply> => {
    const now = await settings(who);
    const request = { commandId, seq: seq ?? now.seq, draft: change(now.draft), note };
    return (await call(who, 'save', request)) as SaveReply;
  };
  return {
    call,
    /** As somebody whom the platform would not show the page, but who calls its resolver all the same. */
    pastThePlatform: async (who: string, functionKey: string, payload?: unknown): Promise<unknown> => {
      const moduleKey = 'project-settings-page';
      const context = site.forge.modules.context(moduleKey, { accountId: '712020:jo', issue: undefined, project });
      const { outcome } = await site.forge.invoke({
        functionKey: 'project-settings',
        moduleKey,
        payload: { call: { functionKey, payload }, context },
        accountId: `712020:${who}`,
        limitSeconds: 25,
      });
      return outcome?.kind === 'returned' ? outcome.value : outcome;
    },
    view,
    settings,
    save,
    confirm: async (who: string, version: number) =>
      (await call(who, 'confirm', { version, commandId: freshCommandId() })) as ConfirmReply,
    check: async (who: string) => (await call(who, 'check')) as CheckReply,
    /** Makes people administrators of the project, as a Jira administrator does. */
    administrators: async (...people: readonly string[]) => {
      const user = people.map((person) => `712020:${person}`);
      const { status, body } = await site.rest('jo', 'POST', `/project/${project}/role/10002`, { user });
      if (status !== 200) throw new Error(JSON.stringify(body));
    },
  };
}

/** A draft with other rules. */
export const withRules =
  (rules: Partial<SettingsDraft['rules']>) =>
  (draft: SettingsDraft): SettingsDraft => ({ ...draft, rules: { ...draft.rules, ...rules } });
