import type { Principal } from '../../seams';
import type { JiraStore } from '../store';
import type { Matcher } from './fields/jql-field';
import type { Indexed } from './index/search-index';

/** Who asks a query, when, and of what. */
export interface Asking {
  readonly store: JiraStore;
  readonly who: Principal;
  readonly now: Date;
  /** The caller's time zone, in which days begin and end. */
  readonly timeZone: string;
  readonly indexed: Indexed;
  /** The ids of the saved filters whose queries are being read, the innermost last. */
  readonly within: readonly string[];
  /** The query of a saved filter as part of this one. */
  readonly matcherOf: (jql: string, asking: Asking) => Matcher;
}
