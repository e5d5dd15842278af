import { describe } from '@jest/globals';
import { frozenClock } from '../../emulator/clock';
import { createEmulator } from '../../emulator/emulator';
import type { When } from '../../emulator/forge/faults';
import { kvsCheckpoints } from '../../src/adapters/kvs/checkpoint-store';
import { kvsLedger } from '../../src/adapters/kvs/ledger-store';
import { kvsRegister } from '../../src/adapters/kvs/register-store';
import { kvsSettings } from '../../src/adapters/kvs/settings-store';
import { NOW } from '../support/a-change';
import { APP_ROOT } from '../support/a-site';
import { settingsStoreContract } from './settings-store.contract';
import { storesContract } from './stores.contract';

/** Longer than queries lag behind on the embedded site. */
const QUERIES_SETTLE_MS = 5_000;

async function aStorage() {
  const clock = frozenClock(NOW);
  const { forge } = await createEmulator({ appRoot: APP_ROOT, clock });
  const dropNextWrite = (when: When) => () =>
    void forge.faults.add({ service: 'kvs', operation: 'set', nth: 1, failure: { kind: 'drop', when } });
  return {
    within: async (work: () => Promise<void>) => {
      const request = { functionKey: 'issue-changed', moduleKey: 'contract', payload: {}, limitSeconds: 25 };
      const { outcome } = await forge.invokeInPlace(request, work);
      if (outcome?.kind !== 'returned') throw new Error(JSON.stringify(outcome));
    },
    settleQueries: () => clock.advance(QUERIES_SETTLE_MS),
    loseNextAnswer: dropNextWrite('after'),
    loseNextWrite: dropNextWrite('before'),
    remove: (projectId: string, seq: number) => void forge.kvs.store.remove('entity:policy', `${projectId}:${seq}`),
  };
}

describe('stores in the storage of Forge', () => {
  storesContract(async () => ({
    ...(await aStorage()),
    ledger: kvsLedger,
    checkpoints: kvsCheckpoints,
    register: kvsRegister,
  }));
});

describe('settings in the storage of Forge', () => {
  settingsStoreContract(async () => ({ ...(await aStorage()), settings: kvsSettings }));
});
