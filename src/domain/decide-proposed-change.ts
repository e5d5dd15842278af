import type { Change } from './change';
import type { ActOf, Command } from './command';
import { MAX_REVISION } from './content';
import { mayNotEdit } from './decide-checks';
import type { LedgerEvent } from './event';
import { readLink } from './https-link';
import { type Refusal, refuse } from './refusal';

export function proposeChange(change: Change, command: Command, act: ActOf<'propose-change'>): LedgerEvent | Refusal {
  const { facts } = command;
  const forbidden = mayNotEdit(command, 'the proposed change');
  if (forbidden !== undefined) return forbidden;
  if (facts.stage === 'cancelled' || facts.stage === 'closed') {
    return refuse(
      'too-late',
      `This emergency change is ${facts.stage}. Create a new one if something else has to be deployed.`,
    );
  }
  if (facts.stage !== 'before-deployment' && change.proposedChange !== null) {
    return refuse(
      'too-late',
      'The deployment has started: what was recorded for it stays on record. Raise it in the post-mortem.',
    );
  }
  const link = readLink(act.link, 'https://example.com/pull/42');
  if (typeof link !== 'string') return link;
  const revision = act.revision.trim();
  if (revision === '') return refuse('bad-input', 'Give the revision that will be deployed, such as the commit.');
  if (revision.length > MAX_REVISION) {
    return refuse('too-long', `The revision may have ${MAX_REVISION} characters.`);
  }
  if (change.proposedChange?.link === link && change.proposedChange.revision === revision) {
    return refuse('already-decided', 'This link and revision are already recorded.');
  }
  return { type: 'change-proposed', proposedChange: { link, revision } };
}
