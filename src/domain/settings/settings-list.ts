import type { Holiday } from '../calendar/business-calendar';
import type { FollowUp, Policy, PolicyGroup, Slot } from '../policy';
import {
  allowing,
  demanding,
  expiring,
  fixed,
  free,
  growing,
  isCalled,
  mayDecide,
  mayReview,
  moreIsStricter,
  sameGroups,
  type Setting,
  setting,
  shorterIsStricter,
  shrinking,
} from './setting';

type Rules = Policy['rules'];
type RulesOf<Value> = { [Rule in keyof Rules]: Rules[Rule] extends Value ? Rule : never }[keyof Rules];

const yesOrNo = (value: boolean) => (value ? 'Yes' : 'No');
const counted = (one: string) => (value: number) => `${value} ${value === 1 ? one : `${one}s`}`;
const orNever = (value: number | null) => (value === null ? 'Never' : counted('hour')(value));
const named = (groups: readonly PolicyGroup[]) =>
  groups.map(({ kind, name }) => (kind === 'role' ? `${name} (role)` : name)).join(', ');
const listed = (names: readonly string[]) => names.join(', ') || 'None';

function ofGroups(role: keyof Policy['groups'], title: string, none: string) {
  return {
    title,
    get: ({ groups }: Policy) => groups[role],
    put: (policy: Policy, value: PolicyGroup[]): Policy => ({
      ...policy,
      groups: { ...policy.groups, [role]: value },
    }),
    show: (value: PolicyGroup[]) => named(value) || none,
    same: sameGroups,
  };
}

function ofRule<Rule extends keyof Rules>(rule: Rule, title: string, show: (value: Rules[Rule]) => string) {
  return {
    title,
    get: ({ rules }: Policy) => rules[rule],
    put: (policy: Policy, value: Rules[Rule]): Policy => ({ ...policy, rules: { ...policy.rules, [rule]: value } }),
    show,
  };
}

const mayBe = (rule: RulesOf<boolean>, title: string) => setting(ofRule(rule, title, yesOrNo), allowing);
const within = (rule: RulesOf<number>, title: string, unit: string) =>
  setting(ofRule(rule, title, counted(unit)), shorterIsStricter);

/** A status that the base uses for another stage stays there. */
function gatedStage(stage: 'deploying' | 'deployed' | 'closed', title: string): Setting {
  const ofStage = {
    title,
    get: ({ statuses }: Policy) => statuses[stage],
    put: (policy: Policy, value: string[]): Policy => {
      const taken = Object.entries(policy.statuses).flatMap(([one, names]) => (one === stage ? [] : names));
      const names = value.filter((name) => !taken.includes(name));
      return { ...policy, statuses: { ...policy.statuses, [stage]: names } };
    },
    show: listed,
  };
  return setting(ofStage, growing<string>());
}

const cancelled = setting(
  {
    title: 'Statuses that mean cancelled',
    get: ({ statuses }) => statuses.cancelled,
    put: (policy, value: string[]) => ({ ...policy, statuses: { ...policy.statuses, cancelled: value } }),
    show: listed,
  },
  shrinking<string>(),
);

const FOLLOW_UP_TITLES: Readonly<Record<FollowUp, string>> = {
  'post-mortem': 'Post-mortem subtask goes to',
  'change-documentation': 'Documentation subtask goes to',
  'pull-request': 'Pull request subtask goes to',
};

const assignee = (followUp: FollowUp) =>
  setting(
    {
      title: FOLLOW_UP_TITLES[followUp],
      get: ({ assignees }) => assignees[followUp],
      put: (policy, value) => ({ ...policy, assignees: { ...policy.assignees, [followUp]: value } }),
      show: (value: string) => value,
    },
    free<Policy['assignees'][FollowUp]>(),
  );

const attendees = (slot: Slot, title: string) =>
  setting(
    {
      title,
      get: (policy) => policy.attendees[slot],
      put: (policy, value) => ({ ...policy, attendees: { ...policy.attendees, [slot]: value } }),
      show: String,
    },
    moreIsStricter,
  );

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

const daysOff = (holidays: readonly Holiday[]) => (holidays.length === 0 ? 'None' : counted('day')(holidays.length));

const MOST_NAMED = 10;

function datesOnlyIn(holidays: readonly Holiday[], others: readonly Holiday[]): string {
  const dates = holidays.filter(({ date }) => !others.some((one) => one.date === date)).map(({ date }) => date);
  const more = dates.length > MOST_NAMED ? ` and ${dates.length - MOST_NAMED} more` : '';
  return `${dates.slice(0, MOST_NAMED).join(', ')}${more}`;
}

