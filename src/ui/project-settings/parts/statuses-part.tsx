import { Stack } from '@forge/react';
import type { SettingsDraft } from '../../../api-settings';
import { choicesOf } from '../inputs/choice';
import { ManyField, OneField } from '../inputs/select-fields';
import { Section } from '../section';
import { isSame, type SettingsForm } from '../settings-form';

type MarkedStage = keyof SettingsDraft['statuses'];

const STAGES: readonly { readonly stage: MarkedStage; readonly label: string; readonly help: string }[] = [
  {
    stage: 'deploying',
    label: 'Statuses that mean deploying',
    help: 'Both approvals and both reviews are checked on the way into these.',
  },
  {
    stage: 'deployed',
    label: 'Statuses that mean deployed',
    help: 'The business days for the post-mortem count from here.',
  },
  {
    stage: 'closed',
    label: 'Statuses that mean closed',
    help: 'On the way in: approvals are ratified, the post-mortem is complete, documentation and pull request are linked.',
  },
  {
    stage: 'cancelled',
    label: 'Statuses that mean cancelled',
    help: 'The change was given up before it was deployed.',
  },
];

/** Which issues are emergency changes, and where they are in their life. */
export function StatusesPart({ form }: { readonly form: SettingsForm }) {
  const { draft, saved, choices, change } = form;
  const [one, other] = [draft, saved].map(({ workType, kindField, statuses }) => ({ workType, kindField, statuses }));
  const hasProblem = ['workType', 'kindField', 'statuses'].some((field) => form.problemOf(field) !== undefined);
  return (
    <Section
      title="Work type and statuses"
      summary={`${draft.workType} is the work type of emergency changes. Deployed: ${listed(draft.statuses.deployed)}. Closed: ${listed(draft.statuses.closed)}.`}
      isChanged={!isSame(one, other)}
      hasProblem={hasProblem}
    >
      <Stack space="space.200">
        <OneField
          form={form}
          field="workType"
          label="Work type of emergency changes"
          help="Each issue of this work type goes through the procedure."
          choices={choicesOf(choices.workTypes)}
          chosen={draft.workType}
          onChoose={(value) => change('workType', (before) => ({ ...before, workType: value ?? before.workType }))}
        />
        <OneField
          form={form}
          field="kindField"
          label="Field for the kind of critical issue"
          help="A select field. What it says belongs to what people approve."
          choices={choicesOf(choices.kindFields)}
          chosen={draft.kindField}
          onChoose={(value) => change('kindField', (before) => ({ ...before, kindField: value ?? before.kindField }))}
        />
        {STAGES.map(({ stage, label, help }) => (
          <ManyField
            key={stage}
            form={form}
            field={`statuses.${stage}`}
            label={label}
            help={help}
            none="None"
            choices={choicesOf(choices.statuses)}
            chosen={draft.statuses[stage]}
            onChoose={(names) =>
              change(`statuses.${stage}`, (before) => ({
                ...before,
                statuses: { ...before.statuses, [stage]: names },
              }))
            }
          />
        ))}
      </Stack>
    </Section>
  );
}

const listed = (names: readonly string[]): string => names.join(', ') || 'none';
