import type { IssueReading } from '../../src/application/ports';
import type { ContentSeen } from '../../src/domain/content';
import { type LedgerEvent, LedgerEventSchema } from '../../src/domain/event';
import type { LedgerRow } from '../../src/domain/row';
import * as v from 'valibot';

/**
 * Written from the design and not from the code: what a gate was worth at a moment, by the rows of that moment. It
 * keeps its own account of the rows, and of Jira's history it uses the raw entries.
 */

const MARGIN = 5_000;
const OPENING_LIVES = 60_000;

interface Paper {
  readonly by: string;
  readonly content: ContentSeen;
  readonly counts: boolean;
}

interface Account {
  readonly approvals: Record<'engineering-lead' | 'security', Paper | undefined>;
  readonly objectors: Record<'engineering-lead' | 'security', ReadonlySet<string>>;
  readonly reviews: Record<'peer' | 'security', (Paper & { readonly passed: boolean }) | undefined>;
  proposed: string;
  post: { readonly heldAt: string; readonly by: string } | undefined;
  attended: readonly { readonly slot: string; readonly by: string }[];
  readonly documents: Set<string>;
  firstRequesters: readonly string[] | undefined;
  /** What the time for the post-mortem counts from, as far as the rows tell: a meeting before it is none. */
  dueFrom: string | undefined;
  deployedAt: string | undefined;
  enteredAt: string | undefined;
}

const nothingYet = (): Account => ({
  approvals: { 'engineering-lead': undefined, security: undefined },
  objectors: { 'engineering-lead': new Set(), security: new Set() },
  reviews: { peer: undefined, security: undefined },
  proposed: 'null',
  post: undefined,
  attended: [],
  documents: new Set(),
  firstRequesters: undefined,
  dueFrom: undefined,
  deployedAt: undefined,
  enteredAt: undefined,
});

export const eventsOf = (row: LedgerRow): readonly LedgerEvent[] =>
  row.events.map((event) => v.parse(LedgerEventSchema, event));

function note(account: Account, event: LedgerEvent): void {
  switch (event.type) {
    case 'approved':
      account.approvals[event.slot] = { by: event.by, content: event.content, counts: true };
      break;
    case 'approval-reported':
      account.approvals[event.slot] = { by: event.by, content: event.content, counts: false };
      break;
    case 'ratified':
      account.approvals[event.slot] = { by: event.by, content: event.content, counts: true };
      break;
    case 'repudiated':
    case 'withdrawn':
      account.approvals[event.slot] = undefined;
      break;
    case 'rejected':
      if (account.approvals[event.slot]?.by === event.by) account.approvals[event.slot] = undefined;
      account.objectors[event.slot] = new Set([...account.objectors[event.slot], event.by]);
      break;
    case 'rejection-lifted':
      account.objectors[event.slot] = new Set([...account.objectors[event.slot]].filter((by) => by !== event.by));
      break;
    case 'rejections-overridden':
      account.objectors[event.slot] = new Set();
      break;
    case 'reviewed':
      account.reviews[event.review] = {
        by: event.by,
        content: event.content,
        counts: true,
        passed: event.attestation.outcome === 'passed',
      };
      break;
    case 'change-proposed':
      account.proposed = JSON.stringify(event.proposedChange);
      break;
    case 'post-mortem-held':
      if (account.post?.heldAt !== event.heldAt) account.attended = [];
      account.post = { heldAt: event.heldAt, by: event.by };
      break;
    case 'attendance-confirmed':
      account.attended = [...account.attended, { slot: event.slot, by: event.by }];
      break;
    case 'document-linked':
      account.documents.add(event.document);
      break;
    case 'status-moved': {
      const { from, to, at } = event.move;
      if (event.verdict?.gate === 'deploy') {
        account.firstRequesters ??= event.requesters;
        account.enteredAt ??= at;
      }
      if (to.stage === 'deployed' || (to.stage === 'closed' && from.stage === 'deploying')) account.deployedAt ??= at;
      break;
    }
    case 'obligation-began':
      if (event.duty.kind === 'follow-up' && event.duty.followUp === 'post-mortem') account.dueFrom ??= event.from;
      break;
    default:
      break;
  }
}

const accountAfter = (rows: readonly LedgerRow[]): Account => {
  const account = nothingYet();
  for (const row of rows) for (const event of eventsOf(row)) note(account, event);
  return account;
};

/** Everybody who was or had been creator, reporter or assignee by `at`. */
export function requestersBy(
  { creator, reporter, assignee, history, createdAt }: IssueReading,
  at: string,
): ReadonlySet<string> {
  const found = new Set<string>();
  if (createdAt > at) return found;
  if (creator !== null) found.add(creator);
  for (const [fieldId, now] of [['assignee', assignee] as const, ['reporter', reporter] as const]) {
    const changes = history.flatMap((entry) =>
      entry.items.filter((item) => item.fieldId === fieldId).map((item) => ({ when: entry.at, ...item })),
    );
    // Whom the first change took away was there from the beginning.
    const [first] = changes;
    const original = first === undefined ? now : first.from;
    if (original !== null) found.add(original);
    for (const { when, to } of changes) if (when <= at && to !== null) found.add(to);
  }
  return found;
}

