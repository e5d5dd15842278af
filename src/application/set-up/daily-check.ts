import { momentOf } from '../../domain/ids';
import { DEFAULT_POLICY } from '../../domain/policy';
import type { Finding } from '../../domain/set-up/finding';
import { inForce, type SettingsHistory } from '../../domain/settings/settings-history';
import type { SettingsEntry } from '../../domain/settings/settings-row';
import type { Message, ProjectPorts } from '../ports';
import { announceLoosening } from '../settings/announce-loosening';
import { giveNotice } from '../settings/notice';
import { readSettings } from '../settings/read-settings';
import { rememberWorkType } from '../settings/save-settings';
import { writeSettings } from '../settings/write-settings';
import { list, paragraph } from '../text';
import { checkSetUp, type SetUpCheck } from './check-set-up';

/** Asks for a check of every project that has settings. Answers how many. */
export async function askForChecks({ settings, projectVisits }: ProjectPorts): Promise<number> {
  const projectIds = (await settings.projects()).filter((id) => /^\d+$/.test(id));
  if (projectIds.length > 0) await projectVisits.ask(projectIds);
  return projectIds.length;
}

/**
 * Checks the set-up of a project as the app sees it. What differs from the last check goes into the settings chain, and
 * administrators are told of holes that they were not told of. Makes up for notices that could not be given when
 * settings were saved. A project that is gone is passed over. Throws where Jira or the storage does not answer; what
 * people could not be told is told by the next check.
 */
export async function checkProject(ports: ProjectPorts, projectId: string): Promise<void> {
  const history = await readSettings(ports, projectId);
  await rememberWorkType(ports, history);
  const policy = inForce(history, momentOf(ports.clock.now()))?.policy ?? DEFAULT_POLICY;
  const check = await checkSetUp(ports, projectId, policy, 'app');
  if (check === undefined) return;
  const recorded = await recordCheck(ports, history, check);
  const told = await orAsItWas(recorded, tellAdministrators(ports, recorded, check.findings));
  await orAsItWas(told, announceLoosening(ports, told));
}

/** Neither notice keeps the other from being given. */
async function orAsItWas(history: SettingsHistory, given: Promise<SettingsHistory>): Promise<SettingsHistory> {
  try {
    return await given;
  } catch (failure) {
    console.warn(`A notice of project ${history.projectId} could not be given; the next check tries again.`, failure);
    return history;
  }
}

const recordCheck = (ports: ProjectPorts, start: SettingsHistory, check: SetUpCheck): Promise<SettingsHistory> =>
  writeOnce(ports, start, (history) => checkedEntry(history, check));

/** Undefined where the last check found the same. */
function checkedEntry(
  { lastCheck: last, toldHoles }: SettingsHistory,
  { findings, unread }: SetUpCheck,
): SettingsEntry | undefined {
  const holes = idsOf(findings, 'hole');
  const warnings = idsOf(findings, 'warning');
  const same = (before: readonly string[] | undefined, now: readonly string[]) =>
    before?.length === now.length && now.every((id) => before.includes(id));
  if (same(last?.holes, holes) && same(last?.warnings, warnings) && same(last?.unread, unread)) return undefined;
  const worse = holes.filter((id) => last?.holes.includes(id) !== true && !toldHoles.includes(id));
  return { kind: 'checked', holes, warnings, unread: [...unread], worse };
}

const idsOf = (findings: readonly Finding[], severity: Finding['severity']): string[] =>
  findings.filter((finding) => finding.severity === severity).map(({ id }) => id);

/** The role that Jira gives to the administrators of a project. */
const ADMINISTRATORS = { kind: 'role', id: null, name: 'Administrators' } as const;

/** Where the app cannot see who administers the project, whoever saved its settings last is told. */
async function tellAdministrators(
  ports: ProjectPorts,
  history: SettingsHistory,
  findings: readonly Finding[],
): Promise<SettingsHistory> {
  const { projectId, toldHoles, lastCheck, versions } = history;
  const untold = findings.filter(({ id, severity }) => severity === 'hole' && !toldHoles.includes(id));
  if (untold.length === 0) return history;
  const id = await ports.groups.idOf(ADMINISTRATORS, projectId);
  await giveNotice(ports, projectId, {
    ...worseMessage(untold),
    effectId: `settings-notice:check:${lastCheck?.seq ?? 0}`,
    groups: id === null ? [] : [{ ...ADMINISTRATORS, id }],
    otherwise: versions.slice(-1).map(({ by }) => by),
  });
  const holes = untold.map((finding) => finding.id);
  return writeOnce(ports, history, (now) =>
    holes.every((hole) => now.toldHoles.includes(hole)) ? undefined : { kind: 'told', holes },
  );
}

/** The history with the entry, or as it stands where none is left to write, since another worker may have been quicker. */
async function writeOnce(
  ports: ProjectPorts,
  start: SettingsHistory,
  entryAfter: (history: SettingsHistory) => SettingsEntry | undefined,
): Promise<SettingsHistory> {
  for (let history = start; ; history = await readSettings(ports, start.projectId)) {
    const entry = entryAfter(history);
    if (entry === undefined) return history;
    const written = await writeSettings(ports, history, { actor: 'app', commandId: ports.ids.commandId(), entry });
    if (written !== undefined) return written;
  }
}

const worseMessage = (found: readonly Finding[]): Message => ({
  subject: 'An emergency change could get past the rules',
  text: [
    paragraph('The check of the set-up of this project found what was not known before:'),
    list(found.map(({ title, risk, mend }) => `${title}. ${risk} ${mend}`)),
    paragraph('The Emergency Change page of the project settings shows all findings.'),
  ],
});
