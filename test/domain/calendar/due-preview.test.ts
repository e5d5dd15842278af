import { expect, it } from '@jest/globals';
import { previewDue } from '../../../src/domain/calendar/due-preview';

it('says when what is deployed on a date is due, and which days do not count', () => {
  const calendar = {
    timeZone: 'Europe/Berlin',
    workingDays: [1, 2, 3, 4, 5],
    holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
  };
  expect(previewDue(calendar, '2026-12-23', 3)).toEqual({
    deployedOn: '2026-12-23',
    dueOn: '2026-12-29',
    due: Date.parse('2026-12-29T22:59:59.999Z'),
    countedDays: ['2026-12-24', '2026-12-28', '2026-12-29'],
    daysOff: [
      { date: '2026-12-25', why: 'Christmas Day' },
      { date: '2026-12-26', why: 'no working day' },
      { date: '2026-12-27', why: 'no working day' },
    ],
  });
});
