import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { type CloudClient, createCloudClient } from 'jira.js';
import { frozenClock } from '../../../emulator/clock';
import { createEmulator, type Emulator } from '../../../emulator/emulator';
import { listen } from '../../../emulator/server';

const APP_ROOT = resolve(__dirname, '../../..');

/** The embedded site on a port of this machine. */
export interface SocketSite {
  readonly emulator: Emulator;
  readonly baseUrl: string;
  /** A Jira client that we did not write; it throws where an answer is not in the shape that it knows. */
  readonly clientOf: (who: string, apiToken?: string) => CloudClient;
  readonly close: () => void;
}

export async function aSocketSite(): Promise<SocketSite> {
  const clock = frozenClock(new Date('2026-11-24T08:00:00.000Z'));
  const emulator = await createEmulator({ appRoot: APP_ROOT, clock });
  const server = await listen(emulator.fetch, 0);
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  return {
    emulator,
    baseUrl,
    clientOf: (who, apiToken = `${who}-token`) =>
      createCloudClient({
        host: baseUrl,
        auth: { type: 'basic', email: `${who}@example.com`, apiToken },
        onSchemaMismatch: 'throw',
      }),
    close: () => void server.close(),
  };
}
