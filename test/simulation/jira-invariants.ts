import { expect } from '@jest/globals';
import * as v from 'valibot';
import type { IssueReading } from '../../src/application/ports';
import { closureGate } from '../../src/domain/gate';
import { type AccountId, momentOf } from '../../src/domain/ids';
import type { Site } from '../support/a-site';
import { verdictByOracle } from '../support/as-of-oracle';
import { onRecord } from '../support/on-record';
import type { Ledger } from './ledger-invariants';
import type { Played } from './play';

const STATUS = { deploying: '12', deployed: '13', closed: '14' };
const UNDER_DEPLOYMENT: readonly string[] = Object.values(STATUS);

const issueOf = (site: Site, id: string) => site.jira.store.issues.get(id);
interface Entry {
  readonly gate: 'deploy' | 'closure';
  readonly at: string;
  readonly to: string;
}

/** Entries into gated statuses as Jira's own history tells them, whoever made them and however. */
function entriesOf(site: Site, id: string): readonly Entry[] {
  const moves = (issueOf(site, id)?.histories ?? []).flatMap(({ created, items }) =>
    items.flatMap(({ fieldId, from, to }) =>
      fieldId === 'status' ? [{ at: momentOf(new Date(created)), from: from ?? '', to: to ?? '' }] : [],
    ),
  );
  return moves.flatMap(({ at, from, to }): readonly Entry[] => {
    if (to === STATUS.closed) return from === STATUS.closed ? [] : [{ gate: 'closure', at, to }];
    return UNDER_DEPLOYMENT.includes(to) && !UNDER_DEPLOYMENT.includes(from) ? [{ gate: 'deploy', at, to }] : [];
  });
}

/** Invariant 10: one verdict for each entry, once everything is settled. */
export function checkVerdicts(site: Site, id: string, { rows, last }: Ledger): readonly string[] {
  const told = last.passages.map(({ move, verdict }) => ({ gate: verdict.gate, at: move.at, to: move.to.id }));
  expect(told).toEqual(entriesOf(site, id));
  last.passages.forEach(({ seq, move, verdict }, index) => {
    const before = last.passages.slice(0, index).filter((one) => one.verdict.gate === verdict.gate);
    const question = { gate: verdict.gate, at: move.at, toStatusId: move.to.id };
    const known = rows.filter((row) => row.seq < seq);
    const asked = { ...question, passedBefore: before.at(-1)?.move.at };
    // When the verdict was given the issue had been edited up to then, and not as it was later.
    const then = rows.find((row) => row.seq === seq)?.at ?? move.at;
    expect({ at: move.at, verdict: verdict.verdict }).toEqual({
      at: move.at,
      verdict: verdictByOracle(known, readingAt(site, id, then), asked),
    });
  });
  return last.passages.map(({ verdict }) => verdict.verdict);
}

/** The issue as it was at a moment, from its history alone. */
function readingAt(site: Site, id: string, at: string): IssueReading {
  const issue = issueOf(site, id);
  if (issue === undefined) throw new Error(`Issue ${id} is gone.`);
  const history = issue.histories
    .map(({ id: historyId, created, authorId, items }) => ({
      historyId,
      at: momentOf(new Date(created)),
      by: authorId as AccountId,
      items: items.map(({ fieldId, from, fromString, to, toString }) => ({
        fieldId,
        from: from ?? null,
        fromText: fromString ?? null,
        to: to ?? null,
        toText: toString ?? null,
      })),
    }))
    .filter((entry) => entry.at <= at);
  const all = issue.histories.flatMap(({ created, items }) => items.map((item) => ({ created, ...item })));
  const laterOf = (fieldId: string) =>
    all.find((item) => item.fieldId === fieldId && momentOf(new Date(item.created)) > at);
  const summary = laterOf('summary')?.fromString ?? String(issue.fields.summary);
  const person = (fieldId: string) => {
    const later = laterOf(fieldId);
    return ((later === undefined ? issue.fields[fieldId] : later.from) ?? null) as AccountId | null;
  };
  return {
    createdAt: momentOf(new Date(issue.created)),
    creator: issue.creatorId as AccountId,
    reporter: person('reporter'),
    assignee: person('assignee'),
    content: { summary, description: null },
    history,
  } as unknown as IssueReading;
}

/** Invariant 13: completed without a breach is complete. */
export function checkCompletion({ last }: Ledger): boolean {
  const open = closureGate(last, { at: last.at, requesters: new Set(), content: null }).kind === 'open';
  if (last.stage !== 'closed' || last.breaches.length > 0) return false;
  expect(open).toBe(true);
  expect(last.obligations.filter(({ doneAt, endedAt }) => doneAt === null && endedAt === null)).toEqual([]);
  for (const slot of Object.values(last.slots)) {
    expect(slot.approval?.report === null || slot.approval?.ratified !== null).toBe(true);
  }
  return true;
}

const MarkSchema = v.object({ effectId: v.string() });
const marksOf = (made: readonly { readonly properties: Readonly<Record<string, unknown>> }[]): readonly string[] =>
  made.flatMap(({ properties }) => {
    const mark = v.safeParse(MarkSchema, properties['emergency-change-effect']);
    return mark.success ? [mark.output.effectId] : [];
  });

/** Invariant 16: one live subtask for each obligation, one comment for each intent, each e-mail sent or given up aloud. */
export function checkEffects({ site, issueId }: Played, { last }: Ledger): void {
  const issue = issueOf(site, issueId);
  if (issue === undefined || last.whereabouts !== 'here') return;
  const subtasks = [...site.jira.store.issues.values()].filter(({ parentId }) => parentId === issueId);
  const made = [...marksOf(subtasks)].sort();
  const wanted = last.obligations.filter(({ duty }) => duty.kind === 'follow-up').map(({ id }) => `subtask:${id}`);
  expect(made).toEqual([...wanted].sort());
  const comments = [...marksOf(issue.comments), ...marksOf(subtasks.flatMap((one) => one.comments))].sort();
  const intended = last.effects.filter(({ action, doneAt }) => action.kind === 'comment' && doneAt !== null);
  expect(comments).toEqual(intended.map(({ id }) => id).sort());
  for (const { id, doneAt, givenUpAt, failures } of last.effects) {
    expect({ id, over: doneAt !== null || (givenUpAt !== null && failures.length > 0) }).toEqual({ id, over: true });
  }
  const emails = last.effects.filter(({ action, doneAt }) => action.kind === 'email' && doneAt !== null);
  const sent = [...site.jira.store.outbox.values()].filter(({ kind }) => kind === 'email');
  expect(sent.length).toBeGreaterThanOrEqual(emails.length);
}

/** Invariant 17: what JQL sees is the head of the ledger, and nobody is accused of tampering. */
export function checkProjection({ site, issueId }: Played, { last }: Ledger): void {
  expect(last.breaches.map(({ rule }) => rule)).not.toContain('projection-tampered');
  if (issueOf(site, issueId) === undefined) return;
  const record = onRecord(site);
  expect(issueOf(site, issueId)?.fields[record.projectionField]).toMatchObject({
    issueId,
    seq: last.seq,
    headHash: last.headHash,
  });
}
