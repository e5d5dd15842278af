import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aroundTheGates, CANCEL, CLOSE, MARK_DEPLOYED, procedure, START_DEPLOYMENT } from '../support/a-procedure';
import { aSite, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

async function found(site: Site, jql: string, who = 'erin'): Promise<readonly string[]> {
  const body = { jql, fields: ['summary'], maxResults: 100 };
  const answer = await site.rest(who, 'POST', '/search/jql', body);
  if (answer.status !== 200) throw new Error(`${jql}: ${JSON.stringify(answer.body)}`);
  const { issues } = answer.body as { readonly issues: readonly { readonly fields: { readonly summary: string } }[] };
  return issues.map(({ fields }) => fields.summary).sort();
}

/** Changes in different states, each brought there by what people do; named by their summaries. */
async function population(site: Site): Promise<void> {
  const { act, approveBoth, reviewBoth, report, deploy, catchUp, move } = procedure(site);
  const { until, pass } = timeOf(site);
  const { bulkTransition } = aroundTheGates(site);
  const open = async (summary: string, who = 'erin') => {
    const key = await site.open(who, { summary });
    await site.settle();
    return key;
  };
  const late = await open('late');
  await deploy(late);
  await until('2026-11-26T10:00:00.000Z');
  const dueSoon = await open('due soon');
  await deploy(dueSoon);
  const done = await open('done', 'pat');
  await site.approve('lou', done, 'engineering-lead');
  await site.approve('sky', done, 'security');
  const { digest } = await site.change('erin', done);
  const review = {
    outcome: 'passed',
    targeted: true,
    necessary: true,
    rollbackKnown: true,
    riskAssessed: true,
  } as const;
  const attestation = { ...review, findings: '', link: 'https://example.com/1', risk: null };
  await act('erin', done, { kind: 'review', review: 'peer', attestation, expectedDigest: digest });
  await act('sam', done, {
    kind: 'review',
    review: 'security',
    attestation: { ...attestation, risk: { level: 'low', why: 'One line.' } },
    expectedDigest: digest,
  });
  await site.startDeployment('erin', done);
  await site.settle();
  await move('erin', done, MARK_DEPLOYED);
  await pass(HOUR);
  await catchUp(done);
  await move('erin', done, CLOSE);
  await until('2026-12-01T10:00:00.000Z');

  await open('fresh');
  const led = await open('led', 'pat');
  await site.approve('lee', led, 'engineering-lead');
  const secured = await open('secured');
  await site.approve('sam', secured, 'security');
  const told = await open('told');
  await report('pat', told, 'engineering-lead', 'lou');
  const cleared = await open('cleared');
  await approveBoth(cleared);
  await reviewBoth(cleared);
  const bypassed = await open('bypassed');
  await pass(MINUTE);
  await bulkTransition('erin', bypassed, START_DEPLOYMENT);
  await site.settle();
  await approveBoth(bypassed);
  await move('erin', bypassed, MARK_DEPLOYED);
  const cancelled = await open('cancelled');
  await move('erin', cancelled, CANCEL);
  await pass(MINUTE);
}

const OPEN = ['identified', 'awaiting-approvals', 'in-review', 'cleared', 'deploying', 'deployed']
  .map((phase) => `EmergencyChange.phase = "${phase}"`)
  .join(' OR ');

describe('the lists, by plain values and documented operators', () => {
  let site: Site;
  beforeAll(async () => {
    site = await aSite();
    await population(site);
  });

  it.each([
    {
      list: 'all open',
      jql: OPEN,
      expected: ['bypassed', 'cleared', 'due soon', 'fresh', 'late', 'led', 'secured', 'told'],
    },
    {
      list: 'awaiting an Engineering Lead',
      jql: 'EmergencyChange.awaiting = "engineering-lead"',
      expected: ['fresh', 'secured'],
    },
    {
      list: 'awaiting the Security Team',
      jql: 'EmergencyChange.awaiting = security',
      expected: ['fresh', 'led', 'told'],
    },
    {
      list: 'awaiting a peer review',
      jql: 'EmergencyChange.awaiting = "peer-review"',
      expected: ['fresh', 'led', 'secured', 'told'],
    },
    { list: 'unratified', jql: 'EmergencyChange.awaiting = ratification', expected: ['told'] },
    {
      list: 'deployed without a post-mortem',
      jql: 'EmergencyChange.phase = deployed AND (EmergencyChange.postMortem = open OR EmergencyChange.postMortem = overdue)',
      expected: ['bypassed', 'due soon', 'late'],
    },
    { list: 'due within the next business day', jql: 'EmergencyChange.dueState = "due-soon"', expected: ['due soon'] },
    { list: 'overdue', jql: 'EmergencyChange.dueState = overdue', expected: ['late'] },
    {
      list: 'with a post-mortem due this week',
      jql: 'EmergencyChange.postMortemDue >= "2026-11-30T00:00Z" AND EmergencyChange.postMortemDue < "2026-12-03T00:00Z"',
      expected: ['done', 'due soon'],
    },
    {
      list: 'breached: a late post-mortem',
      jql: 'EmergencyChange.breaches = "post-mortem-late"',
      expected: ['late'],
    },
    { list: 'breached: past the gate', jql: 'EmergencyChange.breaches = "deployed-past-gate"', expected: ['bypassed'] },
    {
      list: 'without a breach',
      jql: 'EmergencyChange.breaches = none',
      expected: ['cancelled', 'cleared', 'done', 'due soon', 'fresh', 'led', 'secured', 'told'],
    },
    { list: 'retroactive', jql: 'EmergencyChange.retroactive = "true"', expected: ['bypassed'] },
    { list: 'by verdict', jql: 'EmergencyChange.verdict = bypass', expected: ['bypassed'] },
    { list: 'by approver', jql: 'EmergencyChange.approvers = "712020:lou"', expected: ['done', 'told'] },
    { list: 'by requester', jql: 'EmergencyChange.requester = "712020:pat"', expected: ['done', 'led'] },
    { list: 'by month', jql: 'EmergencyChange.month = "2026-11"', expected: ['done', 'due soon', 'late'] },
    { list: 'by number', jql: 'EmergencyChange.number = 3', expected: ['done'] },
    { list: 'ready to be deployed', jql: 'EmergencyChange.phase = cleared', expected: ['cleared'] },
    { list: 'completed', jql: 'EmergencyChange.phase = completed', expected: ['done'] },
    { list: 'cancelled', jql: 'EmergencyChange.phase = cancelled', expected: ['cancelled'] },
    {
      list: 'by the label that every tool sees',
      jql: 'labels = "emergency-change-breach"',
      expected: ['bypassed', 'late'],
    },
  ])('$list', async ({ jql, expected }) => {
    expect(await found(site, jql)).toEqual(expected);
  });

  it('are empty for who may not see the project', async () => {
    expect(await found(site, OPEN, 'mal').catch(() => [])).toEqual([]);
  });
});

describe('the field that is searched', () => {
  let site: Site;
  let key: string;
  let record: ReturnType<typeof onRecord>;
  beforeEach(async () => {
    site = await aSite();
    record = onRecord(site);
    key = await site.open();
    await site.settle();
  });
  const put = (value: unknown) => {
    const issue = record.issue(key);
    site.jira.store.issues.change(issue, { fields: { ...issue.fields, [record.projectionField]: value } });
  };
  const shown = () => record.projection(key) as Readonly<Record<string, unknown>>;
  const breaches = () => record.breaches(record.issue(key).id);
  const lookAgain = async () => {
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { priority: { id: '1' } } });
    await site.settle();
  };

  it('follows every act at once', async () => {
    await site.approve('lee', key, 'engineering-lead');
    await site.settle();
    expect(await found(site, 'EmergencyChange.approvals = partial')).toEqual(['Checkout answers 500']);
    await procedure(site).act('lee', key, { kind: 'withdraw', slot: 'engineering-lead', reason: 'I misread it.' });
    await site.settle();
    expect(await found(site, 'EmergencyChange.approvals = missing')).toEqual(['Checkout answers 500']);
  });

  it('follows an edit that makes approvals stale', async () => {
    await procedure(site).approveBoth(key);
    await site.settle();
    expect(shown()).toMatchObject({ approvals: 'complete', phase: 'in-review' });
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Another' } });
    await site.settle();
    expect(shown()).toMatchObject({ approvals: 'missing', phase: 'awaiting-approvals' });
  });

  it('that names a row which the ledger does not have is written anew, and that is a breach, told once', async () => {
    const before = shown();
    put({ ...before, phase: 'completed', headHash: 'f'.repeat(64) });
    await lookAgain();
    await timeOf(site).pass(HOUR);
    expect(breaches()).toEqual(['projection-tampered']);
    expect(shown()).toMatchObject({ phase: 'awaiting-approvals', breaches: ['projection-tampered'] });
    expect(record.emails('Breach')).toHaveLength(1);
  });

  it.each([
    { what: 'a row to come', change: { seq: 999 } },
    { what: 'no row at all', change: { seq: 0 } },
  ])('that names $what likewise', async ({ change }) => {
    put({ ...shown(), ...change });
    await lookAgain();
    expect(breaches()).toEqual(['projection-tampered']);
  });

  it('that is only late is written anew, and nothing else', async () => {
    const early = shown();
    await site.approve('lee', key, 'engineering-lead');
    await site.settle();
    const now = shown();
    put(early);
    await lookAgain();
    expect(shown()).toEqual(now);
    expect(breaches()).toEqual([]);
  });

  it('that was emptied is written anew, and nothing else', async () => {
    const now = shown();
    put(null);
    await lookAgain();
    expect(shown()).toEqual(now);
    expect(breaches()).toEqual([]);
  });

  it('that differs without a trace in Jira is found within a day', async () => {
    const now = shown();
    put({ ...now, phase: 'completed' });
    await timeOf(site).pass(25 * HOUR);
    expect(shown()).toMatchObject({ phase: 'awaiting-approvals' });
  });

  it('cannot be written by people', async () => {
    const { status } = await site.rest('erin', 'PUT', `/issue/${key}`, {
      fields: { [record.projectionField]: { ...shown(), phase: 'completed' } },
    });
    expect(status).toBe(400);
  });
});
