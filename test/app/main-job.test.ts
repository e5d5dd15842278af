import { beforeEach, describe, expect, it } from '@jest/globals';
import { procedure } from '../support/a-procedure';
import { aSite, type Site } from '../support/a-site';

let site: Site;
let key: string;
beforeEach(async () => {
  site = await aSite();
  key = await site.open();
});

/** The approvals by themselves: the start of the deployment asks for no reviews on this site. */
function askNoReviews(): void {
  const workflow = site.jira.store.workflows.get('emergency-change');
  const start = workflow?.transitions.find(({ name }) => name === 'Start deployment');
  if (start === undefined) throw new Error('The demo site has no "Start deployment".');
  start.validators = start.validators.filter(({ id }) => id !== 'rule-reviews');
}

const words = (body: unknown): string => JSON.stringify(body);

describe('two approvals open the deploy gate', () => {
  it('from opening the change to its deployment', async () => {
    await site.settle();
    const refused = await site.startDeployment('erin', key);
    expect(refused).toMatchObject({ status: 400, body: { errors: {} } });
    expect(words(refused.body)).toContain(
      'Approval by an Engineering Lead is missing. Anybody of group engineering-leads',
    );
    expect(words(refused.body)).toContain(
      'Approval by a member of the Security Team is missing. Anybody of group security-team',
    );
    expect(await site.statusOf(key)).toBe('Identified');

    expect(await site.approve('lee', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    const still = await site.startDeployment('erin', key);
    expect(words(still.body)).not.toContain('Approval by an Engineering Lead is missing');
    expect(words(still.body)).toContain('Approval by a member of the Security Team is missing');

    expect(await site.approve('sam', key, 'security')).toMatchObject({
      kind: 'recorded',
      change: { phase: 'in-review' },
    });
    expect(words((await site.startDeployment('erin', key)).body)).toContain('The peer review is missing');
    await procedure(site).reviewBoth(key);
    expect(await site.change('erin', key)).toMatchObject({ phase: 'cleared' });
    expect(await site.startDeployment('erin', key)).toEqual({ status: 204, body: undefined });
    expect(await site.statusOf(key)).toBe('Deploying');
    expect(await site.change('erin', key)).toMatchObject({ stage: 'deploying', number: 1 });
  });

  it.each(['event', 'panel', 'gate'] as const)('registers at once and once, when the %s comes first', async (first) => {
    if (first === 'panel') await site.change('pat', key);
    if (first === 'gate') await site.startDeployment('erin', key);
    await site.settle();
    await site.change('lee', key);
    await site.settle();
    expect(await site.change('erin', key)).toMatchObject({ number: 1 });
    const second = await site.open('pat');
    await site.settle();
    expect(await site.change('erin', second)).toMatchObject({ number: 2 });
    expect(site.forge.kvs.store.entries('entity:register', 0).map(({ key: number }) => number)).toEqual(['1', '2']);
  });

  it('shows each viewer what he can do', async () => {
    const offers = async (who: string) =>
      (await site.change(who, key)).offers.map((offer) =>
        [offer.kind, ...('slot' in offer ? [offer.slot] : []), ...('review' in offer ? [offer.review] : [])].join(' '),
      );
    const editor = ['propose-change', 'link-evidence'];
    const reports = ['report-approval engineering-lead', 'report-approval security'];
    expect(await offers('erin')).toEqual([...reports, ...editor]);
    expect(await offers('pat')).toEqual([...reports, 'review peer', ...editor]);
    expect(await offers('lee')).toEqual([
      'acknowledge',
      'approve engineering-lead',
      'report-approval engineering-lead',
      'reject engineering-lead',
      'report-approval security',
      'review peer',
      ...editor,
    ]);
    expect(await offers('sky')).toEqual([
      'acknowledge',
      'report-approval engineering-lead',
      'approve security',
      'report-approval security',
      'reject security',
      'review peer',
      'review security',
      ...editor,
    ]);
    expect(await offers('ada')).toEqual([]);
    expect(await site.view('mal', key).catch(String)).toMatch(/404|not-here/);
    expect((await site.change('lee', key)).next).toMatchObject({ headline: 'Your approval is needed', tone: 'act' });
    expect((await site.change('erin', key)).next).toMatchObject({
      headline: 'Waiting for both approvals',
      tone: 'wait',
    });
  });
});

describe('refused with a reason, and recorded nowhere as an approval', () => {
  const refusedAs = async (code: string, who: string, slot: 'engineering-lead' | 'security') => {
    expect(await site.approve(who, key, slot)).toMatchObject({
      kind: 'refused',
      code,
      message: expect.stringMatching(/\w+ .*\./),
    });
    expect((await site.change('jo', key)).slots.every(({ approval }) => approval === null)).toBe(true);
  };
  const assign = (who: string | null) =>
    site.rest('pat', 'PUT', `/issue/${key}/assignee`, { accountId: who === null ? null : `712020:${who}` });

  it('the reporter and creator', async () => {
    key = await site.open('lee');
    await refusedAs('not-independent', 'lee', 'engineering-lead');
  });

  it('the assignee', async () => {
    await assign('lee');
    await refusedAs('not-independent', 'lee', 'engineering-lead');
  });

  it('somebody who was assignee for a moment, before anybody looked', async () => {
    await assign('lee');
    await assign(null);
    await refusedAs('not-independent', 'lee', 'engineering-lead');
  });

  it('somebody who was assignee, long ago in a history longer than Jira sends at once', async () => {
    await assign('lee');
    await assign(null);
    for (let n = 0; n < 60; n += 1) await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { labels: [`n${n}`] } });
    await refusedAs('not-independent', 'lee', 'engineering-lead');
  });

  it('somebody who was reporter for a moment', async () => {
    for (const who of ['sam', 'erin']) {
      await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { reporter: { accountId: `712020:${who}` } } });
    }
    await refusedAs('not-independent', 'sam', 'security');
  });

  it('somebody outside the group, an engineer and the Jira administrator alike', async () => {
    await refusedAs('not-eligible', 'pat', 'engineering-lead');
    await refusedAs('not-eligible', 'jo', 'security');
    await refusedAs('not-eligible', 'sam', 'engineering-lead');
  });

  it('one person for both slots', async () => {
    const group = [...site.jira.store.groups.values()].find(({ name }) => name === 'security-team');
    if (group) group.members = [...group.members, '712020:lee'];
    expect(await site.approve('lee', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
    expect(await site.approve('lee', key, 'security')).toMatchObject({ kind: 'refused', code: 'same-person' });
  });

  it('on an issue that is no emergency change', async () => {
    const { body } = await site.rest('erin', 'POST', '/issue', {
      fields: { project: { key: 'WEB' }, issuetype: { name: 'Task' }, summary: 'Colours' },
    });
    const forged = await site.forge.invoke({
      functionKey: 'issue-panel',
      moduleKey: 'emergency-change-panel',
      accountId: '712020:lee',
      limitSeconds: 25,
      payload: {
        call: { functionKey: 'view', payload: {} },
        context: { accountId: '712020:jo', extension: { issue: { id: (body as { id: string }).id } } },
      },
    });
    expect(forged.outcome).toMatchObject({
      kind: 'returned',
      value: { kind: 'not-here', message: expect.stringContaining('is not an emergency change') },
    });
  });

  it('somebody without access, whatever the panel says of where it is', async () => {
    const { digest } = await site.change('erin', key);
    const { id } = (await site.rest('erin', 'GET', `/issue/${key}?fields=summary`)).body as { id: string };
    const act = { kind: 'approve', slot: 'security', comment: '', expectedDigest: digest };
    const group = [...site.jira.store.groups.values()].find(({ name }) => name === 'security-team');
    if (group) group.members = [...group.members, '712020:mal'];
    const forged = await site.forge.invoke({
      functionKey: 'issue-panel',
      moduleKey: 'emergency-change-panel',
      accountId: '712020:mal',
      limitSeconds: 25,
      payload: {
        call: { functionKey: 'act', payload: { commandId: '00000000-0000-4000-8000-ffffffffffff', act } },
        context: { accountId: '712020:sam', extension: { issue: { id } } },
      },
    });
    expect(forged.outcome).toMatchObject({ kind: 'returned', value: { kind: 'not-here' } });
    expect((await site.change('jo', key)).slots.every(({ approval }) => approval === null)).toBe(true);
  });

  it('what the approver did not see: he is shown the new content first', async () => {
    const { digest } = await site.change('lee', key);
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Drop the orders table' } });
    const blind = { kind: 'approve', slot: 'engineering-lead', comment: '', expectedDigest: digest } as const;
    expect(await site.act('lee', key, blind)).toMatchObject({
      kind: 'refused',
      code: 'content-changed',
      change: { summary: 'Drop the orders table' },
    });
  });

  it('a payload that the panel could not have sent', async () => {
    expect(await site.act('lee', key, { kind: 'approve', slot: 'ceo' } as never)).toMatchObject({ kind: 'failed' });
    expect((await site.change('jo', key)).slots.every(({ approval }) => approval === null)).toBe(true);
  });
});

