import { useState } from 'react';
import type { SetUpView, SettingsChoices, SettingsDraft } from '../../../api-settings';
import type { SettingsForm } from '../../project-settings/settings-form';

/** The groups that the first settings of a project will name, as the inputs of the settings want them. */
export function useFirstGroups(defaults: SettingsDraft, choices: SettingsChoices) {
  const [draft, setDraft] = useState<SettingsDraft>(defaults);
  const form: SettingsForm = {
    draft,
    saved: defaults,
    choices,
    change: (_field, edit) => setDraft(edit),
    problemOf: () => undefined,
    warningOf: () => undefined,
  };
  const groups: SetUpView['groups'] = {
    'engineering-lead': draft.groups['engineering-lead'],
    security: draft.groups.security,
  };
  return { form, groups };
}
