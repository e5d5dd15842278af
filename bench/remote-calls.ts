import { join } from 'node:path';
import * as v from 'valibot';
import { frozenClock } from '../emulator/clock';
import { personAt } from '../emulator/demo/person-at-the-site';
import { createEmulator, type Emulator } from '../emulator/emulator';
import type { Bench, Measurement } from './bench';

const START = new Date('2026-11-24T09:00:00.000Z');
const PANEL = 'emergency-change-panel';
const START_DEPLOYMENT = '111';

const CreatedSchema = v.object({ key: v.string() });
const ViewSchema = v.object({ change: v.object({ digest: v.string() }) });

type Calls = Emulator['forge']['calls'];

/** What the app asks of the platform when the gate decides, and when a panel is opened. */
export const remoteCalls: Bench = {
  name: 'Remote calls',
  async measure() {
    const emulator = await createEmulator({ appRoot: join(__dirname, '..'), clock: frozenClock(START) });
    const key = await openChange(emulator);
    const openPanel = () =>
      callsOf(emulator, 'issue-panel', () => personAt(emulator, 'ada').invoke(PANEL, key, 'view', {}));
    const closed = await callsOf(emulator, 'validate-approvals', () => startDeployment(emulator, key));
    await approve(emulator, key);
    const panel = await openPanel();
    const open = await callsOf(emulator, 'validate-approvals', () => startDeployment(emulator, key));
    const panelAfterGate = await openPanel();
    return [
      ...gate('approvals gate, closed', closed, 0),
      ...gate('approvals gate, open', open, 1),
      { what: 'panel on load', unit: 'calls', measured: panel.length, budget: 4 },
      // The gate may write its row and no checkpoint; who looks next reads that row and keeps the checkpoint.
      {
        what: 'panel on load, the first after a gate opened',
        unit: 'calls',
        measured: panelAfterGate.length,
        budget: undefined,
      },
    ];
  },
};

/** The budgets of a gate decision, whatever the number of changes or the length of the ledger. */
function gate(what: string, calls: Calls, writes: number): readonly Measurement[] {
  const count = (matches: (call: Calls[number]) => boolean) => calls.filter(matches).length;
  const isRead = (operation: string) => /get|query/i.test(operation);
  const kvs = (read: boolean) => count(({ service, operation }) => service === 'kvs' && isRead(operation) === read);
  return [
    { what: `${what}: storage reads`, unit: 'calls', measured: kvs(true), budget: 2 },
    { what: `${what}: storage writes`, unit: 'calls', measured: kvs(false), budget: writes },
    {
      what: `${what}: Jira reads`,
      unit: 'calls',
      measured: count(({ service }) => service === 'jira'),
      budget: 1,
    },
  ];
}

async function callsOf({ forge }: Emulator, functionKey: string, work: () => Promise<unknown>): Promise<Calls> {
  const before = forge.calls.length;
  await work();
  return forge.calls.slice(before).filter((call) => call.functionKey === functionKey);
}

async function openChange(emulator: Emulator): Promise<string> {
  const created = await personAt(emulator, 'erin').rest('POST', '/issue', {
    fields: {
      project: { key: 'OPS' },
      issuetype: { name: 'Emergency Change' },
      summary: 'Checkout answers 500',
      customfield_10050: { value: 'Service outage' },
    },
  });
  const { key } = v.parse(CreatedSchema, created);
  await emulator.settle();
  return key;
}

async function approve(emulator: Emulator, key: string): Promise<void> {
  const erin = personAt(emulator, 'erin');
  const change = { kind: 'propose-change', link: 'https://git.example.com/shop/pull/1', revision: '9f2c1ab' };
  await erin.act(PANEL, key, change);
  for (const [name, slot] of [
    ['lee', 'engineering-lead'],
    ['sam', 'security'],
  ] as const) {
    const person = personAt(emulator, name);
    const seen = v.parse(ViewSchema, await person.invoke(PANEL, key, 'view', {}));
    await person.act(PANEL, key, { kind: 'approve', slot, comment: '', expectedDigest: seen.change.digest });
  }
  await emulator.settle();
}

/** A refusal by a rule is a decision too. */
const startDeployment = (emulator: Emulator, key: string) =>
  personAt(emulator, 'erin')
    .rest('POST', `/issue/${key}/transitions`, { transition: { id: START_DEPLOYMENT } })
    .catch((failure: unknown) => failure);
