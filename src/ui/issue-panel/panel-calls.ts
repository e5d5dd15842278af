import { makeInvoke } from '@forge/bridge';
import type { PanelCalls } from '../../api';

/** Calls the panel's resolver with the types of `src/api.ts`. */
export const callPanel = makeInvoke<PanelCalls>();
