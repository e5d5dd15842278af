import type { Invocation } from '../forge/invocation';

/** A run of a function, without what it was given and what it returned. */
export const invocationJson = ({ id, functionKey, moduleKey, startedAt, endedAt, outcome }: Invocation) => ({
  id,
  functionKey,
  moduleKey,
  startedAt,
  endedAt,
  outcome: outcome?.kind === 'returned' ? { kind: outcome.kind } : outcome,
});
