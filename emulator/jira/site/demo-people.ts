import type { Account } from '../model/site';

/** The people of the demo site. Each signs in with `<name>@example.com` and the API token `<name>-token`. */
export interface DemoPerson extends Account {
  readonly name: string;
  /** What this person is, in two words, for the user switcher. */
  readonly hint: string;
}

const person = (name: string, displayName: string, hint: string, timeZone = 'Europe/Berlin'): DemoPerson => ({
  name,
  hint,
  accountId: `712020:${name}`,
  accountType: 'atlassian',
  displayName,
  emailAddress: `${name}@example.com`,
  apiToken: `${name}-token`,
  timeZone,
});

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  person('erin', 'Erin Engel', 'Engineer'),
  person('pat', 'Pat Peters', 'Engineer', 'America/New_York'),
  person('lee', 'Lee Lindt', 'Engineering Lead'),
  person('lou', 'Lou Larsen', 'Engineering Lead', 'America/New_York'),
  person('sam', 'Sam Sato', 'Security Team', 'Asia/Tokyo'),
  person('sky', 'Sky Stone', 'Security Team'),
  person('jo', 'Jo Jansen', 'Jira administrator'),
  person('ada', 'Ada Adler', 'Auditor, reads only'),
  person('mal', 'Mal Moss', 'No access to the projects'),
];
