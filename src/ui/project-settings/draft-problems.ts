import type { FieldMessage, SettingsDraft } from '../../api-settings';

/** Numbers that were cleared or mistyped. Sent on, they would be nothing at all; the server looks at all the rest. */
export function draftProblems({ rules, attendees }: SettingsDraft): readonly FieldMessage[] {
  const missing = (part: string, numbers: object) =>
    Object.entries(numbers)
      .filter(([, value]) => Number.isNaN(value))
      .map(([name]) => ({ field: `${part}.${name}`, message: 'Give a whole number.' }));
  return [...missing('rules', rules), ...missing('attendees', attendees)];
}
