import { icsFiles } from '../adapters/holidays/ics-holidays';
import { publicHolidays } from '../adapters/holidays/public-holidays';
import { jiraChoices } from '../adapters/jira/choices';
import { jiraRights } from '../adapters/jira/rights';
import type { SettingsPorts } from '../application/ports';
import { wireProjects } from './wire-projects';

/** The ports of the settings pages. What knows the holidays is four times as large as any other function. */
export const wireSettings = (installContext: unknown): SettingsPorts => ({
  ...wireProjects(installContext),
  rights: jiraRights,
  choices: jiraChoices,
  holidays: publicHolidays,
  calendarFiles: icsFiles,
});
