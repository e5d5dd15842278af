import { momentOf } from '../../domain/ids';
import { changesBetween } from '../../domain/settings/settings-list';
import { inForce, type SavedVersion, type SettingsHistory, waiting } from '../../domain/settings/settings-history';
import type { Message, Ports } from '../ports';
import { list, paragraph, person } from '../text';
import { giveNotice } from './notice';
import { writeSettings } from './write-settings';
import { readSettings } from './read-settings';

/**
 * Tells both groups of every version that waits and that they were not told of, and writes down that they were: the 24
 * hours count from there. An e-mail may be sent twice; one that is not sent is tried again daily.
 */
export async function announceLoosening(ports: Ports, start: SettingsHistory): Promise<SettingsHistory> {
  let history = start;
  const at = momentOf(ports.clock.now());
  for (const saved of waiting(start, at).filter(({ noticedAt }) => noticedAt === null)) {
    const { groups } = saved.policy;
    const before = inForce(history, at)?.policy.groups ?? groups;
    const told = [...before['engineering-lead'], ...before.security, ...groups['engineering-lead'], ...groups.security];
    await giveNotice(ports, history.projectId, {
      ...messageOf(history, saved, at),
      effectId: `settings-notice:version:${saved.version}`,
      groups: distinct(told),
      otherwise: [],
    });
    history = await noticed(ports, history, saved.version);
  }
  return history;
}

const distinct = <Group extends { readonly kind: string; readonly name: string }>(groups: readonly Group[]) => [
  ...new Map(groups.map((group) => [`${group.kind}:${group.name}`, group])).values(),
];

/** Once, though another worker may have told them at the same moment. */
async function noticed(ports: Ports, start: SettingsHistory, version: number): Promise<SettingsHistory> {
  for (let history = start; ; history = await readSettings(ports, start.projectId)) {
    const saved = history.versions.find((one) => one.version === version);
    if (saved?.noticedAt !== null) return history;
    const entry = { kind: 'noticed' as const, version };
    const written = await writeSettings(ports, history, { actor: 'app', commandId: ports.ids.commandId(), entry });
    if (written !== undefined) return written;
  }
}

function messageOf(history: SettingsHistory, saved: SavedVersion, at: SavedVersion['at']): Message {
  const before = inForce(history, at)?.policy ?? saved.policy;
  const looser = changesBetween(before, saved.policy).filter((change) => change.loosens);
  return {
    subject: 'The rules for emergency changes are about to ask less',
    text: [
      paragraph(
        person(saved.by),
        ` saved settings (version ${saved.version}) that ask less than those in force. They come into force in 24 hours, or at once when a second project administrator confirms them.`,
      ),
      list(looser.map((change) => `${change.title}: ${change.before} becomes ${change.after}`)),
      ...(saved.note === '' ? [] : [paragraph(`The reason given: ${saved.note}`)]),
      paragraph(
        'Emergency changes that are registered already are not affected. If this should not happen, save other settings on the Emergency Change page of the project settings.',
      ),
    ],
  };
}
