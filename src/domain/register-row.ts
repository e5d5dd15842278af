import * as v from 'valibot';
import { digestOf } from './digest';
import { type Digest, DigestSchema, type IssueId, IssueIdSchema, type Moment, MomentSchema } from './ids';
import { BrokenChain, NO_HASH } from './row';

const RegisterRowSchema = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  issueId: IssueIdSchema,
  firstRowHash: DigestSchema,
  registeredAt: MomentSchema,
  prevHash: DigestSchema,
  hash: DigestSchema,
});

/** One number of the register: which issue it belongs to, sealed to the number before and to the issue's first row. */
export type RegisterRow = v.InferOutput<typeof RegisterRowSchema>;

export interface RegisterEntry {
  readonly issueId: IssueId;
  readonly firstRowHash: Digest;
  readonly registeredAt: Moment;
}

export function sealRegisterRow(number: number, entry: RegisterEntry, before: RegisterRow | undefined): RegisterRow {
  const open = { number, ...entry, prevHash: before?.hash ?? NO_HASH };
  return { ...open, hash: digestOf(open) };
}

/** The stored row `number`. Throws BrokenChain unless it is whole and unaltered. */
export function readRegisterRow(stored: unknown, number: number): RegisterRow {
  const parsed = v.safeParse(RegisterRowSchema, stored);
  if (!parsed.success || parsed.output.number !== number)
    throw new BrokenChain(`Register row ${number} cannot be read.`);
  const { hash, ...open } = parsed.output;
  if (digestOf(open) !== hash) throw new BrokenChain(`Register row ${number} was altered.`);
  return parsed.output;
}
