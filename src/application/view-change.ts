import type { ChangeView } from '../api';
import type { Change } from '../domain/change';
import type { Person } from '../domain/command';
import { contentDigest } from '../domain/content';
import { approvalsGate } from '../domain/gate';
import { contentOf } from '../domain/issue-facts';
import { SLOTS } from '../domain/policy';
import { factsOf } from './issue-facts';
import type { IssueReading } from './ports';
import { viewNext } from './view-next';
import { offersFor } from './view-offers';
import { viewSlot } from './view-slot';
import { viewSteps } from './view-steps';

/** A change as one person looks at it. */
export interface Viewing {
  readonly change: Change;
  readonly reading: IssueReading;
  readonly person: Person;
}

/** What the panel shows to this person: where the change stands, what is missing, and what he can do. */
export function viewChange({ change, reading, person }: Viewing): ChangeView {
  const facts = factsOf(change, reading);
  const content = contentOf(change, facts);
  const gate = approvalsGate(change, facts);
  const slots = SLOTS.map((slot) => viewSlot(slot, change, facts, gate));
  const offers = offersFor(change, facts, person);
  return {
    issueKey: reading.issueKey,
    number: change.number,
    digest: contentDigest(content),
    stage: facts.stage,
    summary: content.summary,
    kind: content.kind?.name ?? null,
    proposedChange: content.proposedChange,
    gateOpen: gate.kind === 'open',
    steps: viewSteps(facts.stage, gate, change.opening !== null),
    slots,
    next: viewNext({ change, facts, gate, person, offers }),
    offers,
  };
}
