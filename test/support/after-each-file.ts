import { afterAll } from '@jest/globals';
import { appCalls } from '../../emulator/forge/events/app-calls';
import { endScopes } from '../../emulator/forge/runtime';

// Jest loads all modules anew for each file, in the same process, and Node carries what is not ended through each promise.
afterAll(() => {
  endScopes();
  appCalls.disable();
});
