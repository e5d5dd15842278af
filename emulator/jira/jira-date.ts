/** A moment as Jira writes it: `2026-11-24T09:00:00.000+0000`. */
export const jiraDate = (moment: Date): string => moment.toISOString().replace('Z', '+0000');
