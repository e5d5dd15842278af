import { Box, Stack, xcss } from '@forge/react';
import type { SettingsDraft } from '../../../api-settings';
import { counted } from '../counted';
import { NumberField } from '../inputs/number-field';
import { YesField } from '../inputs/yes-field';
import { Section } from '../section';
import { isSame, type SettingsForm } from '../settings-form';
import { APPROVAL_RULES, type NumberRule, TIME_RULES, type YesRule } from './rule-words';

/** Below the words of the box above it. */
const belowLabel = xcss({ paddingInlineStart: 'space.300' });

const HOURS_AT_FIRST = 24;
const EXPIRY = 'rules.approvalExpiresAfterHours';

/** Due times of the post-mortem have a section of their own. */
const without = ({ followUpWithinBusinessDays: _, ...rules }: SettingsDraft['rules']) => rules;

/** What an approval is worth, and how long things may take. */
export function RulesPart({ form }: { readonly form: SettingsForm }) {
  const { rules } = form.draft;
  const hasProblem = [...APPROVAL_RULES, ...TIME_RULES, { rule: 'approvalExpiresAfterHours' }].some(
    ({ rule }) => form.problemOf(`rules.${rule}`) !== undefined,
  );
  return (
    <Section
      title="Rules"
      summary={`Groups are told within ${counted(rules.notifyWithinMinutes, 'minute')}. Reported approvals are ratified within ${counted(rules.ratifyWithinBusinessDays, 'business day')}.`}
      isChanged={!isSame(without(rules), without(form.saved.rules))}
      hasProblem={hasProblem}
    >
      <Stack space="space.200">
        {APPROVAL_RULES.map((words) => (
          <YesRuleField key={words.rule} form={form} words={words} />
        ))}
        <ExpiryFields form={form} />
        {TIME_RULES.map((words) => (
          <NumberRuleField key={words.rule} form={form} words={words} />
        ))}
      </Stack>
    </Section>
  );
}

const YesRuleField = ({ form, words }: { readonly form: SettingsForm; readonly words: YesRule }) => (
  <YesField
    form={form}
    field={`rules.${words.rule}`}
    label={words.label}
    help={words.help}
    value={form.draft.rules[words.rule]}
    onChange={(value) =>
      form.change(`rules.${words.rule}`, (draft) => ({ ...draft, rules: { ...draft.rules, [words.rule]: value } }))
    }
  />
);

export const NumberRuleField = ({ form, words }: { readonly form: SettingsForm; readonly words: NumberRule }) => (
  <NumberField
    form={form}
    field={`rules.${words.rule}`}
    label={words.label}
    unit={words.unit}
    help={words.help}
    value={form.draft.rules[words.rule]}
    onChange={(value) =>
      form.change(`rules.${words.rule}`, (draft) => ({ ...draft, rules: { ...draft.rules, [words.rule]: value } }))
    }
  />
);

function ExpiryFields({ form }: { readonly form: SettingsForm }) {
  const hours = form.draft.rules.approvalExpiresAfterHours;
  const put = (value: number | null) =>
    form.change(EXPIRY, (draft) => ({ ...draft, rules: { ...draft.rules, approvalExpiresAfterHours: value } }));
  return (
    <Stack space="space.100">
      <YesField
        form={{ ...form, problemOf: () => undefined }}
        field="approvals-expire"
        label="An approval that is not used expires"
        help="Off unless your own rules ask for it. The procedure does not."
        value={hours !== null}
        onChange={(isOn) => put(isOn ? HOURS_AT_FIRST : null)}
      />
      {hours !== null && (
        <Box xcss={belowLabel}>
          <NumberField
            form={form}
            field={EXPIRY}
            label="An approval expires after"
            unit="hours"
            help="Counted from when it was given."
            value={hours}
            onChange={put}
          />
        </Box>
      )}
    </Stack>
  );
}
