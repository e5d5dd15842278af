import * as v from 'valibot';
import type { HistoryEntryView, HistoryReply } from '../api';
import type { Change } from '../domain/change';
import { type EventOf, type LedgerEvent, LedgerEventSchema } from '../domain/event';
import type { ApprovalEvent } from '../domain/evolve-approvals';
import { BrokenChain, type LedgerRow } from '../domain/row';
import { APPROVER } from '../domain/policy';
import { capital, listOf, REVIEW_NAME } from '../domain/words';
import type { Duty } from '../domain/obligation';
import { readRows } from './load-change';
import { followUpTitle } from './messages';
import { effectInWords } from './effect-words';
import { inZone } from './moment-words';
import type { Ports } from './ports';
import type { Viewing } from './view-change';

/** The ledger of a change as a readable history, with the mark whether its chain holds. */
export async function viewHistory(ports: Ports, { change }: Viewing): Promise<HistoryReply> {
  try {
    const rows = await readRows(ports, change);
    const entries = rows.flatMap((row) => entriesOf(row, change)).reverse();
    return { kind: 'history', entries, chain: { holds: true, headHash: change.headHash } };
  } catch (failure) {
    if (!(failure instanceof BrokenChain)) throw failure;
    return { kind: 'history', entries: [], chain: { holds: false, problem: failure.message } };
  }
}

function entriesOf(row: LedgerRow, change: Change): readonly HistoryEntryView[] {
  const actor = row.actor === 'app' ? null : row.actor;
  return row.events.flatMap((stored) => {
    const event = v.safeParse(LedgerEventSchema, stored);
    const told = event.success
      ? tell(event.output, change)
      : { sentence: 'An entry that this version of the app does not know.', about: [] };
    return told === undefined ? [] : [{ seq: row.seq, at: row.at, actor, ...told }];
  });
}

interface Told {
  readonly sentence: string;
  readonly about: readonly string[];
}

const say = (sentence: string, ...about: readonly (string | null)[]): Told => ({
  sentence,
  about: about.filter((account) => account !== null),
});

/** What an event says, or undefined for what is only for the app's own memory. */
function tell(event: LedgerEvent, change: Change): Told | undefined {
  switch (event.type) {
    case 'registered':
      return say('Registered as an emergency change.');
    case 'numbered':
      return say(`Got number ${event.number} of the register.`);
    case 'requesters-found':
      return say('Became requesters of the change.', ...event.requesters);
    case 'policy-replaced':
      return say(POLICY_REPLACED[event.because]);
    case 'change-proposed':
      return say(`Proposed change: ${event.proposedChange.link} at ${event.proposedChange.revision}.`);
    case 'approved':
      return say(`Approved as ${APPROVER[event.slot]}${afterwards(event)}.${quoted(event.comment)}`);
    case 'approval-reported':
      return say(
        `Reported a ${event.report.form} approval as ${APPROVER[event.slot]} (${event.report.channel})${afterwards(event)}.${quoted(event.report.note)}`,
        event.by,
      );
    case 'ratified':
      return say(`Ratified the reported approval as ${APPROVER[event.slot]}.`);
    case 'repudiated':
      return say(`Repudiated the reported approval as ${APPROVER[event.slot]}.${quoted(event.reason)}`);
    case 'rejected':
      return say(`Rejected as ${APPROVER[event.slot]}.${quoted(event.reason)}`);
    case 'rejection-lifted':
      return say(`Lifted the own rejection.${quoted(event.reason)}`);
    case 'rejections-overridden':
      return say(`Overrode a rejection.${quoted(event.reason)}`, ...event.rejectedBy);
    case 'withdrawn':
      return say(`Withdrew the own approval.${quoted(event.reason)}`);
    case 'acknowledged':
      return say('Is on it.');
    case 'reviewed':
      return say(
        `Did the ${REVIEW_NAME[event.review]}: ${event.attestation.outcome}${afterwards(event)}.${quoted(event.attestation.findings)}`,
      );
    default:
      return tellOfCourse(event, change);
  }
}

type Rest = Exclude<
  LedgerEvent,
  ApprovalEvent | EventOf<'registered' | 'numbered' | 'requesters-found' | 'policy-replaced'>
>;

const POLICY_REPLACED: Readonly<Record<EventOf<'policy-replaced'>['because'], string>> = {
  'stricter-settings': 'The settings of the project became stricter; that counts for this change from now on.',
  'author-is-requester':
    'The settings that counted were saved by somebody who asked for this change, so those that others saved count instead.',
};

function tellOfCourse(event: Rest, change: Change): Told | undefined {
  switch (event.type) {
    case 'gate-opened':
      return say(`The ${event.gate} gate opened.`, ...event.restsOn.map(({ by }) => by));
    case 'status-moved':
      return say(
        `Went from ${event.move.from.name} to ${event.move.to.name}.${event.verdict === null ? '' : ` Verdict: ${event.verdict.verdict}.`}`,
        event.move.by,
      );
    case 'stage-reread':
      return say(`Found in status ${event.statusName}, which the history does not explain.`);
    case 'evidence-linked':
      return say(`Linked evidence: ${event.label}, ${event.link}.`);
    case 'post-mortem-held':
      return say(`Recorded the post-mortem; report: ${event.link}.`);
    case 'attendance-confirmed':
      return say(`Confirmed to have taken part in the post-mortem as ${APPROVER[event.slot]}.`);
    case 'document-linked':
      return say(`Linked the ${followUpTitle(event.document)}: ${event.link}.`);
    case 'obligation-began':
      return say(`${dutyTitle(event.duty)}: due ${inZone(event.due, change)}, ${event.rule}${counted(event)}.`);
    case 'breached':
      return say(`Breach: ${event.detail}`);
    case 'effect-done':
      return say(`Done: ${effectInWords(event.id, change)}.`);
    case 'effect-failed':
      return say(`Failed: ${effectInWords(event.id, change)}. ${event.reason}`);
    case 'duplicate-retired':
      return say(`Took away a duplicate of ${effectInWords(event.id, change)}.`);
    case 'effects-intended':
    case 'effects-claimed':
      return undefined;
    case 'moved':
      return say('Moved to another project.', event.by);
    case 'renumbered':
      return say(`Got a new key: ${event.fromKey} became ${event.toKey}.`);
    case 'retyped':
      return say(`The work type changed from ${event.fromType} to ${event.toType}.`, event.by);
    case 'deleted':
      return say('The issue was deleted.', event.by);
    case 'unreachable':
      return say('The issue is out of the sight of the app.');
    case 'reachable':
      return say('The issue can be seen again.');
    case 'project-deleted':
      return say('The project was deleted.', event.by);
    case 'project-restored':
      return say('The project was restored.', event.by);
  }
}

const DUTY_TITLE = {
  notification: 'Telling both groups',
  ratification: 'Ratification',
  'mark-deployed': 'Marking as deployed',
} as const;

const dutyTitle = (duty: Duty): string =>
  duty.kind === 'follow-up' ? capital(followUpTitle(duty.followUp)) : DUTY_TITLE[duty.kind];

/** The business days that were counted, so that a reader can see which were not. */
const counted = ({ countedDays }: EventOf<'obligation-began'>): string =>
  countedDays.length === 0 ? '' : ` (${listOf(countedDays.map((day) => DAY.format(new Date(day))))})`;

const DAY = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' });

const afterwards = ({ retroactive }: { readonly retroactive: boolean }) => (retroactive ? ', retroactively' : '');
const quoted = (text: string) => (text === '' ? '' : ` “${text}”`);
