import type { ProposedChange } from './content';
import type { AccountId, CommandId, Digest, Moment } from './ids';
import type { IssueFacts } from './issue-facts';
import type { Group, Slot } from './policy';

/** What a person may do to a change. `expectedDigest` is the content digest that was on his screen. */
export type Act =
  | { readonly kind: 'approve'; readonly slot: Slot; readonly comment: string; readonly expectedDigest: Digest }
  | { readonly kind: 'reject'; readonly slot: Slot; readonly reason: string }
  | { readonly kind: 'lift-rejection'; readonly slot: Slot; readonly reason: string }
  | {
      readonly kind: 'override-rejection';
      readonly slot: Slot;
      readonly reason: string;
      readonly expectedDigest: Digest;
    }
  | { readonly kind: 'withdraw'; readonly slot: Slot; readonly reason: string }
  | ({ readonly kind: 'propose-change' } & ProposedChange);

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
  readonly facts: IssueFacts;
  /** When `person` and `facts` were read from Jira. */
  readonly checkedAt: Moment;
}
