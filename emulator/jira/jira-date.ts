/** A moment as Jira writes it: `2026-11-24T09:00:00.000+0000`. Text is ISO-8601 in UTC. */
export const jiraDate = (moment: Date | string): string =>
  (typeof moment === 'string' ? moment : moment.toISOString()).replace('Z', '+0000');
