import * as v from 'valibot';
import { call } from './api/call';

/** Leaves a note in the log of the embedded Jira. A note that cannot be left is no reason to disturb the page. */
export const noteInLog = (message: string): void =>
  void call(v.unknown(), '/emulator/log', { method: 'POST', body: { message } });
