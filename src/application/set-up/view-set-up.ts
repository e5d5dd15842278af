import type { SetUpReply } from '../../api-settings';
import { planView, readPlan, type SettingsNow, type SetUpPorts } from './read-plan';

/** What the set-up of a project would do, and what is there. */
export async function viewSetUp(ports: SetUpPorts, projectId: string, settings: SettingsNow): Promise<SetUpReply> {
  const reading = await readPlan(ports, projectId, settings);
  switch (reading.kind) {
    case 'read':
      return planView(reading.plan);
    case 'missing':
      return { kind: 'failed', message: reading.message };
    case 'not-allowed':
      return { kind: 'not-allowed', message: reading.message };
  }
}
