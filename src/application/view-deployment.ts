import type { DeploymentView } from '../api';
import { type Change, firstEntry } from '../domain/change';
import { isOpen } from '../domain/obligation';

export function viewDeployment(change: Change): DeploymentView {
  const entry = firstEntry(change);
  const marking = change.obligations.find((one) => one.duty.kind === 'mark-deployed' && isOpen(one));
  return {
    entry:
      entry === undefined
        ? null
        : {
            at: entry.move.at,
            by: entry.move.by,
            verdict: entry.verdict.verdict,
            missing: entry.verdict.missing,
          },
    deployedAt: change.deployed?.at ?? null,
    markBy: marking?.due ?? null,
    evidence: change.evidence.map(({ link, label, by, at }) => ({ link, label, by, at })),
  };
}
