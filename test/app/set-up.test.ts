import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SettingsDraft } from '../../src/api-settings';
import { PAY } from '../../emulator/jira/site/existing-site';
import { procedure } from '../support/a-procedure';
import { settingsPage } from '../support/a-settings-page';
import { aNewProject, aSiteOf, setUpPage, statesOf } from '../support/a-set-up';
import { paragraph, type Site } from '../support/a-site';
import { timeOf } from '../support/site-time';

const ALL_THERE = {
  'work-type': 'there',
  'kind-field': 'there',
  statuses: 'there',
  workflow: 'there',
  'workflow-scheme': 'there',
  'work-type-scheme': 'there',
  screens: 'there',
  permissions: 'there',
  filters: 'there',
  settings: 'there',
};

let site: Site;
let page: ReturnType<typeof setUpPage>;

/** Everything in the site that configures it, and its issues. */
const records = ({ jira: { store } }: Site) =>
  Object.fromEntries(
    Object.entries(store).flatMap(([name, value]: [string, unknown]) =>
      value instanceof Map && name !== 'counters' ? [[name, JSON.stringify([...value])]] : [],
    ),
  );

async function declare(projectKey: string, fields: object = {}): Promise<string> {
  const kind = [...site.jira.store.fields.values()].find(({ name }) => name === 'Kind of critical issue');
  const { status, body } = await site.rest('erin', 'POST', '/issue', {
    fields: {
      project: { key: projectKey },
      issuetype: { name: 'Emergency Change' },
      summary: 'Checkout answers 500',
      description: paragraph('Customers cannot pay.'),
      [kind?.id ?? '']: { value: 'Service outage' },
      ...fields,
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
  return (body as { readonly key: string }).key;
}

async function moveBy(who: string, key: string, transition: string) {
  const { body } = await site.rest(who, 'GET', `/issue/${key}/transitions`);
  const { transitions } = body as { readonly transitions: readonly { readonly id: string; readonly name: string }[] };
  const id = transitions.find(({ name }) => name === transition)?.id ?? `no ${transition}`;
  return site.rest(who, 'POST', `/issue/${key}/transitions`, { transition: { id } });
}

async function blockedAndLetThrough(key: string, transition: string, status: string) {
  await site.settle();
  const early = await moveBy('erin', key, transition);
  expect(early.status).toBe(400);
  expect(JSON.stringify(early.body)).toContain('Approval by an Engineering Lead is missing');
  await procedure(site).approveBoth(key);
  await procedure(site).reviewBoth(key);
  expect((await moveBy('erin', key, transition)).status).toBe(204);
  expect(await site.statusOf(key)).toBe(status);
}

describe('a new project on an empty site', () => {
  beforeEach(async () => {
    site = await aSiteOf('empty');
    page = setUpPage(site, await aNewProject(site, 'OPS'));
  });

  it('is told beforehand what each step will do, with names, also where it waits for another', async () => {
    const { steps } = await page.plan();
    const details = Object.fromEntries(steps.map(({ stepId, detail }) => [stepId, detail]));
    expect(details.workflow).toContain(
      'Makes the workflow OPS: Emergency change workflow, which begins in Identified.',
    );
    expect(details.workflow).toContain(
      'Adds the transition Start deployment from Identified to Deploying, guarded by the approvals and the reviews.',
    );
    expect(details.workflow).toContain('Close from Deployed to Closed, guarded by the closure.');
    expect(details['workflow-scheme']).toContain('as OPS: Workflow Scheme, which stays as it is');
    expect(details.screens).toContain('Kind of critical issue and EmergencyChange');
  });

  it('is set up step by step, and the first change is blocked and then let through', async () => {
    expect(await page.runAll()).toEqual([
      'work-type',
      'kind-field',
      'statuses',
      'workflow',
      'workflow-scheme',
      'work-type-scheme',
      'screens',
      'filters',
      'settings',
    ]);
    const key = await declare('OPS');
    await blockedAndLetThrough(key, 'Start deployment', 'Deploying');
    expect((await moveBy('erin', key, 'Mark deployed')).status).toBe(204);
    expect((await moveBy('erin', key, 'Close')).status).toBe(400);
  });

  it('has nothing left to do for a second run, which changes nothing', async () => {
    await page.runAll();
    const done = await page.plan();
    expect(statesOf(done)).toEqual(ALL_THERE);
    expect(done.complete).toBe(true);
    const before = records(site);
    expect(await page.runAll()).toEqual([]);
    for (const { stepId } of done.steps) expect(await page.run('jo', stepId)).toMatchObject({ kind: 'done' });
    expect(records(site)).toEqual(before);
  });

  it('shows the kind of critical issue on emergency changes only', async () => {
    await page.runAll();
    const kind = [...site.jira.store.fields.values()].find(({ name }) => name === 'Kind of critical issue')?.id ?? '';
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Tidy up' };
    expect((await site.rest('erin', 'POST', '/issue', { fields })).status).toBe(201);
    const withKind = { ...fields, [kind]: { value: 'Service outage' } };
    expect((await site.rest('erin', 'POST', '/issue', { fields: withKind })).status).toBe(400);
  });

  it('finds every filter of the list by name, shared with the project', async () => {
    await page.runAll();
    const found = await site.rest('erin', 'GET', '/filter/search?expand=jql,owner&filterName=OPS');
    const { values } = found.body as { readonly values: readonly { readonly name: string; readonly jql: string }[] };
    expect(values).toHaveLength(13);
    for (const { jql } of values) {
      expect((await site.rest('erin', 'POST', '/search/approximate-count', { jql })).status).toBe(200);
    }
  });

  it('is sound in the eyes of the set-up check', async () => {
    await page.runAll();
    expect(await page.check()).toMatchObject({ kind: 'checked', findings: [], unread: [] });
  });

  it('keeps on record who made what', async () => {
    await page.runAll();
    const rows = site.forge.kvs.store.entries('entity:policy', 0).map(({ value }) => value);
    expect(rows).toContainEqual(
      expect.objectContaining({
        actor: '712020:jo',
        entry: expect.objectContaining({ kind: 'set-up', stepId: 'workflow' }),
      }),
    );
  });

  it.each([{ who: 'erin' }, { who: 'lee' }, { who: 'ada' }])('is not set up by $who, who may not', async ({ who }) => {
    const before = records(site);
    const invoked = async (functionKey: string, stepId: string) => {
      const { outcome } = await site.forge.invoke({
        functionKey: 'site-settings',
        moduleKey: 'site-settings-page',
        payload: {
          call: { functionKey, payload: { projectId: '10000', stepId, groups: page.groups } },
          context: { moduleKey: 'site-settings-page', extension: {} },
        },
        accountId: `712020:${who}`,
        limitSeconds: 25,
      });
      return outcome?.kind === 'returned' ? outcome.value : outcome;
    };
    expect(await invoked('set-up', 'work-type')).toMatchObject({ kind: 'not-allowed' });
    expect(await invoked('set-up-step', 'work-type')).toMatchObject({ kind: 'not-allowed' });
    expect(records(site)).toEqual(before);
  });

  it('refuses a step whose turn has not come, and one that does not exist', async () => {
    const before = records(site);
    expect(await page.run('jo', 'workflow')).toMatchObject({ kind: 'refused' });
    expect(await page.run('jo', 'no-such-step')).toMatchObject({ kind: 'refused' });
    expect(records(site)).toEqual(before);
  });

  it('says so where somebody else took the name of what it makes', async () => {
    await page.run('jo', 'work-type');
    await page.run('jo', 'statuses');
    const plan = await page.plan();
    expect(statesOf(plan).workflow).toBe('to-do');
    const [simple] = site.jira.store.workflows.values();
    if (simple === undefined) throw new Error('The site has no workflow.');
    site.jira.store.workflows.set('other', { ...simple, id: 'other', name: 'OPS: Emergency change workflow' });
    const reply = await page.run('jo', 'workflow');
    expect(reply).toMatchObject({ kind: 'refused' });
    expect(reply).toMatchObject({ message: expect.stringContaining('already exists') });
  });
});

describe('a project with issues and a workflow of its own', () => {
  beforeEach(async () => {
    site = await aSiteOf('existing');
    page = setUpPage(site, PAY.projectId);
  });
  const issues = () =>
    [...site.jira.store.issues.values()].map(({ id, statusId, issueTypeId }) => ({ id, statusId, issueTypeId }));
  const payWorkflow = () => JSON.stringify(site.jira.store.workflows.get('pay-change'));

  it('gets the emergency change beside its own work, which stays as it was', async () => {
    const before = { issues: issues(), workflow: payWorkflow() };
    await page.runAll();
    expect(statesOf(await page.plan())).toEqual(ALL_THERE);
    expect({ issues: issues(), workflow: payWorkflow() }).toEqual(before);
    await blockedAndLetThrough(await declare('PAY'), 'Start deployment', 'Deploying');
  });

  it('is switched by a task of Jira, which is followed', async () => {
    const schemeBefore = site.jira.store.projects.get(PAY.projectId)?.workflowSchemeId;
    for (const stepId of ['work-type', 'statuses', 'workflow']) await page.run('jo', stepId);
    expect((await page.stepOf('workflow-scheme')).detail).toContain('which Jira does as a task');
    site.jira.settings.taskDelay = 60_000;
    const reply = await page.run('jo', 'workflow-scheme');
    expect(reply).toMatchObject({ kind: 'done' });
    expect(await page.stepOf('workflow-scheme')).toMatchObject({ state: 'running', progress: 0 });
    expect((await page.stepOf('work-type-scheme')).state).toBe('waits');
    expect(await page.run('jo', 'workflow-scheme')).toMatchObject({ kind: 'refused' });
    await timeOf(site).pass(61_000);
    expect(await page.stepOf('workflow-scheme')).toMatchObject({ state: 'there', progress: null });
    expect(site.jira.store.projects.get(PAY.projectId)?.workflowSchemeId).not.toBe(schemeBefore);
    expect(site.jira.store.workflowSchemes.has(schemeBefore ?? '')).toBe(true);
  });

  const paymentChanges = (draft: SettingsDraft): SettingsDraft => ({
    ...draft,
    workType: 'Payment Change',
    statuses: { deploying: ['Rolling out'], deployed: ['Live'], closed: ['Closed'], cancelled: ['Dropped'] },
  });

  it('gets the gates in its own workflow, and every other transition and rule stays as it was', async () => {
    await settingsPage(site, 'PAY').save('jo', paymentChanges);
    const before = site.jira.store.workflows.get('pay-change');
    const old = JSON.parse(JSON.stringify(before)) as NonNullable<typeof before>;
    const statuses = issues();
    expect((await page.stepOf('workflow')).detail).toContain(
      'Guards the transition Roll out by the approvals, the reviews and the unchanged content.',
    );
    await page.runAll();
    expect(statesOf(await page.plan())).toEqual(ALL_THERE);
    const now = site.jira.store.workflows.get('pay-change');
    const added = now?.transitions.filter(({ id }) => !old.transitions.some((one) => one.id === id)) ?? [];
    expect(added.map(({ name, validators }) => [name, validators.length])).toEqual([['Close', 1]]);
    for (const transition of old.transitions) {
      const same = now?.transitions.find(({ id }) => id === transition.id);
      const validators = same?.validators.filter(({ ruleKey }) => ruleKey !== 'forge:expression-validator');
      expect({ description: '', ...transition }).toEqual({ ...same, validators });
      expect((same?.validators.length ?? 0) - (validators?.length ?? 0)).toBe(transition.name === 'Roll out' ? 3 : 0);
    }
    expect(now?.initial).toMatchObject(old.initial);
    expect(now?.layouts).toEqual(old.layouts);
    expect(issues()).toEqual(statuses);
  });

  it('copies a workflow that other work goes by too, and leaves that alone', async () => {
    const { body } = await site.rest('jo', 'POST', '/workflowscheme/read', { projectIds: [PAY.projectId] });
    const [scheme] = body as readonly { readonly id: string }[];
    const record = site.jira.store.workflowSchemes.get(scheme?.id ?? '');
    if (record === undefined) throw new Error('The project has no scheme.');
    record.mappings = { ...record.mappings, '10013': 'pay-change' };
    for (const issue of [...site.jira.store.issues.values()].filter(({ issueTypeId }) => issueTypeId === '10013')) {
      site.jira.store.issues.set(issue.id, { ...issue, statusId: PAY.status.proposed });
    }
    await settingsPage(site, 'PAY').save('jo', paymentChanges);
    const before = { issues: issues(), workflow: payWorkflow() };
    expect((await page.stepOf('workflow')).detail).toContain('by which Bug goes too');
    await page.runAll();
    expect(statesOf(await page.plan())).toEqual(ALL_THERE);
    expect({ issues: issues(), workflow: payWorkflow() }).toEqual(before);
    const copy = [...site.jira.store.workflows.values()].find(({ name }) => name === 'PAY: Emergency change workflow');
    const rollOut = copy?.transitions.find(({ name }) => name === 'Roll out');
    expect(rollOut).toMatchObject({ conditions: { operation: 'ALL' }, validators: [{}, {}, {}] });
  });

  it('tells the second of two administrators that the workflow was changed, and guards it once', async () => {
    await settingsPage(site, 'PAY').save('jo', paymentChanges);
    for (const stepId of ['work-type', 'statuses']) await page.run('jo', stepId);
    const workflow = site.jira.store.workflows.get('pay-change');
    if (workflow === undefined) throw new Error('The workflow is gone.');
    const replies = await Promise.all([page.run('jo', 'workflow'), page.run('jo', 'workflow')]);
    expect(replies.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    const refused = replies.find(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject({ message: expect.stringMatching(/changed .*since|changed by somebody else/) });
    expect(workflow.versionNumber).toBe(8);
    const rules = workflow.transitions.flatMap(({ validators }) => validators.map(({ ruleKey }) => ruleKey));
    expect(rules.filter((ruleKey) => ruleKey.startsWith('forge'))).toHaveLength(4);
  });
});

describe('a team-managed project', () => {
  beforeEach(async () => {
    site = await aSiteOf('empty');
    page = setUpPage(site, await aNewProject(site, 'TEAM', 'gh-simplified-agility-kanban'));
  });

  /** What a person clicks together in the settings of the project. */
  function madeByHand(): void {
    const { store } = site.jira;
    const id = store.nextId('issuetype');
    const projectId = '10000';
    store.issueTypes.set(id, {
      id,
      name: 'Emergency Change',
      description: '',
      subtask: false,
      properties: {},
      projectId,
    });
    const scheme = store.issueTypeSchemes.get(store.projects.get(projectId)?.issueTypeSchemeId ?? '');
    if (scheme === undefined) throw new Error('The project has no work types.');
    scheme.issueTypeIds = [...scheme.issueTypeIds, id];
  }

  it('spells out what needs a person', async () => {
    const { steps } = await page.plan();
    const byHand = steps.filter(({ state }) => state === 'by-hand');
    expect(byHand.map(({ stepId }) => stepId)).toEqual(['work-type', 'kind-field', 'work-type-scheme']);
    expect(byHand[0]?.detail).toContain('Project settings, then Work types');
    expect(byHand[1]?.detail).toContain('Dropdown');
  });

  it('gets its statuses, its workflow and its place by the REST API', async () => {
    madeByHand();
    const simple = JSON.stringify(
      [...site.jira.store.workflows.values()].find(({ projectId }) => projectId === '10000'),
    );
    expect(await page.runAll()).toEqual([
      'work-type',
      'statuses',
      'workflow',
      'workflow-scheme',
      'filters',
      'settings',
    ]);
    const states = statesOf(await page.plan());
    expect(states).toEqual({ ...ALL_THERE, 'kind-field': 'by-hand' });
    const own = [...site.jira.store.workflows.values()].filter(({ projectId }) => projectId === '10000');
    expect(own.map(({ name }) => name)).toContain('TEAM: Emergency change workflow');
    expect(JSON.stringify(own[0])).toBe(simple);
    const fields = { project: { key: 'TEAM' }, issuetype: { name: 'Emergency Change' }, summary: 'It fails' };
    const { body } = await site.rest('erin', 'POST', '/issue', { fields });
    const { key } = body as { readonly key: string };
    await site.settle();
    const early = await moveBy('erin', key, 'Start deployment');
    expect(JSON.stringify(early)).toContain('Approval by an Engineering Lead is missing');
  });
});
