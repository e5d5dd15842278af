import { useEffect, useState } from 'react';
import type { CalendarDraft, HolidaysReply } from '../../../api-settings';
import { callSettings, notReached } from '../settings-calls';

/** The public holidays of the calendar's place in a year; undefined while they are being read. */
export function useHolidays(calendar: CalendarDraft, year: number): HolidaysReply | undefined {
  const [reply, setReply] = useState<HolidaysReply>();
  const { publicHolidays } = calendar;
  const place = publicHolidays === null ? '' : JSON.stringify([publicHolidays.country, publicHolidays.region]);

  useEffect(() => {
    let isCurrent = true;
    setReply(undefined);
    void callSettings('holidays', { calendar, year })
      .catch(notReached)
      .then((told) => {
        if (isCurrent) setReply(told);
      });
    return () => {
      isCurrent = false;
    };
    // Only the place of the calendar says what its public holidays are.
  }, [place, year]);
  return reply;
}
