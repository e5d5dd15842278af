import { type Change, firstEntry } from '../domain/change';
import type { Topic } from '../domain/effect';
import { approvalsGate } from '../domain/gate';
import type { Obligation } from '../domain/obligation';
import { APPROVER, type FollowUp, type Slot, SLOTS } from '../domain/policy';
import { hasAnswered } from '../domain/reminders';
import { gateFacts } from '../domain/slot-standing';
import { capital, groupInWords, listOf, whoCanApprove } from '../domain/words';
import { factsOf } from './issue-facts';
import type { IssueReading, Message } from './ports';
import { breachTitle } from './breach-words';
import { inZone } from './moment-words';
import { type Block, link, list, paragraph, type Part, person, type Text } from './text';

/** What is told to people in a comment on the issue: what happened, and what is asked of whom. */
export const commentFor = (topic: Topic, change: Change, reading: IssueReading): Text =>
  content(topic, change, reading).blocks;

/** The same as an e-mail, with a link to the issue. */
export function emailFor(topic: Topic, change: Change, reading: IssueReading, siteUrl: string): Message {
  const { subject, blocks } = content(topic, change, reading);
  const open = paragraph('Open the issue: ', link(reading.issueKey, `${siteUrl}/browse/${reading.issueKey}`));
  return { subject: `[${reading.issueKey}] ${subject}`, text: [...blocks, open] };
}

interface Content {
  readonly subject: string;
  readonly blocks: readonly Block[];
}

function content(topic: Topic, change: Change, reading: IssueReading): Content {
  switch (topic.kind) {
    case 'registered':
      return registered(change, reading);
    case 'unanswered':
      return {
        subject: 'Still waiting: an emergency change needs you',
        blocks: [paragraph('Nobody has said yet that they are on it.'), ...asked(change, reading)],
      };
    case 'escalated':
      return {
        subject: 'Escalated: nobody has answered an emergency change',
        blocks: [paragraph(whoIsSilent(change)), ...asked(change, reading, CALL_THEM)],
      };
    case 'ratify':
      return ratify(change, topic.slot);
    case 'repudiated':
      return repudiated(change, topic);
    case 'not-marked-deployed':
      return {
        subject: 'Is this emergency change deployed?',
        blocks: [
          paragraph(
            'This emergency change is still in deployment. When the fix is live, move the issue on to its deployed status. The time for the post-mortem counts from there.',
          ),
        ],
      };
    case 'follow-up-due':
      return followUpDue(change);
    case 'link-wanted':
      return linkWanted(topic.followUp, reading);
    case 'breach':
      return breach(change, topic.breachIds);
  }
}

/** By the time that it is written somebody may have answered. */
function whoIsSilent(change: Change): string {
  const silent = SLOTS.filter((slot) => !hasAnswered(change, slot)).map((slot) => groupInWords(slot, change));
  return silent.length === 0
    ? 'The groups that have to approve this emergency change were called twice before they answered.'
    : `Nobody of ${silent.join(' or ')} has answered this emergency change, although they were called twice.`;
}

function registered(change: Change, reading: IssueReading): Content {
  const reporter: readonly Part[] =
    reading.reporter === null ? [] : [' Declared by ', person(reading.reporter), '.'].map(asPart);
  return {
    subject: `Emergency change ${change.number ?? ''}: ${reading.content.summary}`,
    blocks: [
      paragraph(`An emergency change was declared: ${reading.content.summary}.`, ...reporter),
      ...kindOf(change, reading),
      ...asked(change, reading),
    ],
  };
}

const asPart = (part: Part | string): Part => (typeof part === 'string' ? { kind: 'words', text: part } : part);

function kindOf(change: Change, reading: IssueReading): readonly Block[] {
  const kind = factsOf(change, reading, change.at).content.kind?.name;
  return [paragraph(`Kind of critical issue: ${kind ?? 'not said yet'}.`)];
}

const DECIDE = 'Please open the "Emergency change" panel of the issue, say that you are on it, and decide.';
const CALL_THEM =
  'Please say in the "Emergency change" panel of the issue that you are on it, and reach somebody who can decide.';

/** What is asked of whom, as the gate sees it. */
function asked(change: Change, reading: IssueReading, request = DECIDE): readonly Block[] {
  const gate = approvalsGate(change, gateFacts(change, factsOf(change, reading, change.at)));
  const missing = gate.kind === 'closed' ? gate.missing.map(({ message }) => message) : [];
  return [paragraph(request), ...(missing.length === 0 ? [] : [list(missing)])];
}

