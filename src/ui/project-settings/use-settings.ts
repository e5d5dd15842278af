import { useState } from 'react';
import type { FieldMessage, SettingsDraft, SettingsView } from '../../api-settings';
import { mergedDraft } from './merged-draft';
import { isSame, isWithin, messageFor, type SettingsForm } from './settings-form';

/** Settings that somebody else saved while a draft was being edited. */
export interface Meanwhile {
  readonly settings: SettingsView;
  readonly message: string;
}

interface OnScreen {
  /** As last told by the server. */
  readonly view: SettingsView;
  /** What the draft started from. */
  readonly base: Pick<SettingsView, 'seq' | 'draft'>;
  readonly draft: SettingsDraft;
  readonly problems: readonly FieldMessage[];
  readonly meanwhile: Meanwhile | undefined;
  /** Counts how often the draft was replaced as a whole; inputs that hold their own text start anew then. */
  readonly generation: number;
}

const startFrom = (view: SettingsView, generation: number): OnScreen => ({
  view,
  base: { seq: view.seq, draft: view.draft },
  draft: view.draft,
  problems: [],
  meanwhile: undefined,
  generation,
});

const ROLES = ['engineering-lead', 'security', 'escalation', 'peerReview'] as const;

/** Warnings are about the groups as they are saved; those of groups that were changed since are not known yet. */
const stillTrue = (warnings: readonly FieldMessage[], draft: SettingsDraft, saved: SettingsDraft) =>
  warnings.filter(
    ({ field }) =>
      !ROLES.some((role) => isWithin(field, `groups.${role}`) && !isSame(draft.groups[role], saved.groups[role])),
  );

/** The settings on screen, and what becomes of the draft when the server tells of others. */
export function useSettings(first: SettingsView) {
  const [screen, setScreen] = useState(() => startFrom(first, 0));
  const { view, base, draft, problems } = screen;
  const form: SettingsForm = {
    draft,
    saved: base.draft,
    choices: view.choices,
    change: (field, edit) =>
      setScreen((before) => ({
        ...before,
        draft: edit(before.draft),
        problems: before.problems.filter((one) => !isWithin(one.field, field)),
      })),
    problemOf: (field) => messageFor(problems, field),
    warningOf: (field) => messageFor(stillTrue(view.warnings, draft, base.draft), field),
  };
  return {
    ...screen,
    form,
    isChanged: !isSame(draft, base.draft),
    /** Shows these and starts from them. What was not saved is gone. */
    take: (settings: SettingsView) => setScreen((before) => startFrom(settings, before.generation + 1)),
    /** Shows what the server told, and leaves a draft with changes as it is. */
    look: (settings: SettingsView) =>
      setScreen((before) =>
        isSame(before.draft, before.base.draft)
          ? startFrom(settings, before.generation + 1)
          : { ...before, view: settings },
      ),
    complain: (found: readonly FieldMessage[]) => setScreen((before) => ({ ...before, problems: found })),
    hold: (meanwhile: Meanwhile) => setScreen((before) => ({ ...before, meanwhile })),
    /** Starts from what somebody else saved, with what was changed here on top of it. */
    mergeOnto: (settings: SettingsView) =>
      setScreen((before) => ({
        ...startFrom(settings, before.generation + 1),
        draft: mergedDraft(before.base.draft, before.draft, settings.draft),
      })),
  };
}

export type SettingsOnScreen = ReturnType<typeof useSettings>;
