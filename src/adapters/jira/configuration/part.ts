import type { Part } from '../../../domain/set-up/configuration';
import { JiraFailure } from '../request';

/** Jira's ways of saying that the caller may not know: some operations answer 404 for what they hide. */
const REFUSALS = [401, 403];

/** The answer as a part of the reading; unreadable where Jira refuses it to the caller. Other failures go on. */
export async function partOf<Value>(what: string, who: string, ask: () => Promise<Value>): Promise<Part<Value>> {
  try {
    return { kind: 'read', value: await ask() };
  } catch (failure) {
    if (failure instanceof JiraFailure && REFUSALS.includes(failure.status)) return { kind: 'unreadable', what, who };
    throw failure;
  }
}

const ABSENT = [404];

/** The answer, or null where Jira says that there is no such thing, by one of these statuses. */
export async function orNull<Answer>(ask: () => Promise<Answer>, absent = ABSENT): Promise<Answer | null> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof JiraFailure && absent.includes(failure.status)) return null;
    throw failure;
  }
}

export const JIRA_ADMINISTRATOR = 'a Jira administrator';
export const PROJECT_ADMINISTRATOR = 'an administrator of the project';

export const SCREENS = 'which fields are on the screens';

/** A team-managed project has no screens that Jira's REST API shows. */
export const HIDDEN_SCREENS = {
  kind: 'unreadable',
  what: SCREENS,
  who: 'only a person, in the settings of the project',
} as const;
