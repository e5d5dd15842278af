import type { FieldMessage, SettingsChoices, SettingsDraft } from '../../api-settings';

/** The draft on screen, as the inputs see it. A field is a path in the draft, such as `groups.security`. */
export interface SettingsForm {
  readonly draft: SettingsDraft;
  /** What the draft started from. */
  readonly saved: SettingsDraft;
  readonly choices: SettingsChoices;
  /** Forgets what was wrong with the field. */
  readonly change: (field: string, edit: (draft: SettingsDraft) => SettingsDraft) => void;
  /** What keeps the field, or something in it, from being saved. */
  readonly problemOf: (field: string) => string | undefined;
  /** What should be looked at, and keeps nobody from saving. */
  readonly warningOf: (field: string) => string | undefined;
}

/** Whether `inner` is the field or a part of it. */
export const isWithin = (inner: string, field: string): boolean =>
  inner === field || inner.startsWith(`${field}.`) || inner.startsWith(`${field}[`);

export const messageFor = (messages: readonly FieldMessage[], field: string): string | undefined =>
  messages
    .filter((one) => isWithin(one.field, field))
    .map(({ message }) => message)
    .join(' ') || undefined;

export const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
