/**
 * The calls between the issue panel and its resolver, shared by both sides. Types only: the panel carries none of the
 * core. Moments are ISO 8601 text in UTC; people are Atlassian account ids.
 */
import type { BreachRule } from './domain/breach';
import type { Act } from './domain/command';
import type { Difference, ProposedChange } from './domain/content';
import type { Digest } from './domain/ids';
import type { Phase } from './domain/phase';
import type { DocumentKind, FollowUp, ReviewKind, Slot, Stage } from './domain/policy';
import type { Attestation, Risk, Verdict } from './domain/record-shapes';

export type {
  Act,
  Attestation,
  Difference,
  DocumentKind,
  FollowUp,
  Phase,
  ProposedChange,
  ReviewKind,
  Risk,
  Slot,
  Stage,
};

export type StepState = 'done' | 'current' | 'waiting' | 'problem';

/** One of the procedure's five steps. */
export interface StepView {
  readonly id: 'identify' | 'approve' | 'review' | 'deploy' | 'post-mortem';
  readonly title: string;
  readonly state: StepState;
  /** One sentence: where this step stands. */
  readonly detail: string;
}

/** Somebody did something at a time. */
export interface DoneBy {
  readonly by: string;
  readonly at: string;
}

export interface DecisionView extends DoneBy {
  /** The comment of an approval, the reason of a rejection; may be empty. */
  readonly text: string;
}

/** How an approval was given that somebody else reported. `link` is null for a verbal one. */
export interface ReportView {
  readonly form: 'verbal' | 'written';
  readonly witness: string;
  readonly channel: string;
  readonly saidAt: string;
  readonly link: string | null;
}

export interface ApprovalView extends DecisionView {
  readonly retroactive: boolean;
  readonly report: ReportView | null;
  readonly ratifiedAt: string | null;
}

/** What a person may do here now, found by asking the same rules that will answer the act. */
export type Offer =
  | {
      readonly kind:
        | 'approve'
        | 'report-approval'
        | 'ratify'
        | 'repudiate'
        | 'reject'
        | 'lift-rejection'
        | 'override-rejection'
        | 'withdraw'
        | 'confirm-attendance';
      readonly slot: Slot;
    }
  | { readonly kind: 'review'; readonly review: ReviewKind }
  | { readonly kind: 'link-document'; readonly document: DocumentKind }
  | { readonly kind: 'acknowledge' | 'propose-change' | 'link-evidence' | 'record-post-mortem' };

/** Those of one slot who are told of the change, or those whom it was escalated to. */
export interface CalledGroupView {
  readonly slot: Slot | 'escalation';
  readonly title: string;
  /** All groups that are told, such as "group security-team" or "security-team and the role Security". */
  readonly groupName: string;
  readonly state: 'sent' | 'sending' | 'failed';
  readonly sentAt: string | null;
  /** Why the last attempt failed, in words; null unless it did. */
  readonly failure: string | null;
  readonly acknowledged: readonly DoneBy[];
}

export interface SlotView {
  readonly slot: Slot;
  readonly title: string;
  readonly groupName: string;
  readonly state: 'missing' | 'approved' | 'unratified' | 'rejected' | 'stale' | 'expired' | 'void';
  readonly approval: ApprovalView | null;
  readonly rejections: readonly DecisionView[];
  readonly repudiated: readonly DecisionView[];
  /** When a reported approval has to be ratified; null unless one waits for it. */
  readonly ratifyBy: string | null;
  /** What keeps this slot from counting and who can mend it; null when it counts. */
  readonly missing: string | null;
  /** What changed since the approval was given; empty unless stale. */
  readonly changed: readonly Difference[];
  /** How many more people of the slot have to confirm that they took part in the post-mortem. */
  readonly attendeesWanted: number;
}

