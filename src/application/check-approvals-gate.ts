import * as v from 'valibot';
import type { Change } from '../domain/change';
import { contentDigest } from '../domain/content';
import { MAX_ROWS } from '../domain/decide';
import type { EventOf } from '../domain/event';
import { approvalsGate, type Gate } from '../domain/gate';
import { type AccountId, AccountIdSchema } from '../domain/ids';
import { contentOf, type IssueFacts, newRequesters } from '../domain/issue-facts';
import { factsOf, kindFieldId, kindOf } from './issue-facts';
import { loadChange } from './load-change';
import type { IssueReading, Ports } from './ports';
import { isEmergencyChange, registerChange } from './register-change';
import { writeRow } from './write-row';

/** A transition that Jira asks about. Ids are of statuses; `modifiedFields` is what its screen changes, by field id. */
export interface TransitionAttempt {
  readonly issueKey: string;
  readonly fromStatusId: string;
  readonly toStatusId: string;
  readonly modifiedFields: Readonly<Record<string, unknown>>;
}

export type GateAnswer = { readonly kind: 'open' } | { readonly kind: 'blocked'; readonly message: string };

/**
 * Whether the approvals let this transition through. An open gate has left its row before it says so. Throws when
 * anything cannot be read or written, or once `signal` is aborted: the caller has to treat that as blocked.
 */
export async function checkApprovalsGate(
  ports: Ports,
  attempt: TransitionAttempt,
  signal: AbortSignal,
): Promise<GateAnswer> {
  const reading = await ports.issues.asApp(attempt.issueKey);
  if (reading === undefined) throw new Error(`The app cannot see issue ${attempt.issueKey}.`);
  const known = await loadChange(ports, reading.issueId);
  if (known === undefined && !isEmergencyChange(reading)) {
    return blocked(
      `This transition is guarded for emergency changes, and ${reading.issueKey} is not one. A Jira administrator has to take the rule "Emergency change approvals" off this transition, or the issue out of this workflow.`,
    );
  }
  let change: Change | undefined =
    known !== undefined && known.number !== null ? known : await registerChange(ports, reading, 'app', 'gate');
  while (change !== undefined) {
    const retyped = 'issuetype' in attempt.modifiedFields;
    if (retyped) return blocked('The work type cannot be changed together with this transition. Leave it as it is.');
    const facts = overlaid(change, reading, attempt);
    const gate = approvalsGate(change, facts);
    if (gate.kind !== 'open') return blocked(closedMessage(gate));
    if (change.seq >= MAX_ROWS) {
      return blocked(`This emergency change has ${MAX_ROWS} entries and takes no more. Create a new one.`);
    }
    signal.throwIfAborted();
    const written = await writeRow(ports, change, {
      actor: 'app',
      commandId: ports.ids.commandId(),
      events: openingEvents(change, facts, gate.approvals, attempt),
    });
    if (written !== undefined) return { kind: 'open' };
    change = await loadChange(ports, reading.issueId);
  }
  throw new Error(`The ledger of issue ${reading.issueId} is gone.`);
}

const blocked = (message: string): GateAnswer => ({ kind: 'blocked', message });

const WHERE = 'Approvals are given in the "Emergency change" panel of this issue.';

const closedMessage = (gate: Exclude<Gate, { kind: 'open' }>): string =>
  gate.kind === 'cannot-judge'
    ? `${gate.reason} A Jira administrator has to update the Emergency Change app; until then this transition stays blocked.`
    : `This emergency change cannot go on yet. ${gate.missing.map((missing) => missing.message).join(' ')} ${WHERE}`;

function openingEvents(
  change: Change,
  facts: IssueFacts,
  approvals: Extract<Gate, { kind: 'open' }>['approvals'],
  attempt: TransitionAttempt,
): (EventOf<'gate-opened'> | EventOf<'requesters-found'>)[] {
  const found = newRequesters(change, facts);
  const opened: EventOf<'gate-opened'> = {
    type: 'gate-opened',
    gate: 'approvals',
    digest: contentDigest(contentOf(change, facts)),
    fromStatusId: attempt.fromStatusId,
    toStatusId: attempt.toStatusId,
    approvals: approvals.map(({ slot, approval }) => ({ slot, by: approval.by, seq: approval.seq })),
  };
  return found.length === 0 ? [opened] : [{ type: 'requesters-found', requesters: found }, opened];
}

const UserValueSchema = v.nullish(v.object({ accountId: AccountIdSchema }));

const accountIn = (value: unknown): readonly AccountId[] => {
  const user = v.parse(UserValueSchema, value);
  return user == null ? [] : [user.accountId];
};

/** The issue as it will be once the transition's own screen has changed it. What cannot be read throws. */
function overlaid(change: Change, reading: IssueReading, { modifiedFields }: TransitionAttempt): IssueFacts {
  const facts = factsOf(change, reading);
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
