import { momentOf } from '../../domain/ids';
import { DEFAULT_POLICY } from '../../domain/policy';
import type { Finding } from '../../domain/set-up/finding';
import { inForce, type SettingsHistory } from '../../domain/settings/settings-history';
import type { Message, Ports } from '../ports';
import { announceLoosening } from '../settings/announce-loosening';
import { giveNotice } from '../settings/notice';
import { readSettings } from '../settings/read-settings';
import { rememberWorkType } from '../settings/save-settings';
import { writeSettings } from '../settings/write-settings';
import { list, paragraph } from '../text';
import { checkSetUp, type SetUpCheck } from './check-set-up';

/** Asks for a check of every project that has settings. Answers how many. */
export async function askForChecks({ settings, projectVisits }: Ports): Promise<number> {
  const projectIds = (await settings.projects()).filter((id) => /^\d+$/.test(id));
  if (projectIds.length > 0) await projectVisits.ask(projectIds);
  return projectIds.length;
}

/**
 * Checks the set-up of a project as the app sees it. What differs from the last check goes into the settings chain, and
 * administrators are told of what became worse. Makes up for notices that could not be given when settings were saved.
 */
export async function checkProject(ports: Ports, projectId: string): Promise<void> {
  const history = await announceLoosening(ports, await readSettings(ports, projectId));
  await rememberWorkType(ports, history);
  const policy = inForce(history, momentOf(ports.clock.now()))?.policy ?? DEFAULT_POLICY;
  const check = await checkSetUp(ports, projectId, policy, 'app');
  if (check !== undefined) await recordCheck(ports, history, check);
}

/** Told before it is written down: what is not written down is told again the next day, and nothing is kept silent. */
async function recordCheck(ports: Ports, start: SettingsHistory, { findings, unread }: SetUpCheck): Promise<void> {
  const holes = idsOf(findings, 'hole');
  const warnings = idsOf(findings, 'warning');
  const last = start.lastCheck;
  const same = (before: readonly string[] | undefined, now: readonly string[]) =>
    before !== undefined && before.length === now.length && now.every((id) => before.includes(id));
  if (same(last?.holes, holes) && same(last?.warnings, warnings) && same(last?.unread, unread)) return;
  const worse = holes.filter((id) => last?.holes.includes(id) !== true);
  if (worse.length > 0)
    await tellAdministrators(
      ports,
      start,
      findings.filter(({ id }) => worse.includes(id)),
    );
  const entry = { kind: 'checked' as const, holes, warnings, unread: [...unread], worse };
  const row = { actor: 'app' as const, commandId: ports.ids.commandId(), entry };
  for (let history = start; (await writeSettings(ports, history, row)) === undefined;) {
    history = await readSettings(ports, start.projectId);
  }
}

const idsOf = (findings: readonly Finding[], severity: Finding['severity']): string[] =>
  findings.filter((finding) => finding.severity === severity).map(({ id }) => id);

/** The role that Jira gives to the administrators of a project. */
const ADMINISTRATORS = { kind: 'role', id: null, name: 'Administrators' } as const;

async function tellAdministrators(ports: Ports, history: SettingsHistory, found: readonly Finding[]): Promise<void> {
  const { projectId } = history;
  const id = await ports.groups.idOf(ADMINISTRATORS, projectId);
  const last = history.versions.at(-1)?.by;
  try {
    await giveNotice(ports, projectId, worseMessage(found), {
      groups: id === null ? [] : [{ ...ADMINISTRATORS, id }],
      people: last === undefined ? [] : [last],
    });
  } catch (failure) {
    // A project that cannot be told is still to have the finding on record.
    console.warn(`The administrators of project ${projectId} could not be told of its set-up.`, failure);
  }
}

const worseMessage = (found: readonly Finding[]): Message => ({
  subject: 'An emergency change could get past the rules',
  text: [
    paragraph('The daily check of this project found what was not there the day before:'),
    list(found.map(({ title, risk, mend }) => `${title}. ${risk} ${mend}`)),
    paragraph('The Emergency Change page of the project settings shows all findings.'),
  ],
});
