import { Stack } from '@forge/react';
import type { Choice, SettingsDraft } from '../../../api-settings';
import { counted } from '../counted';
import { NumberField } from '../inputs/number-field';
import { OneField } from '../inputs/select-fields';
import { Section } from '../section';
import { isSame, type SettingsForm } from '../settings-form';
import { NumberRuleField } from './rules-part';
import type { NumberRule } from './rule-words';

type FollowUp = keyof SettingsDraft['assignees'];
type Assignee = SettingsDraft['assignees'][FollowUp];
type Slot = keyof SettingsDraft['attendees'];

const DAYS: NumberRule = {
  rule: 'followUpWithinBusinessDays',
  label: 'Post-mortem, documentation and pull request are done within',
  unit: 'business days',
  help: 'The procedure asks for 3. The day of the deployment does not count.',
};

const ATTENDEES: readonly { readonly slot: Slot; readonly label: string }[] = [
  { slot: 'engineering-lead', label: 'Engineering Leads who confirm that they took part' },
  { slot: 'security', label: 'Members of the Security Team who confirm that they took part' },
];

const SUBTASKS: readonly { readonly followUp: FollowUp; readonly label: string }[] = [
  { followUp: 'post-mortem', label: 'The post-mortem subtask goes to' },
  { followUp: 'change-documentation', label: 'The change documentation subtask goes to' },
  { followUp: 'pull-request', label: 'The pull request subtask goes to' },
];

const ASSIGNEES: readonly (Choice & { readonly value: Assignee })[] = [
  { value: 'reporter', label: 'The reporter of the change' },
  { value: 'assignee', label: 'The assignee of the change' },
  { value: 'deployer', label: 'Whoever deployed it' },
  { value: 'nobody', label: 'Nobody yet' },
];

/** What follows a deployment, until when, and by whom. */
export function PostMortemPart({ form }: { readonly form: SettingsForm }) {
  const { draft, saved } = form;
  const [one, other] = [draft, saved].map(({ rules, attendees, assignees }) => ({
    days: rules.followUpWithinBusinessDays,
    attendees,
    assignees,
  }));
  const hasProblem = [`rules.${DAYS.rule}`, 'attendees', 'assignees'].some((at) => form.problemOf(at) !== undefined);
  const days = draft.rules.followUpWithinBusinessDays;
  return (
    <Section
      title="Post-mortem"
      summary={`Due ${counted(days, 'business day')} after the day of the deployment.`}
      isChanged={!isSame(one, other)}
      hasProblem={hasProblem}
    >
      <Stack space="space.200">
        <NumberRuleField form={form} words={DAYS} />
        {ATTENDEES.map(({ slot, label }) => (
          <NumberField
            key={slot}
            form={form}
            field={`attendees.${slot}`}
            label={label}
            unit="or more"
            help="The procedure asks for both teams. One of those who confirm did not write the report."
            value={draft.attendees[slot]}
            onChange={(value) =>
              form.change(`attendees.${slot}`, (before) => ({
                ...before,
                attendees: { ...before.attendees, [slot]: value },
              }))
            }
          />
        ))}
        {SUBTASKS.map(({ followUp, label }) => (
          <OneField
            key={followUp}
            form={form}
            field={`assignees.${followUp}`}
            label={label}
            choices={ASSIGNEES}
            chosen={draft.assignees[followUp]}
            onChoose={(value) =>
              form.change(`assignees.${followUp}`, (before) => ({
                ...before,
                assignees: { ...before.assignees, [followUp]: assigneeOf(value) ?? before.assignees[followUp] },
              }))
            }
          />
        ))}
      </Stack>
    </Section>
  );
}

const assigneeOf = (value: string | null): Assignee | undefined => ASSIGNEES.find((one) => one.value === value)?.value;
