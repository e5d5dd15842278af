import type { Offer } from '../api';
import type { Change } from '../domain/change';
import type { Person } from '../domain/command';
import type { IssueFacts } from '../domain/issue-facts';
import type { GateFacts } from '../domain/slot-standing';

/** Everything that the words on the panel are chosen by. */
export interface Scene {
  readonly change: Change;
  readonly facts: IssueFacts;
  readonly held: GateFacts;
  readonly person: Person;
  readonly offers: readonly Offer[];
}
