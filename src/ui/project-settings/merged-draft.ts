import type { SettingsDraft } from '../../api-settings';
import { isSame } from './settings-form';

/** `theirs`, with everything that `mine` sets otherwise than `base` did. */
export function mergedDraft(base: SettingsDraft, mine: SettingsDraft, theirs: SettingsDraft): SettingsDraft {
  return {
    ...changedOver(base, mine, theirs),
    groups: changedOver(base.groups, mine.groups, theirs.groups),
    statuses: changedOver(base.statuses, mine.statuses, theirs.statuses),
    rules: changedOver(base.rules, mine.rules, theirs.rules),
    attendees: changedOver(base.attendees, mine.attendees, theirs.attendees),
    assignees: changedOver(base.assignees, mine.assignees, theirs.assignees),
    calendar: changedOver(base.calendar, mine.calendar, theirs.calendar),
  };
}

function changedOver<Part extends object>(base: Part, mine: Part, theirs: Part): Part {
  const before = new Map<string, unknown>(Object.entries(base));
  const changed = Object.entries(mine).filter(([key, value]) => !isSame(value, before.get(key)));
  return { ...theirs, ...Object.fromEntries(changed) };
}
