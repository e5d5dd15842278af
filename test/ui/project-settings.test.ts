import { describe, expect, it } from '@jest/globals';
import type { CalendarDraft, SettingsDraft } from '../../src/api-settings';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import { draftOf } from '../../src/domain/settings/policy-of';
import {
  listedDays,
  withOwnDays,
  withPutBack,
  withTakenOut,
} from '../../src/ui/project-settings/calendar/calendar-edits';
import { draftProblems } from '../../src/ui/project-settings/draft-problems';
import { mergedDraft } from '../../src/ui/project-settings/merged-draft';
import { messageFor } from '../../src/ui/project-settings/settings-form';

const BASE = draftOf(DEFAULT_POLICY);

const withRules = (rules: Partial<SettingsDraft['rules']>, draft = BASE): SettingsDraft => ({
  ...draft,
  rules: { ...draft.rules, ...rules },
});

describe('two administrators who edit at once', () => {
  it('keep what each of them changed', () => {
    const mine = { ...withRules({ approvalExpiresAfterHours: 24 }), workType: 'Hotfix' };
    const theirs = { ...withRules({ acknowledgeWithinMinutes: 7 }), enabled: false };
    const merged = mergedDraft(BASE, mine, theirs);
    expect(merged.rules).toEqual({ ...BASE.rules, approvalExpiresAfterHours: 24, acknowledgeWithinMinutes: 7 });
    expect(merged).toMatchObject({ workType: 'Hotfix', enabled: false });
  });

  it('have the one who saves last count where both changed the same', () => {
    const merged = mergedDraft(
      BASE,
      withRules({ notifyWithinMinutes: 5 }),
      withRules({ notifyWithinMinutes: 3, acknowledgeWithinMinutes: 7 }),
    );
    expect(merged.rules).toMatchObject({ notifyWithinMinutes: 5, acknowledgeWithinMinutes: 7 });
  });

  it('lose nothing of theirs where nothing was changed here', () => {
    const theirs = withRules({ notifyWithinMinutes: 3 }, { ...BASE, kindField: 'Kind' });
    expect(mergedDraft(BASE, BASE, theirs)).toEqual(theirs);
  });
});

describe('a calendar that is edited', () => {
  const calendar: CalendarDraft = { ...BASE.calendar, publicHolidays: { country: 'DE', region: null } };
  const christmas = { date: '2027-12-25', name: 'Christmas Day' };

  it('has an own day take the place of a public holiday that was taken out', () => {
    const taken = withTakenOut(calendar, christmas.date);
    expect(listedDays(taken, [christmas], 2027)).toEqual([{ ...christmas, kind: 'taken-out' }]);
    const own = withOwnDays(taken, [{ date: christmas.date, name: 'Closed' }]);
    expect(own.removed).toEqual([]);
    expect(listedDays(own, [christmas], 2027)).toEqual([{ date: christmas.date, name: 'Closed', kind: 'own' }]);
  });

  it('keeps one own day for each date, in order', () => {
    const first = withOwnDays(calendar, [{ date: '2027-12-31', name: 'Closed' }]);
    const second = withOwnDays(first, [
      { date: '2027-12-31', name: 'Inventory' },
      { date: '2027-12-24', name: 'Closed' },
    ]);
    expect(second.added.map(({ date, name }) => `${date} ${name}`)).toEqual([
      '2027-12-24 Closed',
      '2027-12-31 Inventory',
    ]);
  });

  it('shows the days of the chosen year only, and puts a day back', () => {
    const edited = withPutBack(withTakenOut(calendar, christmas.date), christmas.date);
    const own = withOwnDays(edited, [{ date: '2026-12-24', name: 'Closed' }]);
    expect(listedDays(own, [christmas], 2027)).toEqual([{ ...christmas, kind: 'public' }]);
  });
});

describe('what is wrong with a draft', () => {
  it('is a number that was cleared, since it would be sent as nothing: an approval would never expire', () => {
    const cleared = withRules({ approvalExpiresAfterHours: Number.NaN });
    expect(draftProblems(cleared)).toEqual([
      { field: 'rules.approvalExpiresAfterHours', message: 'Give a whole number.' },
    ]);
    expect(draftProblems(BASE)).toEqual([]);
  });

  it('is said beside the field that it is in', () => {
    const messages = [{ field: 'groups.security[1].name', message: 'There is no such group.' }];
    expect(messageFor(messages, 'groups.security')).toBe('There is no such group.');
    expect(messageFor(messages, 'groups')).toBe('There is no such group.');
    expect(messageFor(messages, 'groups.sec')).toBeUndefined();
    expect(messageFor(messages, 'groups.escalation')).toBeUndefined();
  });
});
