import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Attestation } from '../../src/api';
import {
  aroundTheGates,
  CANCEL,
  CLOSE,
  MARK_DEPLOYED,
  procedure,
  START_DEPLOYMENT,
  STATUS,
} from '../support/a-procedure';
import { aSite, KIND_FIELD, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

let site: Site;
let key: string;
let people: ReturnType<typeof procedure>;
let record: ReturnType<typeof onRecord>;
let time: ReturnType<typeof timeOf>;
let around: ReturnType<typeof aroundTheGates>;
beforeEach(async () => {
  site = await aSite();
  people = procedure(site);
  record = onRecord(site);
  time = timeOf(site);
  around = aroundTheGates(site);
  key = await site.open();
  await site.settle();
});

const SECOND = 1000;
const breaches = () => record.breaches(record.issue(key).id);
const entry = async () => (await site.change('erin', key)).deployment.entry;
const verdict = async () => (await entry())?.verdict;
const edit = (fields: object) => site.rest('erin', 'PUT', `/issue/${key}`, { fields });

describe('step 3: a review', () => {
  it.each<{
    readonly what: string;
    readonly code: string;
    readonly who: string;
    readonly kind: 'peer' | 'security';
    readonly changes: Partial<Attestation>;
  }>([
    { what: 'by a requester', code: 'not-independent', who: 'erin', kind: 'peer', changes: {} },
    { what: 'by somebody who only reads', code: 'may-not-edit', who: 'ada', kind: 'peer', changes: {} },
    { what: 'of security by an engineer', code: 'not-eligible', who: 'pat', kind: 'security', changes: {} },
    { what: 'of security by a lead', code: 'not-eligible', who: 'lee', kind: 'security', changes: {} },
    { what: 'of security without a risk', code: 'bad-input', who: 'sam', kind: 'security', changes: { risk: null } },
    {
      what: 'of security without the reason of the risk',
      code: 'bad-input',
      who: 'sam',
      kind: 'security',
      changes: { risk: { level: 'high', why: ' ' } },
    },
    {
      what: 'that passes with a point open',
      code: 'bad-input',
      who: 'pat',
      kind: 'peer',
      changes: { rollbackKnown: false },
    },
    { what: 'without what was reviewed', code: 'bad-input', who: 'pat', kind: 'peer', changes: { link: '' } },
    {
      what: 'of something that is no https link',
      code: 'bad-input',
      who: 'pat',
      kind: 'peer',
      changes: { link: 'javascript:alert(1)' },
    },
    {
      what: 'that fails and does not say why',
      code: 'bad-input',
      who: 'pat',
      kind: 'peer',
      changes: { outcome: 'failed', findings: '' },
    },
    {
      what: 'with too long findings',
      code: 'too-long',
      who: 'pat',
      kind: 'peer',
      changes: { findings: 'x'.repeat(2001) },
    },
  ])('is refused $what', async ({ code, who, kind, changes }) => {
    expect(await people.review(who, key, kind, changes)).toMatchObject({ kind: 'refused', code });
    expect(record.eventsOf(key, 'reviewed')).toEqual([]);
  });

  it('is refused to one person for both', async () => {
    await people.review('sam', key, 'peer');
    expect(await people.review('sam', key, 'security')).toMatchObject({ code: 'same-person' });
    expect(await people.review('sky', key, 'security')).toMatchObject({ kind: 'recorded' });
  });

  it('is refused of content that the reviewer did not see', async () => {
    const { digest } = await site.change('pat', key);
    await edit({ description: null });
    const attestation = {
      outcome: 'passed',
      targeted: true,
      necessary: true,
      rollbackKnown: true,
      riskAssessed: true,
    } as const;
    const blind = { ...attestation, risk: null, findings: '', link: 'https://example.com/pull/42' };
    expect(
      await site.act('pat', key, { kind: 'review', review: 'peer', attestation: blind, expectedDigest: digest }),
    ).toMatchObject({ code: 'content-changed' });
  });

  it('is refused while nobody has said what kind of critical issue it is', async () => {
    const issue = record.issue(key);
    site.jira.store.issues.change(issue, { fields: { ...issue.fields, [KIND_FIELD]: null } });
    expect(await people.review('pat', key, 'peer')).toMatchObject({ code: 'kind-missing' });
  });

  it('is asked for by the gate, and a failed one keeps it closed until a new one passes', async () => {
    await people.approveBoth(key);
    await people.review('pat', key, 'peer', { outcome: 'failed', rollbackKnown: false, findings: 'No way back.' });
    await people.review('sky', key, 'security');
    const blocked = await site.startDeployment('erin', key);
    expect({ status: blocked.status, body: JSON.stringify(blocked.body) }).toEqual({
      status: 400,
      body: expect.stringContaining('The peer review did not pass'),
    });
    await people.review('pat', key, 'peer');
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('goes stale by an edit, with the difference shown, and so do the approvals', async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    await edit({ summary: 'Drop the orders table' });
    const { reviews, slots } = await site.change('erin', key);
    expect(reviews.map(({ state }) => state)).toEqual(['stale', 'stale']);
    expect(slots.map(({ state }) => state)).toEqual(['stale', 'stale']);
    expect(JSON.stringify(reviews[0]?.changed)).toContain('Drop the orders table');
    expect((await site.startDeployment('erin', key)).status).toBe(400);
  });

  it('does not count any more when the reviewer becomes the assignee', async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    await site.rest('erin', 'PUT', `/issue/${key}/assignee`, { accountId: '712020:pat' });
    const blocked = await site.startDeployment('erin', key);
    expect(JSON.stringify(blocked.body)).toContain('its reviewer became reporter or assignee');
  });
});

describe('step 4: the entry into deployment', () => {
  const clear = async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
  };

  it('through the open gate is clean, and is on record with who and when', async () => {
    await clear();
    await time.standStill(3 * MINUTE);
    await site.startDeployment('pat', key);
    await site.settle();
    expect(await entry()).toEqual({ at: '2026-11-24T03:03:00.000Z', by: '712020:pat', verdict: 'clean', missing: [] });
    expect(breaches()).toEqual([]);
  });

  it('past a validator that was taken off is satisfied-ungated when all was there, and no breach', async () => {
    await clear();
    around.removeValidators(START_DEPLOYMENT);
    await time.standStill(10 * SECOND);
    await site.startDeployment('erin', key);
    await site.settle();
    expect(await verdict()).toBe('satisfied-ungated');
    expect(breaches()).toEqual([]);
  });

  it('within the margin of the clocks after the last approval is unproven, and a breach', async () => {
    await clear();
    around.removeValidators(START_DEPLOYMENT);
    await time.standStill(2 * SECOND);
    await site.startDeployment('erin', key);
    await site.settle();
    expect(await verdict()).toBe('unproven');
    expect(breaches()).toEqual(['deployment-unproven']);
  });

  it('is unproven as well when the content was edited before anybody looked', async () => {
    site.forge.events.delay = 60 * SECOND;
    await clear();
    around.removeValidators(START_DEPLOYMENT);
    await time.standStill(10 * SECOND);
    await site.startDeployment('erin', key);
    await time.standStill(SECOND);
    await edit({ description: null });
    await time.pass(2 * MINUTE);
    expect(await verdict()).toBe('unproven');
  });

  it.each<{ readonly what: string; readonly go: () => unknown }>([
    {
      what: 'a validator that was taken off',
      go: () => {
        around.removeValidators(START_DEPLOYMENT);
        return site.startDeployment('erin', key);
      },
    },
    { what: 'a bulk transition', go: () => around.bulkTransition('erin', key, START_DEPLOYMENT) },
    {
      what: 'a status that was put',
      go: () => {
        around.putStatus('erin', key, STATUS.deploying);
      },
    },
    {
      what: 'a status that was put, after the last one',
      go: () => {
        around.putStatus('erin', key, STATUS.deployed);
      },
    },
  ])('by $what is a bypass: a breach, told to both groups, listed first', async ({ go }) => {
    await site.approve('lee', key, 'engineering-lead');
    await time.standStill(10 * SECOND);
    await go();
    await site.settle();
    const change = await site.change('erin', key);
    expect(change.deployment.entry).toMatchObject({
      by: '712020:erin',
      at: '2026-11-24T03:00:10.000Z',
      verdict: 'bypass',
    });
    expect(change.deployment.entry?.missing.join(' ')).toContain(
      'Approval by a member of the Security Team is missing',
    );
    expect(change.breaches[0]).toMatchObject({ rule: 'deployed-past-gate', happenedAt: '2026-11-24T03:00:10.000Z' });
    expect(record.emails('Breach')).toMatchObject([{ to: ['lee', 'lou', 'sam', 'sky'] }]);
    expect(record.issue(key).fields.labels).toContain('emergency-change-breach');
  });

  it('of an issue that nobody had registered is a bypass', async () => {
    site.forge.events.disorder({ losses: 1 });
    key = await site.open();
    await time.standStill(HOUR);
    around.putStatus('erin', key, STATUS.deploying);
    site.forge.events.disorder({});
    await time.pass(HOUR);
    expect(await verdict()).toBe('bypass');
    expect(record.eventsOf(key, 'registered')).toMatchObject([{ declaredAt: '2026-11-24T03:00:00.000Z' }]);
    expect(breaches()).toContain('deployed-past-gate');
  });

  it('whose event never came is found within the hour, judged by its own time', async () => {
    await site.approve('lee', key, 'engineering-lead');
    await time.pass(20 * MINUTE);
    site.forge.events.disorder({ losses: 1 });
    around.putStatus('pat', key, STATUS.deploying);
    await time.pass(10 * SECOND);
    expect(breaches()).toEqual([]);
    await time.pass(HOUR);
    expect(await entry()).toMatchObject({ at: '2026-11-24T03:20:00.000Z', by: '712020:pat', verdict: 'bypass' });
    expect(breaches()).toEqual(['deployed-past-gate']);
  });

  it('is not laundered by approvals that come before its event', async () => {
    site.forge.events.delay = 3 * MINUTE;
    around.removeValidators(START_DEPLOYMENT);
    await site.startDeployment('erin', key);
    await time.standStill(30 * SECOND);
    await clear();
    await time.pass(5 * MINUTE);
    expect(await verdict()).toBe('bypass');
    expect(breaches()).toEqual(['deployed-past-gate']);
    const change = await site.change('erin', key);
    expect(change.slots.map(({ approval }) => approval?.retroactive)).toEqual([true, true]);
    expect(change.reviews.map(({ done }) => done?.retroactive)).toEqual([true, true]);
    expect(record.projection(key)).toMatchObject({ retroactive: 'true', verdict: 'bypass' });
  });

  it('keeps its verdict, whatever is recorded later', async () => {
    around.removeValidators(START_DEPLOYMENT);
    await site.startDeployment('erin', key);
    await site.settle();
    await clear();
    await people.move('erin', key, MARK_DEPLOYED);
    await time.pass(HOUR);
    await people.catchUp(key);
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
    await time.pass(HOUR);
    expect(await site.change('erin', key)).toMatchObject({
      phase: 'completed',
      deployment: { entry: { verdict: 'bypass' } },
      breaches: [{ rule: 'deployed-past-gate' }],
    });
  });

  it('by somebody who approved is allowed, and shown', async () => {
    await clear();
    await site.startDeployment('lee', key);
    await site.settle();
    expect(await entry()).toMatchObject({ by: '712020:lee', verdict: 'clean' });
    expect(breaches()).toEqual([]);
  });
});

