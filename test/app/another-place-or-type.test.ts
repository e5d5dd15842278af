import { beforeEach, describe, expect, it } from '@jest/globals';
import { cloneIssue } from '../../emulator/jira/clone-issue';
import { changeIssue } from '../../emulator/jira/issue-change';
import { aroundTheGates, CLOSE, procedure, START_DEPLOYMENT, STATUS } from '../support/a-procedure';
import { aSite, KIND_FIELD, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

const OPS = '10000';
const WEB = '10001';
const EMERGENCY = '10010';
const TASK = '10011';

let site: Site;
let key: string;
let id: string;
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
  ({ id } = record.issue(key));
});

const breaches = () => record.breaches(id);
const last = (type: string) => record.events(id).findLast((event) => event.type === type);
const projectOf = (projectId: string) => {
  const project = site.jira.store.projects.get(projectId);
  if (project === undefined) throw new Error(`There is no project ${projectId}.`);
  return project;
};

/** Moves the issue to a project and work type, `KEY,id`. */
const moveTo = (target: string) =>
  site.rest('pat', 'POST', '/bulk/issues/move', {
    targetToSourcesMapping: {
      [target]: {
        issueIdsOrKeys: [id],
        inferClassificationDefaults: true,
        inferFieldDefaults: true,
        inferStatusDefaults: true,
        inferSubtaskTypeDefault: true,
      },
    },
  });

describe('moved to another project', () => {
  /** WEB has the work types of OPS from now on. */
  const open = () => {
    const { issueTypeSchemeId, workflowSchemeId, issueTypeScreenSchemeId } = projectOf(OPS);
    Object.assign(projectOf(WEB), { issueTypeSchemeId, workflowSchemeId, issueTypeScreenSchemeId });
  };
  it('is a breach, and its ledger goes on under its new key', async () => {
    open();
    await site.approve('lee', key, 'engineering-lead');
    expect((await moveTo(`WEB,${EMERGENCY}`)).status).toBe(201);
    await site.settle();
    expect(record.issue(id).key).toBe('WEB-1');
    expect(last('moved')).toMatchObject({ fromProjectId: OPS, toProjectId: WEB, by: '712020:pat' });
    expect(last('renumbered')).toMatchObject({ fromKey: 'OPS-1', toKey: 'WEB-1' });
    expect(breaches()).toEqual(['moved-away']);
    expect(record.emails('Breach')).toHaveLength(1);
    expect(await site.approve('sam', 'WEB-1', 'security')).toMatchObject({ kind: 'recorded' });
    expect((await site.change('erin', 'WEB-1')).slots.map(({ state }) => state)).toEqual(['approved', 'approved']);
    expect(record.register()).toMatchObject([{ number: 1, issueId: id }]);
  });

  it('and back is followed, and the breach stays, once', async () => {
    open();
    await moveTo(`WEB,${EMERGENCY}`);
    await time.pass(HOUR);
    await moveTo(`OPS,${EMERGENCY}`);
    await time.pass(HOUR);
    expect(record.events(id).filter(({ type }) => type === 'moved')).toHaveLength(2);
    expect(last('renumbered')).toMatchObject({ fromKey: 'WEB-1', toKey: 'OPS-2' });
    expect(breaches()).toEqual(['moved-away']);
  });

  it('is guarded there as before', async () => {
    open();
    await moveTo(`WEB,${EMERGENCY}`);
    await site.settle();
    expect((await site.startDeployment('erin', 'WEB-1')).status).toBe(400);
    await people.deploy('WEB-1');
    expect((await site.change('erin', 'WEB-1')).deployment.entry?.verdict).toBe('clean');
    expect(record.subtasks(id)).toHaveLength(3);
  });

  it('is found within the hour when its event was lost', async () => {
    open();
    site.forge.events.disorder({ losses: 1 });
    await moveTo(`WEB,${EMERGENCY}`);
    await time.pass(HOUR);
    expect(breaches()).toEqual(['moved-away']);
  });
});

