import * as v from 'valibot';
import type { Change } from '../domain/change';
import { contentDigest } from '../domain/content';
import { MAX_ROWS } from '../domain/decide';
import type { EventOf } from '../domain/event';
import { approvalsGate, closureGate, type Gate, reviewsGate } from '../domain/gate';
import { type AccountId, AccountIdSchema, momentOf } from '../domain/ids';
import { contentOf, type IssueFacts, newRequesters } from '../domain/issue-facts';
import type { GateKind } from '../domain/policy';
import { type GateFacts, gateFacts } from '../domain/slot-standing';
import { factsOf, kindFieldId, kindOf } from './issue-facts';
import { loadChange, catchUp } from './load-change';
import type { IssueReading, Ports } from './ports';
import { registerChange, type Registration } from './register-change';
import { writeRow } from './write-row';

/** A transition that Jira asks about. Ids are of statuses; `modifiedFields` is what its screen changes, by field id. */
export interface TransitionAttempt {
  readonly issueKey: string;
  readonly fromStatusId: string;
  readonly toStatusId: string;
  readonly modifiedFields: Readonly<Record<string, unknown>>;
}

export type GateAnswer = { readonly kind: 'open' } | { readonly kind: 'blocked'; readonly message: string };

const GATES: Readonly<Record<GateKind, (change: Change, facts: GateFacts) => Gate>> = {
  approvals: approvalsGate,
  reviews: reviewsGate,
  closure: closureGate,
};

/**
 * Whether a gate lets this transition through. An open gate has left its row before it says so. Throws when anything
 * cannot be read or written, or once `signal` is aborted: the caller has to treat that as blocked.
 */
export async function checkGate(
  ports: Ports,
  gateKind: GateKind,
  attempt: TransitionAttempt,
  signal: AbortSignal,
): Promise<GateAnswer> {
  const reading = await ports.issues.asApp(attempt.issueKey);
  if (reading === undefined) throw new Error(`The app cannot see issue ${attempt.issueKey}.`);
  const known = await loadChange(ports, reading.issueId);
  if ('issuetype' in attempt.modifiedFields) {
    return blocked('The work type cannot be changed together with this transition. Leave it as it is.');
  }
  const registration = await registerChange(ports, known, reading, 'app', 'gate');
  if (registration.kind === 'not-one') return blocked(NOT_ONE[registration.because](reading));
  for (let { change } = registration; ; change = await catchUp(ports, change)) {
    const facts = overlaid(change, reading, attempt, factsOf(change, reading, momentOf(ports.clock.now())));
    const gate = GATES[gateKind](change, gateFacts(change, facts));
    if (gate.kind !== 'open') return blocked(closedMessage(gate, gateKind));
    if (change.seq >= MAX_ROWS) {
      return blocked(`This emergency change has ${MAX_ROWS} entries and takes no more. Create a new one.`);
    }
    signal.throwIfAborted();
    const events = openingEvents(change, facts, gateKind, gate.restsOn, attempt);
    const written = await writeRow(ports, change, { actor: 'app', commandId: ports.ids.commandId(), events });
    if (written !== undefined) return { kind: 'open' };
  }
}

const blocked = (message: string): GateAnswer => ({ kind: 'blocked', message });

type WhyNotOne = Extract<Registration, { kind: 'not-one' }>['because'];

const NOT_ONE: Readonly<Record<WhyNotOne, (reading: IssueReading) => string>> = {
  'work-type': ({ issueKey }) =>
    `This transition is guarded for emergency changes, and ${issueKey} is not one. A Jira administrator has to take the rules of the Emergency Change app off this transition, or the issue out of this workflow.`,
  'switched-off': ({ issueKey }) =>
    `This transition is guarded for emergency changes, which are switched off in this project, so nobody can show that ${issueKey} is approved. A project administrator can switch them on in the project settings, or a Jira administrator takes the rules of the Emergency Change app off this transition.`,
};

const WHERE: Readonly<Record<GateKind, string>> = {
  approvals: 'Approvals are given in the "Emergency change" panel of this issue.',
  reviews: 'Reviews are recorded in the "Emergency change" panel of this issue.',
  closure: 'All of this is recorded in the "Emergency change" panel of this issue.',
};

const closedMessage = (gate: Exclude<Gate, { kind: 'open' }>, gateKind: GateKind): string =>
  gate.kind === 'cannot-judge'
    ? `${gate.reason} A Jira administrator has to update the Emergency Change app; until then this transition stays blocked.`
    : `This emergency change cannot ${gateKind === 'closure' ? 'be closed' : 'go on'} yet. ${gate.missing.map((missing) => missing.message).join(' ')} ${WHERE[gateKind]}`;

function openingEvents(
  change: Change,
  facts: IssueFacts,
  gate: GateKind,
  restsOn: Extract<Gate, { kind: 'open' }>['restsOn'],
  { fromStatusId, toStatusId }: TransitionAttempt,
): (EventOf<'gate-opened'> | EventOf<'requesters-found'>)[] {
  const found = newRequesters(change, facts);
  const opened: EventOf<'gate-opened'> = {
    type: 'gate-opened',
    gate,
    digest: contentDigest(contentOf(change, facts)),
    fromStatusId,
    toStatusId,
    restsOn: [...restsOn],
  };
  return found.length === 0 ? [opened] : [{ type: 'requesters-found', requesters: found }, opened];
}

const UserValueSchema = v.nullish(v.object({ accountId: AccountIdSchema }));

const accountIn = (value: unknown): readonly AccountId[] => {
  const user = v.parse(UserValueSchema, value);
  return user == null ? [] : [user.accountId];
};

/** The issue as it will be once the transition's own screen has changed it. What cannot be read throws. */
function overlaid(
  change: Change,
  reading: IssueReading,
  { modifiedFields }: TransitionAttempt,
  facts: IssueFacts,
): IssueFacts {
  const kindField = kindFieldId(change.policy, reading);
  const content = {
    ...facts.content,
    ...('summary' in modifiedFields ? { summary: v.parse(v.string(), modifiedFields.summary) } : {}),
    ...('description' in modifiedFields ? { description: modifiedFields.description } : {}),
    ...(kindField !== null && kindField in modifiedFields ? { kind: kindOf(modifiedFields[kindField]) } : {}),
  };
  const people = [...accountIn(modifiedFields.assignee), ...accountIn(modifiedFields.reporter)];
  return { ...facts, content, requesters: [...facts.requesters, ...people] };
}
