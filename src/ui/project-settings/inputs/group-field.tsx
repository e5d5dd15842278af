import { ErrorMessage, Select, Stack } from '@forge/react';
import type { GroupRole, PolicyGroup } from '../../../api-settings';
import type { SettingsForm } from '../settings-form';
import { chosenValues } from './choice';
import { DraftField, inputId } from './draft-field';
import { useGroupSearch } from './use-group-search';

interface GroupFieldProps {
  readonly form: SettingsForm;
  readonly role: GroupRole;
  readonly label: string;
  readonly help: string;
  /** What none means. */
  readonly none: string;
}

/** Several groups of the site or roles of the project. */
export function GroupField({ form, role, label, help, none }: GroupFieldProps) {
  const { found, problem, isSearching, search } = useGroupSearch();
  const field = `groups.${role}`;
  const chosen = form.draft.groups[role];
  const offered = [...form.choices.roles, ...found].filter((one) => !chosen.some((other) => isAlike(one, other)));
  const all = [...chosen, ...offered];
  const choose = (picked: unknown) => {
    const keys = chosenValues(picked);
    const groups = all.filter((one) => keys.includes(keyOf(one)));
    form.change(field, (draft) => ({ ...draft, groups: { ...draft.groups, [role]: groups } }));
  };
  return (
    <Stack space="space.050">
      <DraftField form={form} field={field} label={label} help={help}>
        <Select
          inputId={inputId(field)}
          isMulti
          isLoading={isSearching}
          isInvalid={form.problemOf(field) !== undefined}
          placeholder={none}
          options={[
            { label: 'Roles of this project', options: optionsOf(offered, 'role') },
            { label: 'Groups', options: optionsOf(offered, 'group') },
          ]}
          value={chosen.map(optionOf)}
          onInputChange={search}
          onChange={choose}
        />
      </DraftField>
      {problem !== undefined && <ErrorMessage>{problem}</ErrorMessage>}
    </Stack>
  );
}

/** Settings that nobody has saved yet know their groups by name only. */
const isAlike = (one: PolicyGroup, other: PolicyGroup): boolean =>
  one.kind === other.kind && (one.id === null || other.id === null ? one.name === other.name : one.id === other.id);

const keyOf = ({ kind, id, name }: PolicyGroup): string => JSON.stringify([kind, id, name]);

const optionOf = (group: PolicyGroup) => ({
  value: keyOf(group),
  label: group.kind === 'role' ? `${group.name} (role)` : group.name,
});

const optionsOf = (groups: readonly PolicyGroup[], kind: PolicyGroup['kind']) =>
  groups.filter((one) => one.kind === kind).map(optionOf);
