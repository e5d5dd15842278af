import { gateValidator } from './run-gate';

export const handler = gateValidator('closure');
