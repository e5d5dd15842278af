import * as v from 'valibot';
import { type Change, FOLD_VERSION } from './change';
import { type LedgerEvent, LedgerEventSchema } from './event';
import { evolveApprovals } from './evolve-approvals';
import { evolveDeployment } from './evolve-deployment';
import { evolveWatch } from './evolve-watch';
import { evolveWhereabouts } from './evolve-whereabouts';
import type { Moment } from './ids';
import { settleObligations } from './settle-obligations';
import { BrokenChain, type ChainHead, type LedgerRow } from './row';

/** Where an event stands: its row's number and time. */
export interface Place {
  readonly seq: number;
  readonly at: Moment;
}

/** The change after `row`. `change` is undefined before row 1. Throws BrokenChain if the first row does not register. */
export function evolve(change: Change | undefined, row: LedgerRow): Change {
  const events = row.events.map((event) => v.safeParse(LedgerEventSchema, event));
  let next = change ?? register(row, events[0]?.success === true ? events[0].output : undefined);
  for (const event of events) {
    next = event.success
      ? evolveBy(next, event.output, row)
      : { ...next, cannotJudge: `Row ${row.seq} holds an entry that this version of the app does not know.` };
  }
  return {
    ...next,
    seq: row.seq,
    headHash: row.hash,
    at: row.at,
    commands: { ...next.commands, [row.commandId]: { seq: row.seq, actor: row.actor } },
  };
}

export const headOf = (change: Change | undefined): ChainHead | undefined =>
  change && { seq: change.seq, headHash: change.headHash, at: change.at };

/** What one event makes of a change, without the place in the chain that only a whole row has. */
export const evolveBy = (change: Change, event: LedgerEvent, place: Place): Change =>
  settleObligations(apply(change, event, place), happenedAt(event, place));

/** A move counts from when it was made in Jira, however late the app heard of it; what was done in time stays in time. */
const happenedAt = (event: LedgerEvent, { at }: Place): Moment => (event.type === 'status-moved' ? event.move.at : at);

function register(row: LedgerRow, event: LedgerEvent | undefined): Change {
  if (event?.type !== 'registered') throw new BrokenChain(`Row 1 of issue ${row.issueId} does not register it.`);
  const slot = { approval: null, rejections: [], repudiated: [] };
  return {
    foldVersion: FOLD_VERSION,
    issueId: row.issueId,
    issueKey: event.issueKey,
    projectId: event.projectId,
    currentProjectId: event.projectId,
    strayed: [],
    workType: event.workType,
    seq: row.seq,
    headHash: row.hash,
    at: row.at,
    registeredAt: row.at,
    declaredAt: event.declaredAt,
    firstRowHash: row.hash,
    registerFrom: event.registerFrom,
    number: null,
    policy: event.policy,
    requesters: event.requesters,
    proposedChange: null,
    openings: [],
    slots: { 'engineering-lead': slot, security: slot },
    acknowledged: [],
    reviews: { peer: null, security: null },
    stage: 'before-deployment',
    historySeen: '0',
    passages: [],
    deployed: null,
    evidence: [],
    postMortem: null,
    attendance: [],
    documents: { 'change-documentation': null, 'pull-request': null },
    obligations: [],
    breaches: [],
    effects: [],
    whereabouts: 'here',
    commands: {},
    cannotJudge: null,
  };
}

function apply(change: Change, event: LedgerEvent, place: Place): Change {
  switch (event.type) {
    case 'registered':
      return change;
    case 'numbered':
      return { ...change, number: event.number };
    case 'requesters-found':
      return { ...change, requesters: [...new Set([...change.requesters, ...event.requesters])] };
    case 'policy-replaced':
      return { ...change, policy: event.policy };
    case 'change-proposed':
    case 'approved':
    case 'approval-reported':
    case 'ratified':
    case 'repudiated':
    case 'rejected':
    case 'rejection-lifted':
    case 'rejections-overridden':
    case 'withdrawn':
    case 'acknowledged':
    case 'reviewed':
      return evolveApprovals(change, event, place);
    case 'gate-opened':
    case 'status-moved':
    case 'stage-reread':
    case 'evidence-linked':
    case 'post-mortem-held':
    case 'attendance-confirmed':
    case 'document-linked':
      return evolveDeployment(change, event, place);
    case 'obligation-began':
    case 'breached':
    case 'effects-intended':
    case 'effects-claimed':
    case 'effect-done':
    case 'effect-failed':
    case 'duplicate-retired':
      return evolveWatch(change, event, place);
    case 'moved':
    case 'renumbered':
    case 'retyped':
    case 'deleted':
    case 'unreachable':
    case 'reachable':
    case 'project-deleted':
    case 'project-restored':
      return evolveWhereabouts(change, event);
  }
}
