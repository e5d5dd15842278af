import { makeInvoke } from '@forge/bridge';
import type { SiteCalls } from '../../api-settings';

/** Calls the page's resolver with the types of `src/api-settings.ts`. */
export const callSite = makeInvoke<SiteCalls>();
