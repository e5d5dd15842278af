import { makeInvoke } from '@forge/bridge';
import type { SettingsCalls } from '../../api-settings';

/** Calls the page's resolver with the types of `src/api-settings.ts`. */
export const callSettings = makeInvoke<SettingsCalls>();

/** What a call that did not come through is answered with. */
export const notReached = () =>
  ({ kind: 'failed', message: 'Jira could not be reached. Check your connection and try again.' }) as const;
