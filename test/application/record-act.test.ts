import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evolve, headOf } from '../../src/domain/evolve';
import type { Change } from '../../src/domain/change';
import type { Act } from '../../src/domain/command';
import { readRegisterRow } from '../../src/domain/register-row';
import { readRow } from '../../src/domain/row';
import { checkGate } from '../../src/application/check-gate';
import { loadChange } from '../../src/application/load-change';
import { openChange } from '../../src/application/open-change';
import type { IssueReading, Ports } from '../../src/application/ports';
import { type ActOutcome, recordAct } from '../../src/application/record-act';
import { viewChange } from '../../src/application/view-change';
import { at, LEADS, NOW, SECURITY } from '../support/a-change';
import {
  account,
  freshCommandId,
  issueId,
  type MemoryJira,
  memoryPorts,
  memoryStores,
  type MemoryStores,
} from '../support/memory-ports';

const ID = issueId('10001');
const KIND_FIELD = 'customfield_10050';

const reading = (id = '10001', over: Partial<IssueReading> = {}): IssueReading => ({
  issueId: issueId(id),
  issueKey: `OPS-${id.slice(-1)}`,
  projectId: '10000',
  workType: 'Emergency Change',
  status: { id: '11', name: 'Identified' },
  content: { summary: 'Checkout answers 500', description: null },
  fieldIds: new Map([['Kind of critical issue', KIND_FIELD]]),
  fields: { [KIND_FIELD]: { id: '1', value: 'Service outage' } },
  mayEdit: true,
  createdAt: at,
  creator: account('erin'),
  reporter: account('erin'),
  assignee: null,
  labels: [],
  projection: null,
  subtasks: [],
  history: [],
  ...over,
});

let stores: MemoryStores;
let jira: MemoryJira;
let now: Date;
const portsOf = (...mine: MemoryJira['mine']): Ports => memoryPorts(stores, { ...jira, mine }, () => now);

beforeEach(() => {
  stores = memoryStores();
  jira = { readings: new Map([[ID, reading()]]), groups: [LEADS, SECURITY], mine: [] };
  now = NOW;
});

async function digestFor(ports: Ports, who: string) {
  const opened = await openChange(ports, ID, account(who));
  if (opened.kind !== 'open') throw new Error(opened.message);
  return viewChange(opened.viewing).digest;
}

async function approveAs(
  who: string,
  slot: 'engineering-lead' | 'security',
  commandId = freshCommandId(),
): Promise<ActOutcome> {
  const ports = portsOf(slot === 'security' ? SECURITY : LEADS);
  const act: Act = { kind: 'approve', slot, comment: '', expectedDigest: await digestFor(ports, who) };
  return recordAct(ports, { issueId: ID, accountId: account(who), commandId, act });
}

const transition = { issueKey: 'OPS-1', fromStatusId: '1', toStatusId: '2', modifiedFields: {} };
const askGate = (modifiedFields = {}) =>
  checkGate(portsOf(), 'approvals', { ...transition, modifiedFields }, new AbortController().signal);

/** Every row of the issue, read and believed one after another. */
function foldOfRows(): Change | undefined {
  let change: Change | undefined;
  for (let seq = 1; stores.rows.has(`${ID}:${seq}`); seq += 1) {
    change = evolve(change, readRow(JSON.parse(stores.rows.get(`${ID}:${seq}`) ?? ''), ID, headOf(change)));
  }
  return change;
}

