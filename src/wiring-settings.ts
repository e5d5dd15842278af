import { icsFiles } from './adapters/holidays/ics-holidays';
import { publicHolidays } from './adapters/holidays/public-holidays';
import type { SettingsPorts } from './application/ports';
import { wire } from './wiring';

/** The ports of the settings pages. What knows the holidays is large, so no other function imports this file. */
export const wireSettings = (installContext: unknown): SettingsPorts => ({
  ...wire(installContext),
  holidays: publicHolidays,
  calendarFiles: icsFiles,
});