const calendar: readonly Setting[] = [
  setting(
    {
      title: 'Time zone',
      get: (policy) => policy.calendar.timeZone,
      put: (policy, timeZone) => ({ ...policy, calendar: { ...policy.calendar, timeZone } }),
      show: String,
    },
    fixed<string>(),
  ),
  setting(
    {
      title: 'Working days',
      get: (policy) => policy.calendar.workingDays,
      put: (policy, days) => ({
        ...policy,
        calendar: { ...policy.calendar, workingDays: [...days].sort((a, b) => a - b) },
      }),
      show: (days) => days.map((day) => DAYS[day - 1] ?? '').join(', '),
    },
    growing<number>(),
  ),
  setting(
    {
      title: 'Days off',
      get: (policy) => policy.calendar.holidays,
      put: (policy, holidays) => ({ ...policy, calendar: { ...policy.calendar, holidays } }),
      show: daysOff,
      showChanged: (from, to) => {
        const added = datesOnlyIn(to, from);
        const gone = datesOnlyIn(from, to);
        return [daysOff(to), added && `new: ${added}`, gone && `no longer: ${gone}`].filter(Boolean).join('; ');
      },
    },
    {
      // A day off in a year that the list before did not reach gives nobody more time than was promised.
      loosens: (from, to) => {
        const reach = from.at(-1)?.date.slice(0, 4);
        return to.some(
          ({ date }) => !from.some((one) => one.date === date) && (reach === undefined || date.slice(0, 4) <= reach),
        );
      },
      stricter: (base, other) => base.filter(({ date }) => other.some((one) => one.date === date)),
    },
  ),
];

/** All that a policy sets, in the order in which people read it. */
export const SETTINGS: readonly Setting[] = [
  setting(
    {
      title: 'Emergency changes',
      get: ({ enabled }) => enabled,
      put: (policy, enabled) => ({ ...policy, enabled }),
      show: (enabled) => (enabled ? 'On' : 'Off'),
    },
    demanding,
  ),
  setting(
    {
      title: 'Work type',
      get: ({ workType }) => workType,
      put: (policy, workType) => ({ ...policy, workType }),
      show: String,
    },
    fixed<string>(),
  ),
  setting(
    {
      title: 'Field for the kind of critical issue',
      get: ({ kindField }) => kindField,
      put: (policy, kindField) => ({ ...policy, kindField }),
      show: String,
    },
    fixed<string>(),
  ),
  gatedStage('deploying', 'Statuses that mean deploying'),
  gatedStage('deployed', 'Statuses that mean deployed'),
  gatedStage('closed', 'Statuses that mean closed'),
  cancelled,
  setting(ofGroups('engineering-lead', 'Engineering Lead', 'Nobody'), mayDecide),
  setting(ofGroups('security', 'Security Team', 'Nobody'), mayDecide),
  setting(ofGroups('escalation', 'Escalation', 'Nobody'), isCalled),
  setting(ofGroups('peerReview', 'Peer reviewers', 'Anybody who may edit the issue'), mayReview),
  mayBe('reportedOpensDeployGate', 'A reported approval opens the deploy gate'),
  mayBe('oneWitnessMayReportBoth', 'One person may report both approvals'),
  setting(ofRule('reapproveOnChange', 'Approve again when the change is edited', yesOrNo), demanding),
  setting(ofRule('approvalExpiresAfterHours', 'Approvals expire after', orNever), expiring),
  mayBe('deployerMayApprove', 'Whoever deploys may have approved'),
  mayBe('approverMayReview', 'Whoever approved may review'),
  within('notifyWithinMinutes', 'Groups are told within', 'minute'),
  within('acknowledgeWithinMinutes', 'Reminded when nobody answers within', 'minute'),
  within('escalateAfterMinutes', 'Escalated after a further', 'minute'),
  within('ratifyWithinBusinessDays', 'Reported approvals are ratified within', 'business day'),
  within('markDeployedWithinHours', 'Marked as deployed within', 'hour'),
  within('followUpWithinBusinessDays', 'Post-mortem and documentation within', 'business day'),
  attendees('engineering-lead', 'Engineering Leads at the post-mortem'),
  attendees('security', 'Security members at the post-mortem'),
  assignee('post-mortem'),
  assignee('change-documentation'),
  assignee('pull-request'),
  ...calendar,
];

/** A setting in words, before and after. */
export interface SettingChange {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly loosens: boolean;
}

/** What `to` sets otherwise than `from`. */
export const changesBetween = (from: Policy, to: Policy): readonly SettingChange[] =>
  SETTINGS.filter((one) => !one.same(from, to)).map(({ title, show, showChanged, loosens }) => ({
    title,
    before: show(from),
    after: showChanged(from, to),
    loosens: loosens(from, to),
  }));

export const loosens = (from: Policy, to: Policy): boolean => SETTINGS.some((one) => one.loosens(from, to));

/** `base`, as strict as it and `other` are together; nothing in it asks less than the base. */
export const tightened = (base: Policy, other: Policy): Policy =>
  SETTINGS.reduce((policy, one) => one.tighten(policy, other), base);