describe('a change is registered once', () => {
  it('with the first number, by whoever comes first', async () => {
    const view = await openChange(portsOf(), ID, account('erin'));
    expect(view).toMatchObject({ kind: 'open', viewing: { change: { number: 1, requesters: ['erin'] } } });
    expect(stores.register.size).toBe(1);
  });

  it('even when the panel, the event and the gate come at the same moment', async () => {
    await Promise.all([
      askGate(),
      openChange(portsOf(), ID, account('erin')),
      askGate(),
      openChange(portsOf(), ID, account('lee')),
    ]);
    expect(stores.register.size).toBe(1);
    expect((await loadChange(portsOf(), ID))?.number).toBe(1);
  });

  it('numbers many changes without a gap, whatever the interleaving and whatever is lost on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('none', 'lost-before', 'lost-after'), { maxLength: 12 }),
        async (scheduler, faults) => {
          stores = memoryStores();
          const ids = ['10001', '10002', '10003', '10004'];
          jira.readings = new Map(ids.map((id) => [id, reading(id)]));
          const pending = [...faults];
          stores.fault = () => pending.shift() ?? 'none';
          stores.pause = () => scheduler.schedule(Promise.resolve());
          const tries = [...ids, ...ids, ...ids].map((id) =>
            openChange(portsOf(), id, account('erin')).catch(() => undefined),
          );
          await scheduler.waitFor(Promise.all(tries));
          stores.fault = () => 'none';
          stores.pause = () => Promise.resolve();
          for (const id of ids) await openChange(portsOf(), id, account('erin'));
          const numbers = [...stores.register.keys()].sort((a, b) => a - b);
          expect(numbers).toEqual([1, 2, 3, 4]);
          const rows = numbers.map((n) => readRegisterRow(JSON.parse(stores.register.get(n) ?? ''), n));
          expect(new Set(rows.map((row) => row.issueId)).size).toBe(4);
          rows.slice(1).forEach((row, index) => expect(row.prevHash).toBe(rows[index]?.hash));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('an act is recorded once', () => {
  it('two approvers at the same moment both succeed for their own slots', async () => {
    const outcomes = await Promise.all([approveAs('lee', 'engineering-lead'), approveAs('sam', 'security')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded', 'recorded']);
    expect((await askGate()).kind).toBe('open');
  });

  it('a double click and a retry are the same act', async () => {
    const id = freshCommandId();
    const outcomes = await Promise.all([
      approveAs('lee', 'engineering-lead', id),
      approveAs('lee', 'engineering-lead', id),
    ]);
    outcomes.push(await approveAs('lee', 'engineering-lead', id));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded', 'recorded', 'recorded']);
    expect([...stores.rows.values()].filter((row) => row.includes(id))).toHaveLength(1);
  });

  it('a write whose answer was lost is found again by the retry', async () => {
    await openChange(portsOf(), ID, account('erin'));
    const id = freshCommandId();
    let lost = false;
    stores.fault = () => (lost ? 'none' : ((lost = true), 'lost-after'));
    await expect(approveAs('lee', 'engineering-lead', id)).rejects.toThrow('did not answer');
    expect(await approveAs('lee', 'engineering-lead', id)).toMatchObject({ kind: 'recorded' });
    expect([...stores.rows.values()].filter((row) => row.includes(id))).toHaveLength(1);
  });

  it('a command id of somebody else is refused', async () => {
    const id = freshCommandId();
    await approveAs('lee', 'engineering-lead', id);
    expect(await approveAs('sam', 'security', id)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'command-id-reused' },
    });
  });

  it('a refused act leaves no row', async () => {
    await openChange(portsOf(), ID, account('erin'));
    const before = stores.rows.size;
    expect(await approveAs('erin', 'security')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'not-independent' },
    });
    expect(stores.rows.size).toBe(before);
  });

  it('200 racing decisions lose and double nothing', async () => {
    await openChange(portsOf(), ID, account('erin'));
    stores.pause = () => new Promise((resolve) => setImmediate(resolve));
    const racers = Array.from({ length: 200 }, (_, index) => ({
      id: freshCommandId(),
      act: { kind: 'propose-change', link: `https://example.com/pull/${index}`, revision: `r${index}` } as const,
    }));
    const outcomes = await Promise.all(
      racers.map(({ id, act }) =>
        recordAct(portsOf(), { issueId: ID, accountId: account('erin'), commandId: id, act }),
      ),
    );
    expect(outcomes.every(({ kind }) => kind === 'recorded')).toBe(true);
    const rows = [...stores.rows.values()];
    for (const { id } of racers) expect(rows.filter((row) => row.includes(id))).toHaveLength(1);
    expect(foldOfRows()).toEqual(await loadChange(portsOf(), ID));
    expect(JSON.parse(stores.checkpoints.get(ID) ?? '')).toEqual(foldOfRows());
  });
});

describe('the gate', () => {
  it('leaves its row when it opens, and none while it is closed', async () => {
    await askGate();
    expect(JSON.stringify([...stores.rows.values()])).not.toContain('gate-opened');
    await approveAs('lee', 'engineering-lead');
    await approveAs('sam', 'security');
    expect(await askGate()).toEqual({ kind: 'open' });
    expect(foldOfRows()?.openings).toMatchObject([{ gate: 'approvals', at: NOW.toISOString(), toStatusId: '2' }]);
  });

  it('stays closed when that row cannot be written', async () => {
    await approveAs('lee', 'engineering-lead');
    await approveAs('sam', 'security');
    stores.fault = () => 'lost-before';
    await expect(askGate()).rejects.toThrow('did not answer');
  });

  it('stays closed when its time is up, and leaves no row', async () => {
    await approveAs('lee', 'engineering-lead');
    await approveAs('sam', 'security');
    const rows = stores.rows.size;
    await expect(checkGate(portsOf(), 'approvals', transition, AbortSignal.abort())).rejects.toThrow();
    expect(stores.rows.size).toBe(rows);
  });

  it.each([
    ['description', { description: { type: 'doc', version: 1, content: [] } }, 'description changed'],
    ['description emptied already', { description: null }, undefined],
    ['assignee', { assignee: { accountId: 'lee' } }, 'became reporter or assignee'],
    ['unassigned', { assignee: null }, undefined],
    ['kind', { [KIND_FIELD]: { id: '2', value: 'Data corruption' } }, 'kind changed'],
    ['work type', { issuetype: { id: '1' } }, 'work type cannot be changed'],
  ])('counts what the transition screen changes: %s', async (_what, modifiedFields, words) => {
    await approveAs('lee', 'engineering-lead');
    await approveAs('sam', 'security');
    const answer = await askGate(modifiedFields);
    if (words === undefined) expect(answer.kind).toBe('open');
    else expect(answer.kind === 'blocked' ? answer.message : '').toContain(words);
  });

  it.each([{ assignee: 'lee' }, { assignee: { id: 7 } }, { [KIND_FIELD]: 'Outage' }])(
    'does not guess at a field value that it cannot read: %j',
    async (modifiedFields) => {
      await approveAs('lee', 'engineering-lead');
      await approveAs('sam', 'security');
      await expect(askGate(modifiedFields)).rejects.toThrow();
    },
  );

  it('sees an edit that is a second old, and an approver who became assignee', async () => {
    await approveAs('lee', 'engineering-lead');
    await approveAs('sam', 'security');
    jira.readings.set(ID, reading('10001', { content: { summary: 'Another', description: null } }));
    expect((await askGate()).kind).toBe('blocked');
    jira.readings.set(ID, reading('10001', { assignee: account('sam') }));
    expect((await askGate()).kind).toBe('blocked');
  });

  it('blocks an issue that is no emergency change, and one that the app cannot see', async () => {
    jira.readings.set(ID, reading('10001', { workType: 'Task' }));
    expect((await askGate()).kind).toBe('blocked');
    jira.readings.clear();
    await expect(askGate()).rejects.toThrow('cannot see');
  });

  it('says what to do when the site has no such group', async () => {
    jira.groups = [LEADS];
    const answer = await askGate();
    expect(answer.kind === 'blocked' ? answer.message : '').toContain('a Jira administrator has to create it');
  });
});

describe('what cannot be believed', () => {
  beforeEach(async () => {
    await approveAs('lee', 'engineering-lead');
    await approveAs('sam', 'security');
  });

  it('an altered row closes the gate', async () => {
    stores.checkpoints.clear();
    stores.rows.set(`${ID}:3`, (stores.rows.get(`${ID}:3`) ?? '').replace('"lee"', '"lou"'));
    await expect(askGate()).rejects.toThrow('altered');
  });

  it('an unreadable row or checkpoint closes the gate', async () => {
    const next = (foldOfRows()?.seq ?? 0) + 1;
    stores.rows.set(`${ID}:${next}`, '{"half":');
    await expect(askGate()).rejects.toThrow();
    stores.rows.set(`${ID}:${next}`, '{"half":1}');
    await expect(askGate()).rejects.toThrow('cannot be read');
    stores.rows.delete(`${ID}:${next}`);
    stores.checkpoints.set(ID, '{"foldVersion":999}');
    await expect(askGate()).rejects.toThrow('cannot be read by this version');
  });

  it('a checkpoint of an older fold is folded again', async () => {
    stores.checkpoints.set(ID, '{"foldVersion":0}');
    expect((await askGate()).kind).toBe('open');
  });
});
