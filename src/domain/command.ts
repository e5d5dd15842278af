import type { ProposedChange } from './content';
import type { AccountId, CommandId, Digest, Moment } from './ids';
import type { IssueFacts } from './issue-facts';
import type { DocumentKind, Group, ReviewKind, Slot } from './policy';
import type { Attestation } from './record-shapes';

/** What a person may do to a change. `expectedDigest` is the content digest that was on his screen. */
export type Act =
  | { readonly kind: 'acknowledge' }
  | { readonly kind: 'approve'; readonly slot: Slot; readonly comment: string; readonly expectedDigest: Digest }
  | {
      readonly kind: 'report-approval';
      readonly slot: Slot;
      readonly form: 'verbal' | 'written';
      /** Who approved, as the witness says. */
      readonly approver: AccountId;
      readonly channel: string;
      readonly saidAt: Moment;
      readonly note: string;
      /** Of a written approval; empty for a verbal one. */
      readonly link: string;
      readonly expectedDigest: Digest;
    }
  | { readonly kind: 'ratify'; readonly slot: Slot; readonly expectedDigest: Digest }
  | { readonly kind: 'repudiate'; readonly slot: Slot; readonly reason: string }
  | { readonly kind: 'reject'; readonly slot: Slot; readonly reason: string }
  | { readonly kind: 'lift-rejection'; readonly slot: Slot; readonly reason: string }
  | {
      readonly kind: 'override-rejection';
      readonly slot: Slot;
      readonly reason: string;
      readonly expectedDigest: Digest;
    }
  | { readonly kind: 'withdraw'; readonly slot: Slot; readonly reason: string }
  | ({ readonly kind: 'propose-change' } & ProposedChange)
  | {
      readonly kind: 'review';
      readonly review: ReviewKind;
      readonly attestation: Attestation;
      readonly expectedDigest: Digest;
    }
  | { readonly kind: 'link-evidence'; readonly link: string; readonly label: string }
  | { readonly kind: 'record-post-mortem'; readonly heldAt: Moment; readonly link: string }
  | { readonly kind: 'confirm-attendance'; readonly slot: Slot }
  | { readonly kind: 'link-document'; readonly document: DocumentKind; readonly link: string };

export type ActOf<Kind extends Act['kind']> = Extract<Act, { kind: Kind }>;

/** Who acts, as the platform says, with what Jira says of him at this moment. */
export interface Person {
  readonly accountId: AccountId;
  readonly groups: readonly Group[];
  readonly mayEdit: boolean;
}

export interface Command {
  readonly id: CommandId;
  readonly act: Act;
  readonly person: Person;
  /** The groups of the approver whom a report names, as Jira says; null where the act names nobody. */
  readonly namedGroups: readonly Group[] | null;
  readonly facts: IssueFacts;
  /** When `person` and `facts` were read from Jira. */
  readonly checkedAt: Moment;
}