describe('the gate closes again', () => {
  beforeEach(async () => {
    askNoReviews();
    await site.approve('lee', key, 'engineering-lead');
    await site.approve('sam', key, 'security');
  });
  const edit = (fields: object) => site.rest('erin', 'PUT', `/issue/${key}`, { fields });
  const blockedWith = async (text: string, fields?: object) => {
    const { status, body } = await site.startDeployment('erin', key, fields);
    expect({ status, text: words(body) }).toEqual({ status: 400, text: expect.stringContaining(text) });
    expect(await site.statusOf(key)).toBe('Identified');
  };

  it.each([
    ['summary', { summary: 'Another' }],
    ['description', { description: null }],
    ['kind', { customfield_10050: { value: 'Data corruption' } }],
  ])('after an edit of the %s, a moment old', async (field, fields) => {
    await edit(fields);
    await blockedWith(`The ${field} changed after`);
  });

  it('after another proposed change', async () => {
    const link = 'https://git.example.com/shop/pull/42';
    await site.act('erin', key, { kind: 'propose-change', link, revision: 'c0ffee' });
    await blockedWith('The proposed change changed after');
  });

  it('when the edit is made on the screen of the very transition', async () => {
    await blockedWith('The description changed', { description: null });
    await blockedWith('The summary or the reporter cannot be changed', { summary: 'Sneaky' });
    await blockedWith('became reporter or assignee', { assignee: { accountId: '712020:sam' } });
    expect((await site.startDeployment('erin', key, { assignee: { accountId: '712020:pat' } })).status).toBe(204);
  });

  it('when an approver becomes assignee or reporter, and stays closed when he is so no longer', async () => {
    await site.rest('pat', 'PUT', `/issue/${key}/assignee`, { accountId: '712020:sam' });
    await blockedWith('became reporter or assignee');
    await site.rest('pat', 'PUT', `/issue/${key}/assignee`, { accountId: null });
    await blockedWith('became reporter or assignee');
    await site.approve('sky', key, 'security');
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('when somebody withdraws, or rejects; an edit does not lift the rejection', async () => {
    await site.act('sam', key, { kind: 'reject', slot: 'security', reason: 'It opens a hole.' });
    await edit({ summary: 'Another' });
    await blockedWith('has rejected the change');
    const { digest } = await site.change('sky', key);
    const override = {
      kind: 'override-rejection',
      slot: 'security',
      reason: 'Known.',
      expectedDigest: digest,
    } as const;
    expect(await site.act('sky', key, override)).toMatchObject({ kind: 'recorded' });
    await site.approve('lee', key, 'engineering-lead');
    await site.approve('sky', key, 'security');
    await site.act('sky', key, { kind: 'withdraw', slot: 'security', reason: 'I misread it.' });
    await blockedWith('Approval by a member of the Security Team is missing');
  });
});

describe('once, and only once', () => {
  const rows = () => site.forge.kvs.store.entries('entity:ledger', 0);

  it('two approvers at the same moment both succeed for their own slots', async () => {
    askNoReviews();
    const outcomes = await Promise.all([
      site.approve('lee', key, 'engineering-lead'),
      site.approve('sam', key, 'security'),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['recorded', 'recorded']);
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('a double click, a retry, and a write whose answer was lost', async () => {
    await site.change('erin', key);
    const id = '11111111-1111-4111-8111-111111111111';
    site.forge.faults.add({
      service: 'kvs',
      operation: 'entity/set',
      key: ':3',
      nth: 1,
      failure: { kind: 'drop', when: 'after' },
    });
    const twice = await Promise.all([
      site.approve('lee', key, 'engineering-lead', id),
      site.approve('lee', key, 'engineering-lead', id),
    ]);
    const again = await site.approve('lee', key, 'engineering-lead', id);
    expect([...twice, again].map(({ kind }) => kind)).toEqual(['recorded', 'recorded', 'recorded']);
    expect(rows().filter((row) => JSON.stringify(row).includes(id))).toHaveLength(1);
  });

  it('200 racing decisions lose and double nothing', async () => {
    await site.change('erin', key);
    const act = (n: number) =>
      ({ kind: 'propose-change', link: `https://git.example.com/pull/${n}`, revision: `r${n}` }) as const;
    const replies = await Promise.all(Array.from({ length: 200 }, (_, n) => site.act('erin', key, act(n))));
    expect(new Set(replies.map(({ kind }) => kind))).toEqual(new Set(['recorded']));
    const ledger = JSON.stringify(rows());
    for (let n = 0; n < 200; n += 1) expect(ledger.split(`"https://git.example.com/pull/${n}"`)).toHaveLength(2);
  });
});

describe('what fails, fails closed and says so', () => {
  beforeEach(async () => {
    askNoReviews();
    await site.approve('lee', key, 'engineering-lead');
    await site.approve('sam', key, 'security');
  });
  const blocked = async () => {
    const { status, body } = await site.startDeployment('erin', key);
    expect({ status, text: words(body) }).toEqual({
      status: 400,
      text: expect.stringContaining('could not be checked just now'),
    });
    expect(await site.statusOf(key)).toBe('Identified');
  };

  it.each([
    [
      'a row cannot be read',
      { service: 'kvs', operation: 'entity/get', failure: { kind: 'fail', when: 'before', status: 500 } },
    ],
    ['the storage is gone', { service: 'kvs', failure: { kind: 'drop', when: 'before' } }],
    ['the issue cannot be read', { service: 'jira', failure: { kind: 'fail', when: 'before', status: 503 } }],
    [
      'the opening cannot be written',
      { service: 'kvs', operation: 'entity/set', failure: { kind: 'drop', when: 'before' } },
    ],
    [
      'the storage takes 21 seconds',
      {
        service: 'kvs',
        operation: 'entity/get',
        nth: 1,
        failure: { kind: 'delay', when: 'before', milliseconds: 21_000 },
      },
    ],
    ['Jira never answers', { service: 'jira', failure: { kind: 'time-out', when: 'before' } }],
  ] as const)('%s', async (_what, rule) => {
    site.forge.faults.add(rule);
    await blocked();
    site.forge.faults.clear();
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('a gate decision takes at most two reads and one write of storage and one call to Jira', async () => {
    const before = site.forge.calls.length;
    await site.startDeployment('erin', key);
    const calls = site.forge.calls.slice(before).map(({ service, operation }) => `${service} ${operation}`);
    expect(calls.filter((call) => call.startsWith('jira'))).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('kvs')).sort()).toEqual([
      'kvs entity/get',
      'kvs entity/get',
      'kvs entity/set',
    ]);
  });

  it('the panel takes one invocation and at most four remote calls', async () => {
    const before = site.forge.calls.length;
    await site.change('erin', key);
    expect(site.forge.calls.length - before).toBeLessThanOrEqual(4);
  });
});
