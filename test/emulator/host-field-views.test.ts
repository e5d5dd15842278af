import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { frozenClock } from '../../emulator/clock';
import { createEmulator, type Emulator } from '../../emulator/emulator';

const APP_ROOT = join(dirname(require.resolve('./fixtures/ui-kit-app/src/ui/gallery.tsx')), '../..');
const FIELD = 'customfield_19999';

let emulator: Emulator;

beforeAll(async () => {
  const clock = frozenClock(new Date('2026-11-24T03:00:00.000Z'));
  emulator = await createEmulator({ appRoot: APP_ROOT, clock });
  const authorization = `Basic ${Buffer.from('erin@example.com:erin-token').toString('base64')}`;
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'With a value' };
  await emulator.fetch(
    new Request('http://127.0.0.1:4000/rest/api/3/issue', {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ fields }),
    }),
  );
});

function show(formatter: string, value: unknown): void {
  const { store } = emulator.jira;
  const forge = {
    type: 'ari:cloud:ecosystem::extension/fixture/development/static/state',
    key: 'fixture__DEVELOPMENT__state',
    moduleKey: 'state',
    appAccountId: 'app',
    fieldType: 'object',
    collection: 'none',
    readOnly: true,
    searchAliases: [],
    formatter,
  } as const;
  store.fields.set(FIELD, { id: FIELD, name: 'State', type: 'forge', custom: true, options: [], forge });
  for (const issue of store.issues.values()) {
    store.issues.change(issue, { fields: { ...issue.fields, [FIELD]: value } });
  }
}

async function views(who: string): Promise<unknown> {
  const cookie = `emulator-account=${encodeURIComponent(`712020:${who}`)}`;
  const answer = await emulator.fetch(
    new Request('http://127.0.0.1:4000/emulator/field-views?issueKeys=OPS-1,OPS-99', { headers: { cookie } }),
  );
  return answer.json();
}

describe('a field of an app on the pages', () => {
  it('is shown as its formatter says', async () => {
    show('value.phase', { phase: 'deployed' });
    expect(await views('erin')).toEqual({ issues: { 'OPS-1': { [FIELD]: 'deployed' } } });
  });

  it('is left to its own words where the formatter fails', async () => {
    show('value.phase.name.first', { phase: null });
    expect(await views('erin')).toEqual({ issues: { 'OPS-1': {} } });
  });

  it('is not shown to who may not see the issue', async () => {
    show('value.phase', { phase: 'deployed' });
    expect(await views('mal')).toEqual({ issues: {} });
  });
});
