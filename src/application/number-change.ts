import type { Change } from '../domain/change';
import { readRegisterRow, type RegisterRow, sealRegisterRow } from '../domain/register-row';
import { catchUp } from './load-change';
import type { Ports } from './ports';
import { writeRow } from './write-row';

/** The change with its register number in its ledger. Finished by whoever finds it unfinished. */
export async function numberChange(ports: Ports, change: Change): Promise<Change> {
  if (change.number !== null) return change;
  const number = await takeNumber(ports, change);
  for (let current = change; ;) {
    if (current.number !== null) return current;
    const written = await writeRow(ports, current, {
      actor: 'app',
      commandId: ports.ids.commandId(),
      events: [{ type: 'numbered', number }],
    });
    if (written !== undefined) return written;
    current = await catchUp(ports, current);
  }
}

/**
 * The change's own number. Whoever numbers this change walks up from the same place, `registerFrom` in its first row,
 * and takes either the row that is already its own or the first free one. Since every walker passes every number,
 * nobody passes this change's row, and one issue gets one number without gaps.
 */
async function takeNumber({ register }: Ports, change: Change): Promise<number> {
  const first = change.registerFrom;
  let before: RegisterRow | undefined =
    first === 1 ? undefined : readRegisterRow(await register.row(first - 1), first - 1);
  for (let number = first; ; number += 1) {
    let stored = await register.row(number);
    if (stored === undefined) {
      const entry = {
        issueId: change.issueId,
        firstRowHash: change.firstRowHash,
        registeredAt: change.registeredAt,
      };
      if ((await register.append(sealRegisterRow(number, entry, before))) === 'appended') {
        await register.remember(number + 1);
        return number;
      }
      stored = await register.row(number);
    }
    const row = readRegisterRow(stored, number);
    if (row.issueId === change.issueId) return number;
    before = row;
  }
}