describe('an opening of the gate counts for what it was given, and for nothing else', () => {
  /** The gate opens, and the transition is refused all the same, by a rule after it. */
  const openInVain = async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    expect((await site.startDeployment('erin', key, { summary: 'Drop the orders table' })).status).toBe(400);
    await time.standStill(10 * SECOND);
  };
  const deployAround = async () => {
    await time.standStill(10 * SECOND);
    await around.bulkTransition('erin', key, START_DEPLOYMENT);
    await site.settle();
  };

  it('not for content that was edited in between', async () => {
    await openInVain();
    await edit({ summary: 'Drop the orders table' });
    await deployAround();
    expect(await verdict()).not.toBe('clean');
    expect(breaches()).not.toEqual([]);
  });

  it('not when an approval was withdrawn in between', async () => {
    await openInVain();
    await people.act('sam', key, { kind: 'withdraw', slot: 'security', reason: 'I misread it.' });
    await deployAround();
    expect(await verdict()).toBe('bypass');
  });

  it('not when somebody rejected in between', async () => {
    await openInVain();
    await people.act('sky', key, { kind: 'reject', slot: 'security', reason: 'No.' });
    await deployAround();
    expect(await verdict()).toBe('bypass');
  });

  it('not when a review failed in between', async () => {
    await openInVain();
    await people.review('pat', key, 'peer', { outcome: 'failed', findings: 'No way back.' });
    await deployAround();
    expect(await verdict()).toBe('bypass');
  });

  it('not when an approver became the assignee in between', async () => {
    await openInVain();
    await site.rest('erin', 'PUT', `/issue/${key}/assignee`, { accountId: '712020:sam' });
    await deployAround();
    expect(await verdict()).toBe('bypass');
  });
});

