import type { Issue } from '../../model/issue';
import type { JiraStore } from '../../store';
import type { JqlField } from './jql-field';
import { termsField, type Terms } from './terms-field';

/** The accounts that a value names: by account id, e-mail address or display name. */
function accountsNamed(text: string, store: JiraStore): readonly string[] {
  const small = text.toLowerCase();
  return [...store.accounts.values()]
    .filter(({ accountId, emailAddress, displayName }) =>
      [accountId, emailAddress, displayName].some((name) => name !== '' && name.toLowerCase() === small),
    )
    .map(({ accountId }) => accountId);
}

/** What every field of people has. */
export const PEOPLE = {
  idsNamed: (text, { store }) => accountsNamed(text, store),
  takes: 'account',
  sortKey: (id, { store }) => store.accounts.get(id)?.displayName.toLowerCase(),
  suggest: ({ store }) =>
    [...store.accounts.values()]
      .filter(({ accountType }) => accountType === 'atlassian')
      .map(({ accountId, displayName }) => ({ value: accountId, text: displayName })),
  type: 'com.atlassian.jira.user.ApplicationUser',
} satisfies Partial<Terms>;

/** The account id in what a field of a person holds. */
export function accountIdsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(accountIdsIn);
  if (typeof value !== 'object' || value === null || !('accountId' in value)) return [];
  return typeof value.accountId === 'string' ? [value.accountId] : [];
}

const personIn = (fieldId: string) => (issue: Issue) => accountIdsIn(issue.fields[fieldId]);

/** A field of one person by its id; reporter and assignee have a history that JQL can ask. */
export const personField = (fieldId: string, hasHistory = false): JqlField =>
  termsField({
    ...PEOPLE,
    column: fieldId,
    termsOf: personIn(fieldId),
    ...(hasHistory ? { historyOf: { fieldId, current: (issue) => personIn(fieldId)(issue)[0] ?? null } } : {}),
  });

export const creatorField = termsField({ ...PEOPLE, column: 'creator', termsOf: ({ creatorId }) => [creatorId] });

export const watcherField = termsField({ ...PEOPLE, column: 'watcher', termsOf: ({ watchers }) => watchers });
