import { makeInvoke } from '@forge/bridge';
import type { PanelCalls } from '../../api';

/** Calls the panel's resolver with the types of `src/api.ts`. */
export const callPanel = makeInvoke<PanelCalls>();

export const NOT_REACHED = 'Jira could not be reached. Check your connection and try again.';
