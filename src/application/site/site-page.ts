import type { DefaultsView, GroupsReply, ProjectsReply, SaveDefaultsReply, SiteReply } from '../../api-settings';
import type { AccountId, CommandId } from '../../domain/ids';
import { readDraft } from '../../domain/settings/read-draft';
import type { SettingsHistory } from '../../domain/settings/settings-history';
import { type SettingsPorts, SITE, type SitePorts } from '../ports';
import { isPlaceOf } from '../settings/calendar-calls';
import { readSettings } from '../settings/read-settings';
import { saveSettings } from '../settings/save-settings';
import { choicesWith } from '../settings/settings-page';
import { defaultsOf } from '../settings/view-settings';
import { asJiraAdministrator } from './as-jira-administrator';
import { listProjects } from './list-projects';

export const viewSite = (ports: SitePorts): Promise<SiteReply> =>
  asJiraAdministrator(ports, async () => {
    const [listed, named, site] = await Promise.all([
      listProjects(ports, '', 0),
      ports.choices.ofSite(),
      readSettings(ports, SITE),
    ]);
    return { kind: 'site', ...listed, defaults: viewDefaults(site), choices: choicesWith(ports, named) };
  });

const viewDefaults = (site: SettingsHistory): DefaultsView => ({ seq: site.head?.seq ?? 0, draft: defaultsOf(site) });

export const findProjects = (
  ports: SitePorts,
  { query, startAt }: { readonly query: string; readonly startAt: number },
): Promise<ProjectsReply> =>
  asJiraAdministrator(ports, async () => ({ kind: 'projects', ...(await listProjects(ports, query, startAt)) }));

export const findSiteGroups = (ports: SettingsPorts, query: string): Promise<GroupsReply> =>
  asJiraAdministrator(ports, async () => ({ kind: 'groups', groups: await ports.choices.findGroups(query) }));

interface SaveAsked {
  readonly commandId: CommandId;
  readonly seq: number;
  readonly draft: unknown;
  readonly note: string;
}

/** The groups of the defaults are only names here: each project looks its own up when it saves them. */
export const saveDefaults = (
  ports: SettingsPorts,
  accountId: AccountId,
  asked: SaveAsked,
): Promise<SaveDefaultsReply> =>
  asJiraAdministrator(ports, async () => {
    const reading = readDraft(asked.draft, { isPlace: isPlaceOf(ports.holidays) });
    if (reading.kind === 'problems') return reading;
    const outcome = await saveSettings(ports, { projectId: SITE, accountId, ...asked, draft: reading.draft });
    switch (outcome.kind) {
      case 'problems':
        return outcome;
      case 'saved':
        return { kind: 'saved', defaults: viewDefaults(outcome.history) };
      case 'changed-meanwhile':
        return {
          kind: 'changed-meanwhile',
          defaults: viewDefaults(outcome.history),
          message:
            'Somebody else saved other defaults while you were editing. Nothing of yours is saved or lost: save yours over theirs, or take theirs.',
        };
    }
  });
