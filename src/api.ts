/**
 * The calls between the issue panel and its resolver, shared by both sides. Types only: the panel carries none of the
 * core. Moments are ISO 8601 text in UTC; people are Atlassian account ids.
 */
import type { Act } from './domain/command';
import type { Difference, ProposedChange } from './domain/content';
import type { Digest } from './domain/ids';
import type { Stage, Slot } from './domain/policy';

export type { Act, Difference, ProposedChange, Slot, Stage };

export type StepState = 'done' | 'current' | 'waiting' | 'not-tracked';

/** One of the procedure's five steps. */
export interface StepView {
  readonly id: 'identify' | 'approve' | 'review' | 'deploy' | 'post-mortem';
  readonly title: string;
  readonly state: StepState;
  /** One sentence: where this step stands. */
  readonly detail: string;
}

export interface DecisionView {
  readonly by: string;
  readonly at: string;
  /** The comment of an approval, the reason of a rejection; may be empty. */
  readonly text: string;
}

export interface ApprovalView extends DecisionView {
  readonly retroactive: boolean;
}

/** What a person may do here now, found by asking the same rules that will answer the act. */
export type Offer =
  | { readonly kind: 'approve' | 'reject' | 'lift-rejection' | 'override-rejection' | 'withdraw'; readonly slot: Slot }
  | { readonly kind: 'propose-change' };

export interface SlotView {
  readonly slot: Slot;
  readonly title: string;
  readonly groupName: string;
  readonly state: 'missing' | 'approved' | 'rejected' | 'stale' | 'void';
  readonly approval: ApprovalView | null;
  readonly rejections: readonly DecisionView[];
  /** What keeps this slot from counting and who can mend it; null when it counts. */
  readonly missing: string | null;
  /** What changed since the approval was given; empty unless stale. */
  readonly changed: readonly Difference[];
}

export interface NextStepView {
  readonly headline: string;
  readonly detail: string;
  /** `act`: this viewer can do it now. `wait`: somebody else has to. `done`: nothing is open. */
  readonly tone: 'act' | 'wait' | 'done' | 'problem';
}

export interface ChangeView {
  readonly issueKey: string;
  readonly number: number | null;
  /** The content digest on this screen; an approval carries it back. */
  readonly digest: Digest;
  readonly stage: Stage;
  readonly summary: string;
  readonly kind: string | null;
  readonly proposedChange: ProposedChange | null;
  readonly gateOpen: boolean;
  readonly steps: readonly StepView[];
  readonly slots: readonly SlotView[];
  readonly next: NextStepView;
  readonly offers: readonly Offer[];
}

/** Why there is nothing to show or do here, in a sentence for the person. */
export interface NotHere {
  readonly kind: 'not-here';
  readonly message: string;
}

/** The answer could not be made; nothing was recorded by this call unless a retry of the same command says so. */
export interface Failed {
  readonly kind: 'failed';
  readonly message: string;
}

export type ViewReply = { readonly kind: 'change'; readonly change: ChangeView } | NotHere | Failed;

export interface ActRequest {
  /** A UUID made once for the intended act, and kept when it is tried again. */
  readonly commandId: string;
  readonly act: Act;
}

export type ActReply =
  | { readonly kind: 'recorded'; readonly change: ChangeView }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly change: ChangeView }
  | NotHere
  | Failed;

/** Function key -> what it takes and what it answers, as `makeInvoke` and `makeResolver` want it. */
export type PanelCalls = Record<'view', () => ViewReply> & Record<'act', (request: ActRequest) => ActReply>;