function ratify(change: Change, slot: Slot): Content {
  const { approval } = change.slots[slot];
  const report = approval?.report;
  const said =
    report == null
      ? []
      : [
          list([
            [asPart(`Reported by `), person(report.witness), asPart(` (${report.channel})`)],
            `Given on ${inZone(report.saidAt, change)}`,
            ...(report.note === '' ? [] : [`Note: ${report.note}`]),
          ]),
        ];
  return {
    subject: 'Did you approve this emergency change?',
    blocks: [
      paragraph(
        `Somebody reported that you approved this emergency change as ${APPROVER[slot]}. Please ratify it in the panel, or say that you did not.`,
      ),
      ...said,
    ],
  };
}

function repudiated(change: Change, { slot, seq }: Extract<Topic, { kind: 'repudiated' }>): Content {
  const told = change.slots[slot].repudiated.find((one) => one.seq === seq);
  return {
    subject: 'A reported approval was repudiated',
    blocks: [
      ...(told === undefined
        ? []
        : [paragraph(person(told.by), ` says that they did not approve this emergency change: ${told.reason}`)]),
      paragraph(
        `The approval by ${APPROVER[slot]} is missing again. It can be given by ${whoCanApprove(slot, change)}.`,
      ),
    ],
  };
}

const FOLLOW_UP_TITLE: Readonly<Record<FollowUp, string>> = {
  'post-mortem': 'post-mortem review',
  'change-documentation': 'change documentation',
  'pull-request': 'pull request',
};

export const followUpTitle = (followUp: FollowUp): string => FOLLOW_UP_TITLE[followUp];

function followUpDue(change: Change): Content {
  const open = change.obligations.filter(isOpenFollowUp);
  return {
    subject: 'The follow-up of an emergency change is due soon',
    blocks: [
      paragraph('Please complete what is still open:'),
      list(
        open.map(
          ({ duty, due }) =>
            `${duty.kind === 'follow-up' ? capital(followUpTitle(duty.followUp)) : ''}, due ${inZone(due, change)}`,
        ),
      ),
    ],
  };
}

const isOpenFollowUp = (one: Obligation): boolean =>
  one.duty.kind === 'follow-up' && one.doneAt === null && one.endedAt === null;

const linkWanted = (followUp: FollowUp, reading: IssueReading): Content => ({
  subject: `The link to the ${followUpTitle(followUp)} is missing`,
  blocks: [
    paragraph(
      followUp === 'post-mortem'
        ? `This subtask was closed, but the post-mortem is not complete yet. Record the meeting and the link to its report in the "Emergency change" panel of ${reading.issueKey}, and have both groups confirm that they took part.`
        : `This subtask was closed, but the ${followUpTitle(followUp)} is not linked yet. Add the link in the "Emergency change" panel of ${reading.issueKey}; only then is it complete.`,
    ),
  ],
});

function breach(change: Change, breachIds: readonly string[]): Content {
  const found = change.breaches.filter(({ id }) => breachIds.includes(id));
  const deployer = found.some(({ rule }) => rule === 'deployed-past-gate') ? firstEntry(change)?.move.by : undefined;
  return {
    subject: `Breach: ${listOf(found.map(({ rule }) => breachTitle(rule)))}`,
    blocks: [
      ...found.map(({ detail, happenedAt }) => paragraph(`${inZone(happenedAt, change)}: ${detail}`)),
      ...(deployer == null ? [] : [paragraph('Deployed by ', person(deployer), '.')]),
      paragraph(`This stays on record. Still open: ${listOf(openWork(change))}.`),
    ],
  };
}

/** What can still be done, so that a breach is not the last word. */
function openWork(change: Change): readonly string[] {
  const open = change.obligations
    .filter((one) => one.doneAt === null && one.endedAt === null)
    .map(({ duty }) => {
      switch (duty.kind) {
        case 'follow-up':
          return `the ${followUpTitle(duty.followUp)}`;
        case 'ratification':
          return 'a ratification';
        case 'mark-deployed':
          return 'marking it as deployed';
        case 'notification':
          return 'telling both groups';
      }
    });
  return open.length === 0 ? ['nothing'] : open;
}
