import type { Change } from '../../src/domain/change';
import type { Act, Command, Person } from '../../src/domain/command';
import { contentDigest } from '../../src/domain/content';
import { decide, type Decision } from '../../src/domain/decide';
import { evolve, headOf } from '../../src/domain/evolve';
import type { LedgerEvent } from '../../src/domain/event';
import { momentOf } from '../../src/domain/ids';
import { contentOf, type IssueFacts } from '../../src/domain/issue-facts';
import { digestOf } from '../../src/domain/digest';
import { DEFAULT_POLICY, type Group, type PinnedPolicy, type PolicyGroup } from '../../src/domain/policy';
import { type LedgerRow, sealRow } from '../../src/domain/row';
import { account, freshCommandId, issueId } from './memory-ports';

export const LEADS: Group = { kind: 'group', groupId: 'g-leads', name: 'engineering-leads' };
export const SECURITY: Group = { kind: 'group', groupId: 'g-security', name: 'security-team' };

export const person = (name: string, ...groups: readonly Group[]): Person => ({
  accountId: account(name),
  groups,
  mayEdit: true,
});

export const ERIN = person('erin');
export const LEE = person('lee', LEADS);
export const LOU = person('lou', LEADS);
export const SAM = person('sam', SECURITY);
export const SKY = person('sky', SECURITY);
/** In both groups. */
export const ALEX = person('alex', LEADS, SECURITY);

export const NOW = new Date('2026-11-24T03:00:00.000Z');
export const at = momentOf(NOW);

export const FACTS: IssueFacts = {
  at,
  issueKey: 'OPS-1',
  projectId: '10000',
  workType: 'Emergency Change',
  status: { id: '11', name: 'Identified' },
  content: {
    summary: 'Checkout answers 500',
    description: { type: 'doc', version: 1, content: [] },
    kind: { id: '10', name: 'Service outage' },
  },
  stage: 'before-deployment',
  requesters: [account('erin')],
  history: {
    createdAt: at,
    moves: [],
    projects: [],
    workTypes: [],
    edits: [],
    requestersSince: [{ accountId: account('erin'), at }],
  },
};

/** A group of a policy as it is pinned. */
export const pinned = ({ kind, groupId, name }: Group): PolicyGroup => ({ kind, id: groupId, name });

export const PINNED: PinnedPolicy = {
  content: {
    ...DEFAULT_POLICY,
    groups: { 'engineering-lead': [pinned(LEADS)], security: [pinned(SECURITY)], escalation: [], peerReview: [] },
  },
  hash: digestOf(DEFAULT_POLICY),
  authors: [],
  settingsSeq: 0,
  kindFieldId: 'customfield_1',
  statusIds: { deploying: ['12'], deployed: ['13'], closed: ['14'], cancelled: ['15'] },
};

const registration: LedgerEvent = {
  type: 'registered',
  projectId: '10000',
  issueKey: 'OPS-1',
  workType: 'Emergency Change',
  declaredAt: at,
  requesters: [account('erin')],
  policy: PINNED,
  registerFrom: 1,
  foundBy: 'event',
};

/** A change as rows, with the folded state beside them. */
export interface Told {
  readonly rows: readonly LedgerRow[];
  readonly change: Change;
}

export function registered(event: LedgerEvent = registration): Told {
  const draft = { issueId: issueId('10001'), cloudId: 'site-1', now: momentOf(NOW), policyVersion: 0 };
  const row = sealRow({ ...draft, actor: 'app', commandId: freshCommandId(), events: [event] }, undefined);
  return { rows: [row], change: evolve(undefined, row) };
}

export function told(before: Told, by: Person, events: readonly LedgerEvent[], commandId = freshCommandId()): Told {
  const { change } = before;
  const draft = { issueId: change.issueId, now: momentOf(NOW), actor: by.accountId, policyVersion: 0 };
  const row = sealRow({ ...draft, commandId, events }, headOf(change));
  return { rows: [...before.rows, row], change: evolve(change, row) };
}

export const command = (act: Act, by: Person, facts: IssueFacts = FACTS): Command => ({
  id: freshCommandId(),
  act,
  person: by,
  namedGroups: [LEADS, SECURITY],
  facts,
  checkedAt: momentOf(NOW),
});

export const digestNow = (change: Change, facts: IssueFacts = FACTS) => contentDigest(contentOf(change, facts));

/** The decision on an act by somebody who has the content of `facts` on his screen. */
export const deciding = (
  before: Told,
  act: Act,
  by: Person,
  facts: IssueFacts = FACTS,
  namedGroups: Command['namedGroups'] = [LEADS, SECURITY],
): Decision => decide(before.change, { ...command(act, by, facts), namedGroups });

/** The change after an act that has to be accepted. */
export function after(before: Told, act: Act, by: Person, facts: IssueFacts = FACTS): Told {
  const decision = deciding(before, act, by, facts);
  if (decision.kind !== 'accepted') throw new Error(`Not accepted: ${JSON.stringify(decision)}`);
  return told(before, by, decision.events);
}

export const approve = (before: Told, slot: 'engineering-lead' | 'security', facts: IssueFacts = FACTS): Act => ({
  kind: 'approve',
  slot,
  comment: 'Go ahead.',
  expectedDigest: digestNow(before.change, facts),
});

/** The stable code of a refusal, or what came instead. */
export const refusalCode = (decision: Decision): string =>
  decision.kind === 'refused' ? decision.refusal.code : decision.kind;

/** The sentence of a refusal; empty where there is none. */
export const refusalMessage = (decision: Decision): string =>
  decision.kind === 'refused' ? decision.refusal.message : '';
