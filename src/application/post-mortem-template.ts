import { type Change, firstEntry } from '../domain/change';
import type { Moment } from '../domain/ids';
import { APPROVER, REVIEW_KINDS, SLOTS } from '../domain/policy';
import { attendeesInWords, capital, REVIEW_NAME } from '../domain/words';
import { inZone } from './moment-words';
import type { IssueReading } from './ports';
import { type Block, heading, link, list, paragraph, type Part, person, type Text, words } from './text';

/** The post-mortem report, filled with what the ledger knows. What only people know stays as a question. */
export function postMortemTemplate(change: Change, reading: IssueReading, issue: Part): Text {
  return [
    paragraph('Post-mortem of emergency change ', issue, `, number ${change.number ?? ''} of the register.`),
    paragraph(
      `Hold the meeting, complete this report, and link it in the "Emergency change" panel of the issue. It is complete when ${attendeesInWords(change.policy.content)} have confirmed there that they took part.`,
    ),
    heading('Summary'),
    paragraph(reading.content.summary),
    heading('Impact in numbers'),
    paragraph('Who was affected, how many, and for how long?'),
    heading('Trigger, detection and resolution'),
    paragraph('What set it off, how was it noticed, and what put it right?'),
    heading('Contributing factors'),
    paragraph('Name several; there is rarely one cause.'),
    heading('Timeline'),
    timeline(change),
    heading('People'),
    people(change, reading),
    heading('What went well, and what did not'),
    paragraph('Where did we get lucky?'),
    heading('The emergency change'),
    list([
      'Was it a true emergency? Why could the ordinary path not be used?',
      'Were tests skipped? Was the rollback used?',
      'Will it happen again?',
    ]),
    heading('Deviations from the procedure'),
    deviations(change),
    heading('Action items'),
    paragraph('Owner, due date and issue for each; or "none", with the reason.'),
  ];
}

interface Happening {
  readonly at: Moment;
  readonly parts: readonly Part[];
}

function timeline(change: Change): Block {
  const entry = firstEntry(change);
  const happenings: Happening[] = [
    { at: change.declaredAt, parts: [words('Emergency change declared.')] },
    ...SLOTS.flatMap((slot): Happening[] => {
      const { approval } = change.slots[slot];
      if (approval === null) return [];
      const { report, ratified } = approval;
      const how = report === null ? 'approved in Jira' : `approved, ${report.form}, ${report.channel}`;
      const said: Happening = {
        at: report?.saidAt ?? approval.at,
        parts: [person(approval.by), words(` ${how} as ${APPROVER[slot]}.`)],
      };
      return ratified === null
        ? [said]
        : [said, { at: ratified.at, parts: [person(approval.by), words(' ratified that approval.')] }];
    }),
    ...REVIEW_KINDS.flatMap((kind): Happening[] => {
      const review = change.reviews[kind];
      if (review === null) return [];
      const { outcome, link: href } = review.attestation;
      const parts = [
        words(`${capital(REVIEW_NAME[kind])} ${outcome}, by `),
        person(review.by),
        words(': '),
        link(href, href),
      ];
      return [{ at: review.at, parts }];
    }),
    ...(entry === undefined ? [] : [{ at: entry.move.at, parts: [words(`Went to ${entry.move.to.name}.`)] }]),
    ...(change.deployed === null ? [] : [{ at: change.deployed.at, parts: [words('Deployed.')] }]),
  ];
  const sorted = [...happenings].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  return list(sorted.map(({ at, parts }) => [words(`${inZone(at, change)}: `), ...parts]));
}

function people(change: Change, reading: IssueReading): Block {
  const deployer = firstEntry(change)?.move.by;
  return list([
    [words('Requesters: '), ...joined(change.requesters)],
    ...SLOTS.map((slot) => {
      const approver = change.slots[slot].approval?.by;
      return [words(`Approved as ${APPROVER[slot]}: `), ...joined(approver === undefined ? [] : [approver])];
    }),
    [words('Deployed by: '), ...joined(deployer == null ? [] : [deployer])],
    [words('Assignee: '), ...joined(reading.assignee === null ? [] : [reading.assignee])],
  ]);
}

const joined = (accounts: readonly string[]): readonly Part[] =>
  accounts.length === 0
    ? [words('nobody')]
    : accounts.flatMap((account, index) => (index === 0 ? [person(account)] : [words(', '), person(account)]));

const deviations = (change: Change): Block =>
  change.breaches.length === 0
    ? paragraph('None on record.')
    : list(change.breaches.map(({ detail, happenedAt }) => `${inZone(happenedAt, change)}: ${detail}`));
