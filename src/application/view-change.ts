import type { ChangeView } from '../api';
import type { Change } from '../domain/change';
import type { Person } from '../domain/command';
import { contentDigest } from '../domain/content';
import type { Moment } from '../domain/ids';
import { contentOf } from '../domain/issue-facts';
import { phaseOf } from '../domain/phase';
import { REVIEW_KINDS, SLOTS } from '../domain/policy';
import { gateFacts } from '../domain/slot-standing';
import { attendeesInWords } from '../domain/words';
import { factsOf } from './issue-facts';
import type { IssueReading } from './ports';
import { viewBreaches } from './view-breaches';
import { viewCalled } from './view-called';
import { viewDeployment } from './view-deployment';
import { viewFollowUps, viewPostMortem } from './view-follow-ups';
import { viewNext } from './view-next';
import { offersFor } from './view-offers';
import { viewReview } from './view-review';
import { viewSlot } from './view-slot';
import { viewSteps } from './view-steps';

/** A change as one person looks at it, at the moment `at`. */
export interface Viewing {
  readonly change: Change;
  readonly reading: IssueReading;
  readonly person: Person;
  readonly at: Moment;
}

/** What the panel shows to this person: where the change stands, what is missing, and what he can do. */
export function viewChange({ change, reading, person, at }: Viewing): ChangeView {
  const facts = factsOf(change, reading, at);
  const held = gateFacts(change, facts);
  const content = contentOf(change, facts);
  const offers = offersFor(change, facts, person);
  const scene = { change, facts, held, person, offers };
  return {
    issueKey: reading.issueKey,
    number: change.number,
    digest: contentDigest(content),
    stage: facts.stage,
    phase: phaseOf(change, facts.stage, held),
    summary: content.summary,
    kind: content.kind?.name ?? null,
    proposedChange: content.proposedChange,
    timeZone: change.policy.content.calendar.timeZone,
    at,
    breaches: viewBreaches(change),
    next: viewNext(scene),
    steps: viewSteps(scene),
    called: viewCalled(change),
    slots: SLOTS.map((slot) => viewSlot(slot, change, held)),
    reviews: REVIEW_KINDS.map((kind) => viewReview(kind, change, held)),
    deployment: viewDeployment(change),
    followUps: viewFollowUps(change, at),
    postMortem: viewPostMortem(change),
    attendees: attendeesInWords(change.policy.content),
    offers,
  };
}
