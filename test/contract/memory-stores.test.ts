import { describe } from '@jest/globals';
import {
  memoryCheckpoints,
  memoryLedger,
  memoryRegister,
  memoryStores,
  type WriteFault,
} from '../support/memory-ports';
import { emptySettings, memorySettings } from '../support/memory-settings';
import { settingsStoreContract } from './settings-store.contract';
import { storesContract } from './stores.contract';

describe('stores in memory', () => {
  storesContract(() => {
    const stores = memoryStores();
    const next = (fault: WriteFault) => () => {
      stores.fault = () => {
        stores.fault = () => 'none';
        return fault;
      };
    };
    return Promise.resolve({
      ledger: memoryLedger(stores),
      checkpoints: memoryCheckpoints(stores),
      register: memoryRegister(stores),
      within: (work) => work(),
      settleQueries: () => Promise.resolve(),
      loseNextAnswer: next('lost-after'),
      loseNextWrite: next('lost-before'),
    });
  });
});

describe('settings in memory', () => {
  settingsStoreContract(() => {
    const kept = emptySettings();
    const next = (fault: WriteFault) => () => {
      kept.fault = () => {
        kept.fault = () => 'none';
        return fault;
      };
    };
    return Promise.resolve({
      settings: memorySettings(kept),
      within: (work) => work(),
      settleQueries: () => Promise.resolve(),
      loseNextAnswer: next('lost-after'),
      loseNextWrite: next('lost-before'),
      remove: (projectId, seq) => void kept.rows.delete(`${projectId}:${seq}`),
    });
  });
});
