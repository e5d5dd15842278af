/** Why something was not recorded. The code is stable; the message is for the person and says who can do what next. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
}

export type RefusalCode =
  | 'already-decided'
  | 'bad-input'
  | 'cannot-judge'
  | 'command-id-reused'
  | 'content-changed'
  | 'kind-missing'
  | 'may-not-edit'
  | 'in-the-future'
  | 'no-approval'
  | 'no-rejection'
  | 'not-eligible'
  | 'not-independent'
  | 'not-yours'
  | 'nothing-to-ratify'
  | 'own-rejection'
  | 'ratify-instead'
  | 'report-own'
  | 'rejected'
  | 'same-person'
  | 'slot-filled'
  | 'same-witness'
  | 'too-early'
  | 'too-late'
  | 'too-long'
  | 'too-many-entries';

export const refuse = (code: RefusalCode, message: string): Refusal => ({ code, message });
