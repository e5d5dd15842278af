import type { CheckReply, SetUpReply, StepReply } from '../../api-settings';
import type { AccountId } from '../../domain/ids';
import { policyOf } from '../../domain/settings/policy-of';
import { readDraft } from '../../domain/settings/read-draft';
import type { SettingsDraft } from '../../domain/settings/settings-draft';
import type { SettingsHistory } from '../../domain/settings/settings-history';
import { type SettingsPorts, SITE, type SitePorts } from '../ports';
import { checkNow } from '../set-up/check-page';
import type { SettingsNow } from '../set-up/read-plan';
import { runStep } from '../set-up/run-step';
import { viewSetUp } from '../set-up/view-set-up';
import { isPlaceOf, publicHolidaysOf } from '../settings/calendar-calls';
import { withGroupIds } from '../settings/group-ids';
import { readSettings } from '../settings/read-settings';
import { saveSettings } from '../settings/save-settings';
import { defaultsOf } from '../settings/view-settings';
import { asJiraAdministrator } from './as-jira-administrator';
import type { SetUpStepRequest } from './site-request';

type Slots = Partial<SettingsDraft['groups']>;

export const viewSetUpPage = (ports: SitePorts, projectId: string): Promise<SetUpReply> =>
  asJiraAdministrator(ports, async () => viewSetUp(ports, projectId, await settingsNow(ports, projectId, {})));

export const runStepPage = (ports: SitePorts, by: AccountId, request: SetUpStepRequest): Promise<StepReply> =>
  asJiraAdministrator(ports, () => {
    const { projectId, stepId, groups } = request;
    return runStep(ports, {
      projectId,
      stepId,
      by,
      settings: () => settingsNow(ports, projectId, groups),
      saveSettings: () => saveFirst(ports, by, projectId, groups),
    });
  });

/** The check as this person may read it. The app is asked to check for itself, too, which is what goes on record. */
export const checkSetUpPage = (ports: SettingsPorts, projectId: string): Promise<CheckReply> =>
  asJiraAdministrator(ports, async () => {
    const reply = await checkNow(ports, projectId);
    const { versions } = await readSettings(ports, projectId);
    if (reply.kind === 'checked' && versions.length > 0) await ports.projectVisits.ask([projectId]);
    return reply;
  });

/** The settings that the set-up goes by: those saved last, else what they would start from with these groups. */
async function settingsNow(ports: SettingsPorts, projectId: string, groups: Slots): Promise<SettingsNow> {
  const { versions } = await readSettings(ports, projectId);
  const last = versions.at(-1);
  if (last !== undefined) return { policy: last.policy, areSaved: true };
  const draft = firstDraft(await readSettings(ports, SITE), groups);
  return { policy: policyOf(draft, 0, publicHolidaysOf(ports, draft.calendar)), areSaved: false };
}

function firstDraft(site: SettingsHistory, groups: Slots): SettingsDraft {
  const defaults = defaultsOf(site);
  return { ...defaults, groups: { ...defaults.groups, ...groups } };
}

/** Saves the site's defaults with these groups as the project's first settings. Null: saved; else why not, in words. */
async function saveFirst(
  ports: SettingsPorts,
  by: AccountId,
  projectId: string,
  groups: Slots,
): Promise<string | null> {
  const draft = firstDraft(await readSettings(ports, SITE), groups);
  const reading = readDraft(draft, { isPlace: isPlaceOf(ports.holidays) });
  const resolved = reading.kind === 'draft' ? await withGroupIds(ports, projectId, reading.draft) : reading;
  if (resolved.kind === 'problems') return inWords(resolved.problems);
  const { seq } = (await readSettings(ports, projectId)).head ?? { seq: 0 };
  const outcome = await saveSettings(ports, {
    projectId,
    accountId: by,
    commandId: ports.ids.commandId(),
    seq,
    draft: resolved.draft,
    note: 'First settings, saved by the set-up.',
  });
  switch (outcome.kind) {
    case 'saved':
      return null;
    case 'problems':
      return inWords(outcome.problems);
    case 'changed-meanwhile':
      return 'Somebody else saved settings for this project in the meantime. They hold now; look at them in the settings of the project.';
  }
}

const inWords = (problems: readonly { readonly message: string }[]): string =>
  problems.map(({ message }) => message).join(' ');
