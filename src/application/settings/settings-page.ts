import type {
  ComparisonReply,
  ConfirmReply,
  GroupsReply,
  NotAllowed,
  ProjectView,
  SaveReply,
  SettingsReply,
  SettingsView,
} from '../../api-settings';
import type { AccountId, CommandId } from '../../domain/ids';
import { DEFAULT_POLICY } from '../../domain/policy';
import { readDraft } from '../../domain/settings/read-draft';
import type { SettingsHistory } from '../../domain/settings/settings-history';
import { changesBetween } from '../../domain/settings/settings-list';
import { type NamedInJira, type SettingsPorts, SITE } from '../ports';
import { countryChoices, isPlaceOf } from './calendar-calls';
import { groupWarningsOf } from './group-warnings';
import { withGroupIds } from './group-ids';
import { readSettings } from './read-settings';
import { confirmSettings, saveSettings } from './save-settings';
import { defaultsOf, viewSettings } from './view-settings';

/** Who is at the settings page of which project. */
export interface Visit {
  readonly projectId: string;
  /** The platform's principal, never a name from a payload. */
  readonly accountId: AccountId;
}

const NOT_ALLOWED: NotAllowed = {
  kind: 'not-allowed',
  message:
    'Only people who administer this project can see and change its Emergency Change settings. Ask a project administrator, or a Jira administrator to make you one.',
};

/** Does `work` if the person administers the project by his own rights. */
export async function asAdministrator<Reply>(
  { rights }: Pick<SettingsPorts, 'rights'>,
  { projectId }: Visit,
  work: () => Promise<Reply>,
): Promise<Reply | NotAllowed> {
  return (await rights.administersProject(projectId)) ? work() : NOT_ALLOWED;
}

export const viewPage = (ports: SettingsPorts, visit: Visit): Promise<SettingsReply> =>
  asAdministrator(ports, visit, async () => {
    const [history, known] = await Promise.all([
      readSettings(ports, visit.projectId),
      ports.choices.ofProject(visit.projectId),
    ]);
    return known === undefined ? NOT_ALLOWED : shown(ports, visit, history, known);
  });

async function shown(
  ports: SettingsPorts,
  { accountId, projectId }: Visit,
  history: SettingsHistory,
  { project, ...named }: NamedInJira & { readonly project: ProjectView },
): Promise<SettingsView> {
  const defaults = defaultsOf(await readSettings(ports, SITE));
  const policy = history.versions.at(-1)?.policy ?? { ...DEFAULT_POLICY, groups: defaults.groups };
  return viewSettings(history, {
    project,
    accountId,
    choices: choicesWith(ports, named),
    warnings: await groupWarningsOf(ports, projectId, policy),
    defaults,
    now: ports.clock.now(),
  });
}

/** The lists of the form. */
export const choicesWith = ({ holidays }: Pick<SettingsPorts, 'holidays'>, named: NamedInJira) => ({
  ...named,
  timeZones: ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')],
  countries: countryChoices(holidays),
});

interface SaveAsked {
  readonly commandId: CommandId;
  readonly seq: number;
  readonly draft: unknown;
  readonly note: string;
}

export const savePage = (ports: SettingsPorts, visit: Visit, asked: SaveAsked): Promise<SaveReply> =>
  asAdministrator(ports, visit, async () => {
    const known = await ports.choices.ofProject(visit.projectId);
    if (known === undefined) return NOT_ALLOWED;
    const reading = readDraft(asked.draft, { isPlace: isPlaceOf(ports.holidays) });
    if (reading.kind === 'problems') return reading;
    const draft = await withGroupIds(ports, visit.projectId, reading.draft);
    if (draft.kind === 'problems') return draft;
    const outcome = await saveSettings(ports, { ...visit, ...asked, draft: draft.draft });
    switch (outcome.kind) {
      case 'problems':
        return outcome;
      case 'saved':
        return { kind: 'saved', settings: await shown(ports, visit, outcome.history, known) };
      case 'changed-meanwhile':
        return {
          kind: 'changed-meanwhile',
          message: `Version ${outcome.by.version} was saved while you were editing. Nothing of yours is saved or lost: compare, then save yours over it or take theirs.`,
          settings: await shown(ports, visit, outcome.history, known),
        };
    }
  });

export const confirmPage = (
  ports: SettingsPorts,
  visit: Visit,
  asked: { readonly version: number; readonly commandId: CommandId },
): Promise<ConfirmReply> =>
  asAdministrator(ports, visit, async () => {
    const known = await ports.choices.ofProject(visit.projectId);
    if (known === undefined) return NOT_ALLOWED;
    const outcome = await confirmSettings(ports, { ...visit, ...asked });
    const settings = await shown(ports, visit, outcome.history, known);
    return outcome.kind === 'confirmed'
      ? { kind: 'confirmed', settings }
      : { kind: 'refused', message: outcome.message, settings };
  });

/** Version 0 is the built-in policy. */
export const comparePage = (
  ports: SettingsPorts,
  visit: Visit,
  asked: { readonly from: number; readonly to: number },
): Promise<ComparisonReply> =>
  asAdministrator(ports, visit, async () => {
    const history = await readSettings(ports, visit.projectId);
    const policyOf = (version: number) =>
      version === 0 ? DEFAULT_POLICY : history.versions.find((saved) => saved.version === version)?.policy;
    const [from, to] = [policyOf(asked.from), policyOf(asked.to)];
    if (from === undefined || to === undefined) {
      return { kind: 'failed', message: 'One of these versions does not exist. Reload the page and choose again.' };
    }
    return { kind: 'comparison', changes: changesBetween(from, to) };
  });

export const findGroupsPage = (ports: SettingsPorts, visit: Visit, query: string): Promise<GroupsReply> =>
  asAdministrator(ports, visit, async () => ({ kind: 'groups', groups: await ports.choices.findGroups(query) }));
