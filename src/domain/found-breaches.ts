import type { Breach, BreachRule } from './breach';
import { type Change, firstEntry } from './change';
import type { EventOf } from './event';
import type { Moment } from './ids';
import { isLate, type Obligation } from './obligation';
import { type Slot, SLOTS } from './policy';
import type { Verdict } from './record-shapes';

/** Breaches that the rows and the time show and that are not flagged yet. */
export function foundBreaches(change: Change, now: Moment): readonly EventOf<'breached'>[] {
  const flagged = new Set(change.breaches.map(({ id }) => id));
  return [
    ...change.obligations.filter((obligation) => isLate(obligation, now)).map(lateness),
    ...gateBreaches(change, now),
    ...repudiations(change),
    ...approversWhoWereNotFree(change),
    ...whereaboutsBreaches(change, now),
  ]
    .filter(({ id }) => !flagged.has(id))
    .map((breach) => ({ type: 'breached', ...breach }));
}

function lateness({ id, duty, due, rule }: Obligation): Breach {
  const late = { id: `late:${id}`, happenedAt: due };
  switch (duty.kind) {
    case 'notification':
      return { ...late, rule: 'notification-late', detail: `Both groups were not told within ${rule}.` };
    case 'ratification':
      return {
        ...late,
        rule: 'ratification-late',
        detail: `A reported approval was not ratified within ${rule}.`,
      };
    case 'mark-deployed':
      return {
        ...late,
        rule: 'mark-deployed-late',
        detail: `The deployment was not marked as deployed within ${rule}.`,
      };
    case 'follow-up':
      return { ...late, rule: `${duty.followUp}-late`, detail: FOLLOW_UP_LATE[duty.followUp](rule) };
  }
}

const FOLLOW_UP_LATE = {
  'post-mortem': (rule: string) => `The post-mortem was not complete within ${rule} after the deployment.`,
  'change-documentation': (rule: string) =>
    `The change documentation was not linked within ${rule} after the deployment.`,
  'pull-request': (rule: string) => `The pull request was not linked within ${rule} after the deployment.`,
};

function gateBreaches(change: Change, now: Moment): readonly Breach[] {
  const passed = change.passages.flatMap(({ move, verdict }, index): Breach[] => {
    const rule = GATE_RULE[verdict.gate][verdict.verdict];
    // Named by the place among the passages: one row may tell of several.
    return rule === null
      ? []
      : [{ id: `${rule}:${index + 1}`, rule, happenedAt: move.at, detail: gateDetail(rule, verdict.missing) }];
  });
  return [...passed, ...unseenDeployment(change, now)];
}

const NO_BREACH = { clean: null, 'satisfied-ungated': null };

const GATE_RULE: Readonly<Record<Verdict['gate'], Readonly<Record<Verdict['verdict'], BreachRule | null>>>> = {
  deploy: { ...NO_BREACH, bypass: 'deployed-past-gate', unproven: 'deployment-unproven' },
  closure: { ...NO_BREACH, bypass: 'closed-past-gate', unproven: 'closed-past-gate' },
};

const gateDetail = (rule: BreachRule, missing: readonly string[]): string => {
  const what =
    rule === 'closed-past-gate' ? 'Closed past the closed gate.' : 'Went into deployment past the closed gate.';
  return [rule === 'deployment-unproven' ? 'It cannot be proven that the gate was open.' : what, ...missing].join(' ');
};

/** Deployed by its status although no move of its history passed the gate. */
function unseenDeployment(change: Change, now: Moment): readonly Breach[] {
  const deployed = change.stage === 'deploying' || change.stage === 'deployed';
  if (!deployed || change.passages.some(({ verdict }) => verdict.gate === 'deploy')) return [];
  const detail = 'The issue is in deployment, and its history does not tell how it got there.';
  return [{ id: 'deployment-unproven:status', rule: 'deployment-unproven', happenedAt: now, detail }];
}

/** Deployed on the strength of an approval that its approver disowned. */
const repudiations = (change: Change): readonly Breach[] =>
  SLOTS.flatMap((slot) =>
    change.slots[slot].repudiated
      .filter(({ approvedAt, at }) =>
        change.passages.some(
          ({ verdict, move }) => verdict.gate === 'deploy' && move.at >= approvedAt && move.at <= at,
        ),
      )
      .map(({ seq, at, reason }): Breach => ({
        id: `approval-repudiated:${seq}`,
        rule: 'approval-repudiated',
        happenedAt: at,
        detail: `Deployed on the strength of an approval that the named approver did not give: ${reason}`,
      })),
  );

function approversWhoWereNotFree(change: Change): readonly Breach[] {
  const entry = firstEntry(change);
  if (entry === undefined) return [];
  const { deployerMayApprove } = change.policy.content.rules;
  const entries = change.passages.filter(({ verdict }) => verdict.gate === 'deploy');
  return SLOTS.flatMap((slot: Slot): Breach[] => {
    const { approval } = change.slots[slot];
    if (approval === null) return [];
    const found: Breach[] = [];
    if (entry.requesters.includes(approval.by)) {
      const detail = 'One of the approvers was reporter, creator or assignee when the change was deployed.';
      const about = { id: `requester-approved:${approval.seq}`, happenedAt: entry.move.at };
      found.push({ ...about, rule: 'requester-approved', detail });
    }
    const own = entries.find(({ move }) => move.by === approval.by);
    if (!deployerMayApprove && own !== undefined) {
      const detail = 'One of the approvers deployed the change as well.';
      const about = { id: `deployer-approved:${approval.seq}`, happenedAt: own.move.at };
      found.push({ ...about, rule: 'deployer-approved', detail });
    }
    return found;
  });
}

/** Dated by when the app came to know; the row itself tells what Jira's history says. */
function whereaboutsBreaches(change: Change, now: Moment): readonly Breach[] {
  const strayed = change.strayed.map(({ to, name, at }): Breach =>
    to === 'project'
      ? {
          id: `moved-away:${name}`,
          rule: 'moved-away',
          happenedAt: at,
          detail: 'The issue was moved out of the project whose procedure it follows.',
        }
      : { id: `retyped:${name}`, rule: 'retyped', happenedAt: at, detail: `The work type was changed to ${name}.` },
  );
  // To and fro twice is the same breach.
  const once = [...new Map(strayed.map((breach) => [breach.id, breach])).values()];
  return change.whereabouts === 'deleted'
    ? [...once, { id: 'deleted', rule: 'deleted', happenedAt: now, detail: 'The issue was deleted.' }]
    : once;
}
