import { useState } from 'react';
import type { DefaultsView, FieldMessage, SettingsDraft, SiteView } from '../../../api-settings';
import { notReached } from '../../project-settings/settings-calls';
import { isSame, isWithin, messageFor, type SettingsForm } from '../../project-settings/settings-form';
import { callSite } from '../site-calls';

export type DefaultsNotice =
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly message: string }
  /** Somebody else saved these in the meantime. */
  | { readonly kind: 'changed-meanwhile'; readonly message: string; readonly theirs: DefaultsView };

/** What new projects start from, as it is edited. The command id is kept until something is saved. */
export function useDefaults({ defaults, choices }: SiteView) {
  const [saved, setSaved] = useState(defaults);
  const [draft, setDraft] = useState<SettingsDraft>(defaults.draft);
  const [problems, setProblems] = useState<readonly FieldMessage[]>([]);
  const [notice, setNotice] = useState<DefaultsNotice>();
  const [isSaving, setSaving] = useState(false);
  const [commandId, setCommandId] = useState<string>(() => crypto.randomUUID());
  const [generation, setGeneration] = useState(0);

  const form: SettingsForm = {
    draft,
    saved: saved.draft,
    choices,
    change: (field, edit) => {
      setDraft(edit);
      setNotice(undefined);
      setCommandId(crypto.randomUUID());
      setProblems((before) => before.filter((one) => !isWithin(one.field, field)));
    },
    problemOf: (field) => messageFor(problems, field),
    warningOf: () => undefined,
  };

  const take = (view: DefaultsView) => {
    setSaved(view);
    setDraft(view.draft);
    setProblems([]);
    setCommandId(crypto.randomUUID());
    setGeneration((before) => before + 1);
  };

  const save = async (seq: number): Promise<void> => {
    setSaving(true);
    const reply = await callSite('save-defaults', { commandId, seq, draft, note: '' }).catch(notReached);
    setSaving(false);
    switch (reply.kind) {
      case 'saved':
        take(reply.defaults);
        setNotice({ kind: 'saved' });
        return;
      case 'problems':
        setNotice(undefined);
        setProblems(reply.problems);
        return;
      case 'changed-meanwhile':
        setNotice({ kind: 'changed-meanwhile', message: reply.message, theirs: reply.defaults });
        return;
      case 'not-allowed':
      case 'failed':
        setNotice({ kind: 'failed', message: reply.message });
        return;
    }
  };

  return {
    saved: saved.draft,
    form,
    generation,
    problems,
    notice,
    isSaving,
    isChanged: !isSame(draft, saved.draft),
    save: () => save(saved.seq),
    /** Saves over what somebody else saved. */
    saveOver: ({ seq }: DefaultsView) => save(seq),
    takeTheirs: (theirs: DefaultsView) => {
      take(theirs);
      setNotice(undefined);
    },
    undo: () => take(saved),
  };
}

export type DefaultsOnScreen = ReturnType<typeof useDefaults>;