export interface ReviewView {
  readonly review: ReviewKind;
  readonly title: string;
  readonly state: 'missing' | 'passed' | 'failed' | 'stale' | 'void';
  readonly done: (DoneBy & { readonly attestation: Attestation; readonly retroactive: boolean }) | null;
  readonly missing: string | null;
  readonly changed: readonly Difference[];
}

export interface EvidenceView extends DoneBy {
  readonly link: string;
  readonly label: string;
}

export interface DeploymentView {
  /** The first entry into deployment, with its verdict; null before it. */
  readonly entry: {
    readonly at: string;
    readonly by: string | null;
    readonly verdict: Verdict['verdict'];
    /** What was missing then, in sentences. */
    readonly missing: readonly string[];
  } | null;
  readonly deployedAt: string | null;
  /** By when it has to be marked as deployed; null unless that is open. */
  readonly markBy: string | null;
  readonly evidence: readonly EvidenceView[];
}

export interface FollowUpView {
  readonly followUp: FollowUp;
  readonly title: string;
  readonly state: 'not-begun' | 'open' | 'done' | 'overdue' | 'done-late';
  readonly due: string | null;
  readonly doneAt: string | null;
  /** The link that completes it, or of the post-mortem its report. */
  readonly link: string | null;
}

export interface PostMortemView {
  readonly heldAt: string;
  readonly link: string;
  readonly author: string;
  /** By slot, who confirmed to have taken part. */
  readonly attendance: readonly (DoneBy & { readonly slot: Slot })[];
}

export interface BreachView {
  readonly id: string;
  readonly rule: BreachRule;
  readonly title: string;
  readonly happenedAt: string;
  readonly detail: string;
  /** What can be done now; the breach itself stays on record. */
  readonly whatNow: string;
}

export interface NextStepView {
  readonly headline: string;
  readonly detail: string;
  /** `act`: this viewer can do it now. `wait`: somebody else has to. `done`: nothing is open. */
  readonly tone: 'act' | 'wait' | 'done' | 'problem';
  /** What a button beside it does, where there is one thing to do. */
  readonly offer: Offer | null;
}

export interface ChangeView {
  readonly issueKey: string;
  readonly number: number | null;
  /** The content digest on this screen; an approval carries it back. */
  readonly digest: Digest;
  readonly stage: Stage;
  readonly phase: Phase;
  readonly summary: string;
  readonly kind: string | null;
  readonly proposedChange: ProposedChange | null;
  /** The project's time zone, in which business days are counted. */
  readonly timeZone: string;
  /** When this was read; what is left of a due time is counted from here. */
  readonly at: string;
  readonly breaches: readonly BreachView[];
  readonly next: NextStepView;
  readonly steps: readonly StepView[];
  readonly called: readonly CalledGroupView[];
  readonly slots: readonly SlotView[];
  readonly reviews: readonly ReviewView[];
  readonly deployment: DeploymentView;
  readonly followUps: readonly FollowUpView[];
  readonly postMortem: PostMortemView | null;
  /** Who has to confirm the part in the post-mortem, such as "2 Engineering Leads and a member of the Security Team". */
  readonly attendees: string;
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

/** One thing that a row of the ledger tells, as a sentence. */
export interface HistoryEntryView {
  readonly seq: number;
  readonly at: string;
  /** Who wrote the row; null: the app by itself. */
  readonly actor: string | null;
  readonly sentence: string;
  /** Others whom the sentence is about. */
  readonly about: readonly string[];
}

export interface History {
  readonly kind: 'history';
  /** Newest first. */
  readonly entries: readonly HistoryEntryView[];
  /** Whether every row follows the one before it, unaltered; and what is wrong if not. */
  readonly chain:
    { readonly holds: true; readonly headHash: string } | { readonly holds: false; readonly problem: string };
}

export type HistoryReply = History | NotHere | Failed;

/** Function key -> what it takes and what it answers, as `makeInvoke` and `makeResolver` want it. */
export type PanelCalls = Record<'view', () => ViewReply> &
  Record<'act', (request: ActRequest) => ActReply> &
  Record<'history', () => HistoryReply>;