describe('given to somebody else', () => {
  it('everybody who ever had it stays a requester', async () => {
    for (const who of ['sam', 'pat']) {
      await site.rest('erin', 'PUT', `/issue/${key}/assignee`, { accountId: `712020:${who}` });
      await site.settle();
    }
    expect(record.projection(key)).toMatchObject({ requester: ['712020:erin', '712020:pat', '712020:sam'] });
    expect(await site.approve('sam', key, 'security')).toMatchObject({ code: 'not-independent' });
  });

  it('is a breach where an approver was a requester at the deployment', async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    await site.rest('erin', 'PUT', `/issue/${key}/assignee`, { accountId: '712020:sam' });
    await time.standStill(10_000);
    await around.bulkTransition('erin', key, START_DEPLOYMENT);
    await site.settle();
    expect(breaches()).toEqual(['deployed-past-gate', 'requester-approved']);
  });

  it('is none where an approver becomes the assignee after the deployment', async () => {
    await people.deploy(key);
    await site.rest('erin', 'PUT', `/issue/${key}/assignee`, { accountId: '712020:sam' });
    await time.pass(HOUR);
    await people.catchUp(key);
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
    await time.pass(HOUR);
    expect(breaches()).toEqual([]);
  });
});

describe('cloned', () => {
  it('the clone is a change of its own: its own number, nothing approved, and a field of its own', async () => {
    await people.approveBoth(key);
    await site.settle();
    expect(record.projection(key)).toMatchObject({ issueId: id, approvals: 'complete' });
    const clone = await cloneIssue(site.jira, key, '712020:pat');
    expect(record.projection(clone.key)).toMatchObject({ issueId: id });
    await site.settle();
    expect(record.projection(clone.key)).toMatchObject({
      issueId: clone.id,
      number: 2,
      approvals: 'missing',
      requester: ['712020:pat'],
      breaches: ['none'],
    });
    expect(record.breaches(clone.id)).toEqual([]);
    expect(record.register().map(({ issueId }) => issueId)).toEqual([id, clone.id]);
    expect((await site.startDeployment('pat', clone.key)).status).toBe(400);
    expect(record.emails('Emergency change 2:')).toHaveLength(2);
  });
});

describe('given another work type', () => {
  it('is refused by Jira, with the reason', async () => {
    const { body } = await moveTo(`OPS,${TASK}`);
    const { taskId } = body as { readonly taskId: string };
    const outcome = await site.rest('pat', 'GET', `/bulk/queue/${taskId}`);
    expect(JSON.stringify(outcome.body)).toContain('An emergency change keeps its work type');
    expect(record.issue(id).issueTypeId).toBe(EMERGENCY);
    await time.pass(HOUR);
    expect(breaches()).toEqual([]);
  });

  it('past that is a breach, told and followed to the end', async () => {
    changeIssue(
      site.jira,
      record.issue(key),
      '712020:jo',
      {},
      {
        statusId: '1',
        place: { projectId: OPS, issueTypeId: TASK, parentId: null },
      },
    );
    await time.pass(10 * MINUTE);
    expect(last('retyped')).toMatchObject({ fromType: 'Emergency Change', toType: 'Task', by: '712020:jo' });
    expect(breaches()).toEqual(['retyped']);
    expect(record.emails('Breach')).toHaveLength(1);
    changeIssue(
      site.jira,
      record.issue(key),
      '712020:jo',
      {},
      {
        statusId: STATUS.identified,
        place: { projectId: OPS, issueTypeId: EMERGENCY, parentId: null },
      },
    );
    await time.pass(HOUR);
    expect(breaches()).toEqual(['retyped']);
    expect(await site.approve('lee', key, 'engineering-lead')).toMatchObject({ kind: 'recorded' });
  });

  it('without any event is found within a day', async () => {
    site.forge.events.disorder({ losses: 1 });
    changeIssue(
      site.jira,
      record.issue(key),
      '712020:jo',
      {},
      {
        statusId: '1',
        place: { projectId: OPS, issueTypeId: TASK, parentId: null },
      },
    );
    await time.pass(25 * HOUR);
    expect(breaches()).toEqual(['retyped']);
  });

  it('an ordinary issue that becomes an emergency change is one from then on', async () => {
    const { body } = await site.rest('pat', 'POST', '/issue', {
      fields: { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'Slow checkout' },
    });
    const { key: taskKey, id: taskId } = body as { key: string; id: string };
    await time.pass(3 * HOUR);
    expect(record.events(taskId)).toEqual([]);
    const task = record.issue(taskKey);
    site.jira.store.issues.change(task, { fields: { ...task.fields, [KIND_FIELD]: '10100' } });
    changeIssue(
      site.jira,
      task,
      '712020:pat',
      {},
      {
        statusId: STATUS.identified,
        place: { projectId: OPS, issueTypeId: EMERGENCY, parentId: null },
      },
    );
    await site.settle();
    expect(record.eventsOf(taskKey, 'registered')).toMatchObject([{ declaredAt: '2026-11-24T06:00:00.000Z' }]);
    expect(record.emails('Emergency change 2:')).toHaveLength(2);
    expect(record.breaches(taskId)).toEqual([]);
  });
});
