import type { Change } from '../domain/change';
import { newRequesters } from '../domain/issue-facts';
import { factsOf } from './issue-facts';
import { loadChange } from './load-change';
import type { Ports } from './ports';
import { isEmergencyChange, registerChange } from './register-change';
import { keepCheckpoint, writeRow } from './write-row';

/** Something happened to an issue: registers it if it is new, and notes people who became requesters. */
export async function observeChange(ports: Ports, issueId: string): Promise<void> {
  const reading = await ports.issues.asApp(issueId);
  if (reading === undefined) return;
  const known = await loadChange(ports, reading.issueId);
  if (known === undefined && !isEmergencyChange(reading)) return;
  let change: Change | undefined = await registerChange(ports, reading, 'app', 'event');
  for (;;) {
    const found = newRequesters(change, factsOf(change, reading));
    if (found.length === 0) return;
    const written: Change | undefined = await writeRow(ports, change, {
      actor: 'app',
      commandId: ports.ids.commandId(),
      events: [{ type: 'requesters-found', requesters: found }],
    });
    if (written !== undefined) return keepCheckpoint(ports, written);
    change = await loadChange(ports, reading.issueId);
    if (change === undefined) throw new Error(`The ledger of issue ${reading.issueId} is gone.`);
  }
}