describe('step 4: after the entry', () => {
  const start = async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    await site.startDeployment('pat', key);
    await site.settle();
  };

  it('reminds the deployer half-way, and flags it when nobody marks it as deployed', async () => {
    await start();
    await time.until('2026-11-24T05:30:00.000Z');
    expect(record.emails('Is this emergency change deployed?')).toMatchObject([{ to: ['pat'] }]);
    expect(breaches()).toEqual([]);
    expect(record.subtasks(key)).toEqual([]);
    await time.until('2026-11-24T08:00:00.000Z');
    expect(breaches()).toEqual(['mark-deployed-late']);
    expect((await site.change('erin', key)).breaches[0]?.happenedAt).toBe('2026-11-24T07:00:00.000Z');
  });

  it('counts the post-mortem from the entry then, and keeps that when it is marked at last', async () => {
    await start();
    await time.until('2026-11-25T12:00:00.000Z');
    const due = () => record.eventsOf(key, 'obligation-began').find((begun) => begun.duty.kind === 'follow-up');
    expect(due()).toMatchObject({ from: '2026-11-24T03:00:00.000Z', due: '2026-11-27T23:59:59.999Z' });
    await people.move('pat', key, MARK_DEPLOYED);
    await time.pass(2 * HOUR);
    const change = await site.change('erin', key);
    expect(change.deployment.deployedAt).toBe('2026-11-25T12:00:00.000Z');
    expect(change.followUps.map((followUp) => followUp.due)).toEqual(Array(3).fill('2026-11-27T23:59:59.999Z'));
    expect(record.subtasks(key)).toHaveLength(3);
    expect(breaches()).toEqual(['mark-deployed-late']);
  });

  it('reminds of nothing and flags nothing when it is marked in time', async () => {
    await start();
    await time.pass(HOUR);
    await people.move('pat', key, MARK_DEPLOYED);
    await time.pass(24 * HOUR);
    expect(record.emails('Is this emergency change deployed?')).toEqual([]);
    expect(breaches()).toEqual([]);
  });

  it('is in time by Jira’s own time, also when the event of it was lost', async () => {
    await start();
    await time.until('2026-11-24T06:50:00.000Z');
    site.forge.events.disorder({ losses: 1 });
    await people.move('pat', key, MARK_DEPLOYED);
    await time.pass(2 * HOUR);
    expect((await site.change('erin', key)).deployment.deployedAt).toBe('2026-11-24T06:50:00.000Z');
    expect(breaches()).toEqual([]);
    expect((await site.change('erin', key)).followUps[0]?.due).toBe('2026-11-27T23:59:59.999Z');
  });

  it('closed past its gate is a breach, and what is missing can be recorded all the same', async () => {
    await start();
    await people.move('pat', key, MARK_DEPLOYED);
    await time.pass(HOUR);
    expect((await people.move('erin', key, CLOSE)).status).toBe(400);
    around.removeValidators(CLOSE);
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
    await site.settle();
    expect(await site.change('erin', key)).toMatchObject({
      phase: 'deployed',
      stage: 'closed',
      breaches: [{ rule: 'closed-past-gate' }],
    });
    expect(record.emails('Breach')).toHaveLength(1);
    await people.catchUp(key);
    await time.pass(HOUR);
    expect(await site.change('erin', key)).toMatchObject({
      phase: 'completed',
      breaches: [{ rule: 'closed-past-gate' }],
    });
  });

  it('keeps links to what shows the deployment, once each and only https', async () => {
    const evidence = { kind: 'link-evidence', link: 'https://ci.example.com/42', label: 'Pipeline 42' } as const;
    expect(await site.act('ada', key, evidence)).toMatchObject({ code: 'may-not-edit' });
    expect(await site.act('pat', key, { ...evidence, link: 'http://ci.example.com/42' })).toMatchObject({
      code: 'bad-input',
    });
    expect(await site.act('pat', key, { ...evidence, label: ' ' })).toMatchObject({ code: 'bad-input' });
    expect(await site.act('pat', key, evidence)).toMatchObject({ kind: 'recorded' });
    expect(await site.act('erin', key, evidence)).toMatchObject({ code: 'already-decided' });
    expect((await site.change('erin', key)).deployment.evidence).toMatchObject([
      { by: '712020:pat', link: 'https://ci.example.com/42', label: 'Pipeline 42' },
    ]);
  });

  it('takes back no decision that was made before it', async () => {
    await start();
    const reason = 'I misread it.';
    expect(await site.act('sam', key, { kind: 'withdraw', slot: 'security', reason })).toMatchObject({
      code: 'too-late',
    });
    expect(await site.act('sky', key, { kind: 'reject', slot: 'security', reason })).toMatchObject({
      code: 'too-late',
    });
    expect((await people.move('erin', key, CANCEL)).status).toBe(400);
  });
});