interface Question {
  readonly gate: 'deploy' | 'closure';
  readonly at: string;
  readonly toStatusId: string;
  /** When the issue last passed the same gate before. */
  readonly passedBefore: string | undefined;
}

export type Answer = 'clean' | 'satisfied-ungated' | 'bypass' | 'unproven';

export function verdictByOracle(rows: readonly LedgerRow[], reading: IssueReading, question: Question): Answer {
  if (openedForIt(rows, reading, question)) return 'clean';
  const time = Date.parse(question.at);
  const settled = rows.filter((row) => Date.parse(row.at) <= time - MARGIN).length;
  const within = rows.filter((row) => Date.parse(row.at) <= time + MARGIN).length;
  const answers = new Set<boolean>();
  for (let count = settled; count <= within; count += 1) {
    answers.add(count > 0 && isOpen(accountAfter(rows.slice(0, count)), reading, question));
  }
  if (!answers.has(true)) return 'bypass';
  if (answers.has(false)) return 'unproven';
  return question.gate === 'deploy' && editedFrom(reading, question.at) ? 'unproven' : 'satisfied-ungated';
}

const editTimes = ({ history }: IssueReading) =>
  history.filter(({ items }) => items.some(({ fieldId }) => fieldId === 'summary')).map(({ at }) => at);
const editedFrom = (reading: IssueReading, at: string) => editTimes(reading).some((edit) => edit >= at);

function isOpen(account: Account, reading: IssueReading, { gate, at }: Question): boolean {
  const requesters = requestersBy(reading, at);
  const { approvals, objectors, reviews } = account;
  const lead = approvals['engineering-lead'];
  const { security } = approvals;
  if (lead === undefined || security === undefined || lead.by === security.by) return false;
  if (objectors['engineering-lead'].size + objectors.security.size > 0) return false;
  if (gate === 'closure') {
    const barred = account.firstRequesters ?? [...requesters];
    const { post, attended, documents } = account;
    return (
      lead.counts &&
      security.counts &&
      ![lead.by, security.by].some((by) => barred.includes(by)) &&
      post !== undefined &&
      post.heldAt >= (account.dueFrom ?? account.deployedAt ?? account.enteredAt ?? '') &&
      ['engineering-lead', 'security'].every((slot) => attended.some((one) => one.slot === slot)) &&
      attended.some(({ by }) => by !== post.by) &&
      documents.size === 2
    );
  }
  const { peer, security: secondReview } = reviews;
  if (peer?.passed !== true || secondReview?.passed !== true || peer.by === secondReview.by) return false;
  const papers = [lead, security, peer, secondReview];
  if (papers.some(({ by }) => requesters.has(by))) return false;
  return editedFrom(reading, at) || papers.every(({ content }) => isAsNow(content, account, reading));
}

const isAsNow = (seen: ContentSeen, account: Account, reading: IssueReading): boolean =>
  seen.summary === reading.content.summary && JSON.stringify(seen.proposedChange) === account.proposed;

const TAKES_BACK = ['rejected', 'withdrawn', 'repudiated', 'reviewed', 'change-proposed'];

/** The app's own validators opened for this very move, and nothing came in between. */
function openedForIt(rows: readonly LedgerRow[], reading: IssueReading, question: Question): boolean {
  const { gate, at, toStatusId, passedBefore } = question;
  const time = Date.parse(at);
  const needed = gate === 'deploy' ? ['approvals', 'reviews'] : ['closure'];
  return needed.every((kind) =>
    rows.some((row) => {
      const opened = eventsOf(row).some(
        (event) => event.type === 'gate-opened' && event.gate === kind && event.toStatusId === toStatusId,
      );
      if (!opened) return false;
      const since = Date.parse(row.at);
      if (since < time - OPENING_LIVES || since > time + MARGIN) return false;
      if (passedBefore !== undefined && since <= Date.parse(passedBefore) + MARGIN) return false;
      const between = (moment: string) => moment > row.at && moment < at;
      const overtaken = rows.find(
        ({ seq, events }) => seq > row.seq && events.some(({ type }) => TAKES_BACK.includes(type)),
      );
      return !(
        (overtaken !== undefined && between(overtaken.at)) ||
        editTimes(reading).some(between) ||
        reading.history.some((entry) => between(entry.at) && names(entry).length > 0)
      );
    }),
  );
}

const names = (entry: IssueReading['history'][number]) =>
  entry.items.flatMap(({ fieldId, to }) => (['assignee', 'reporter'].includes(fieldId) && to !== null ? [to] : []));
