import * as v from 'valibot';
import { call } from './call';
import type { Reply } from './reply';

const AccountSchema = v.object({
  accountId: v.string(),
  /** The short name, e.g. `erin`. */
  name: v.string(),
  displayName: v.string(),
  emailAddress: v.string(),
  /** As the profile has it; every time is shown in it. */
  timeZone: v.string(),
  /** What the account is for, e.g. `Engineering Lead`. */
  hint: v.string(),
});
export type Account = v.InferOutput<typeof AccountSchema>;

const SessionSchema = v.object({ accountId: v.string(), accounts: v.array(AccountSchema) });
export type Session = v.InferOutput<typeof SessionSchema>;

export const readSession = (): Promise<Reply<Session>> => call(SessionSchema, '/emulator/session');

export const switchAccount = (accountId: string): Promise<Reply<unknown>> =>
  call(v.unknown(), '/emulator/session', { method: 'POST', body: { accountId } });
