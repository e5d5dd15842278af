import type { Change } from './change';
import type { Act, Command } from './command';
import { MAX_LINK, MAX_REVISION } from './content';
import type { LedgerEvent } from './event';
import { type Refusal, refuse } from './refusal';

/** The link as the ledger keeps it, or undefined if it is no https address. */
function httpsLink(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : undefined;
}

export function proposeChange(
  change: Change,
  { person, facts }: Command,
  act: Extract<Act, { kind: 'propose-change' }>,
): LedgerEvent | Refusal {
  if (!person.mayEdit) {
    return refuse(
      'may-not-edit',
      'Only people who may edit this issue can record the proposed change. Ask its reporter or assignee.',
    );
  }
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
  const link = httpsLink(act.link.trim());
  if (link === undefined) {
    return refuse('bad-input', 'Give the full https address of the pull request, such as https://example.com/pull/42.');
  }
  const revision = act.revision.trim();
  if (revision === '') return refuse('bad-input', 'Give the revision that will be deployed, such as the commit.');
  if (link.length > MAX_LINK || revision.length > MAX_REVISION) {
    return refuse('too-long', `The link may have ${MAX_LINK} characters and the revision ${MAX_REVISION}.`);
  }
  if (change.proposedChange?.link === link && change.proposedChange.revision === revision) {
    return refuse('already-decided', 'This link and revision are already recorded.');
  }
  return { type: 'change-proposed', proposedChange: { link, revision } };
}
