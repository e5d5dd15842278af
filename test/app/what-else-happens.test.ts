import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  aroundTheGates,
  CANCEL,
  CLOSE,
  MARK_DEPLOYED,
  procedure,
  START_DEPLOYMENT,
  STATUS,
} from '../support/a-procedure';
import { aSite, type Site } from '../support/a-site';
import { onRecord } from '../support/on-record';
import { HOUR, MINUTE, timeOf } from '../support/site-time';

const OPS = '10000';
const APP = '712020:emergency-change-app';

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
const types = () => record.events(id).map(({ type }) => type);
const last = (type: string) => record.events(id).findLast((event) => event.type === type);
const projectOf = (projectId: string) => {
  const project = site.jira.store.projects.get(projectId);
  if (project === undefined) throw new Error(`There is no project ${projectId}.`);
  return project;
};

describe('deleted', () => {
  it('leaves a tombstone with who and when, and its number', async () => {
    await time.pass(HOUR);
    expect((await site.rest('jo', 'DELETE', `/issue/${key}`)).status).toBe(204);
    await site.settle();
    expect(record.events(id).find(({ type }) => type === 'deleted')).toEqual({
      type: 'deleted',
      by: '712020:jo',
      at: '2026-11-24T04:00:00.000Z',
    });
    expect(breaches()).toEqual(['deleted']);
    const next = await site.open('pat');
    await site.settle();
    expect(record.register()).toMatchObject([
      { number: 1, issueId: id },
      { number: 2, issueId: record.issue(next).id },
    ]);
  });

  it('with what was due still falling due, and then nothing more', async () => {
    await people.deploy(key);
    expect((await site.rest('jo', 'DELETE', `/issue/${key}?deleteSubtasks=true`)).status).toBe(204);
    await time.until('2026-12-01T12:00:00.000Z');
    expect([...breaches()].sort()).toEqual([
      'change-documentation-late',
      'deleted',
      'post-mortem-late',
      'pull-request-late',
    ]);
    const before = types().length;
    await time.pass(72 * HOUR);
    expect(types()).toHaveLength(before);
  });

  it('without any event is only unreachable: a deletion is never guessed', async () => {
    site.forge.events.disorder({ losses: 1 });
    await site.rest('jo', 'DELETE', `/issue/${key}`);
    await time.pass(30 * HOUR);
    expect(types()).toContain('unreachable');
    expect(types().filter((type) => type === 'unreachable')).toHaveLength(1);
    expect(breaches()).toEqual([]);
  });

  it('before anybody had registered it leaves nothing', async () => {
    site.forge.events.delay = MINUTE;
    const gone = await site.open();
    const goneId = record.issue(gone).id;
    await site.rest('jo', 'DELETE', `/issue/${gone}`);
    await time.pass(HOUR);
    expect(record.events(goneId)).toEqual([]);
    expect(record.register()).toHaveLength(1);
  });
});

describe('out of the sight of the app', () => {
  const hide = () => {
    const project = projectOf(OPS);
    const before = project.permissions;
    const without =
      before.BROWSE_PROJECTS?.filter((holder) => !('accountId' in holder && holder.accountId === APP)) ?? [];
    project.permissions = { ...before, BROWSE_PROJECTS: without };
    return () => {
      project.permissions = before;
    };
  };

  it('is unreachable, not deleted, and comes back', async () => {
    const show = hide();
    await time.pass(30 * HOUR);
    expect(types().at(-1)).toBe('unreachable');
    expect(breaches()).toEqual([]);
    show();
    await time.pass(25 * HOUR);
    expect(types()).toContain('reachable');
    expect(record.projection(key)).toMatchObject({ phase: 'awaiting-approvals' });
  });

  it('keeps its gates closed', async () => {
    await people.approveBoth(key);
    await people.reviewBoth(key);
    const show = hide();
    const { status, body } = await site.startDeployment('erin', key);
    expect({ status, text: JSON.stringify(body) }).toEqual({
      status: 400,
      text: expect.stringContaining('could not be checked just now'),
    });
    show();
    expect((await site.startDeployment('erin', key)).status).toBe(204);
  });

  it('goes on where it was: what fell due meanwhile is flagged, and told once it can be', async () => {
    await people.deploy(key);
    const show = hide();
    await time.until('2026-11-30T12:00:00.000Z');
    expect(breaches()).toHaveLength(3);
    expect(record.emails('Breach')).toEqual([]);
    show();
    await time.pass(25 * HOUR);
    expect(record.emails('Breach')).toHaveLength(1);
    expect(record.projection(key)).toMatchObject({ dueState: 'overdue' });
  });

  it('and found by a person who opens the panel', async () => {
    const show = hide();
    await time.pass(30 * HOUR);
    show();
    await site.approve('lee', key, 'engineering-lead');
    await site.settle();
    expect(types()).toContain('reachable');
  });
});

describe('with something still to be done in Jira', () => {
  beforeEach(async () => {
    site.forge.faults.add({
      service: 'jira',
      operation: '/notify',
      failure: { kind: 'fail', when: 'before', status: 503 },
    });
    await people.report('pat', key, 'engineering-lead', 'lee');
    await site.settle();
  });
  const visitsOf = async (wait: number) => {
    const before = site.forge.invocations.length;
    await time.pass(wait);
    return site.forge.invocations.slice(before).filter(({ functionKey }) => functionKey === 'change-worker').length;
  };

  it('a deleted change does not keep the app busy', async () => {
    await site.rest('jo', 'DELETE', `/issue/${key}`);
    await time.pass(MINUTE);
    expect(await visitsOf(HOUR)).toBeLessThan(5);
  });

  it('a change out of sight neither, and it is done when it is back', async () => {
    const project = projectOf(OPS);
    const { permissions } = project;
    project.permissions = { ...permissions, BROWSE_PROJECTS: [{ accountId: '712020:pat' }] };
    await time.pass(MINUTE);
    expect(await visitsOf(HOUR)).toBeLessThan(5);
    project.permissions = permissions;
    site.forge.faults.clear();
    await time.pass(25 * HOUR);
    expect(record.emails('Did you approve')).toHaveLength(1);
  });
});

describe('cancelled before the deployment', () => {
  beforeEach(async () => {
    await people.report('pat', key, 'engineering-lead', 'lee');
    await site.settle();
    expect((await people.move('erin', key, CANCEL)).status).toBe(204);
    await site.settle();
  });

  it('ends what was due: nobody is reminded, and nothing is late', async () => {
    await time.pass(5 * 24 * HOUR);
    expect(breaches()).toEqual([]);
    expect(record.emails('Still waiting')).toEqual([]);
    expect(record.projection(key)).toMatchObject({ phase: 'cancelled', awaiting: ['nothing'], dueState: 'none' });
    expect(await site.approve('sam', key, 'security')).toMatchObject({ code: 'too-late' });
  });

  it('and reopened goes on with what was given', async () => {
    await time.pass(HOUR);
    around.putStatus('jo', key, STATUS.identified);
    await site.settle();
    expect(record.projection(key)).toMatchObject({ phase: 'awaiting-approvals', approvals: 'partial' });
    await people.ratify('lee', key, 'engineering-lead');
    await site.approve('sam', key, 'security');
    await people.reviewBoth(key);
    expect((await site.startDeployment('erin', key)).status).toBe(204);
    await site.settle();
    expect((await site.change('erin', key)).deployment.entry?.verdict).toBe('clean');
    expect(breaches()).toEqual([]);
  });

  it('and deployed all the same is a bypass', async () => {
    await time.pass(HOUR);
    around.putStatus('jo', key, STATUS.deploying);
    await site.settle();
    expect(breaches()).toEqual(['deployed-past-gate']);
  });
});

describe('deployed a second time', () => {
  beforeEach(async () => {
    await people.deploy(key);
    await time.pass(HOUR);
    around.putStatus('jo', key, STATUS.identified);
    await time.pass(HOUR);
  });

  it('passes the gate again, with a verdict of its own; the first one stays that of the change', async () => {
    expect((await site.startDeployment('erin', key)).status).toBe(204);
    await people.move('erin', key, MARK_DEPLOYED);
    await time.pass(HOUR);
    const passages = record.eventsOf(key, 'status-moved').filter(({ verdict }) => verdict !== null);
    expect(passages.map(({ verdict }) => verdict?.verdict)).toEqual(['clean', 'clean']);
    expect(record.subtasks(key)).toHaveLength(3);
    expect(breaches()).toEqual([]);
  });

  it('past a closed gate is a breach of its own, told once', async () => {
    await site.rest('erin', 'PUT', `/issue/${key}`, { fields: { summary: 'Something else' } });
    await time.standStill(10_000);
    await around.bulkTransition('erin', key, START_DEPLOYMENT);
    await time.pass(HOUR);
    expect(breaches()).toEqual(['deployed-past-gate']);
    expect((await site.change('erin', key)).deployment.entry?.verdict).toBe('clean');
    expect(record.emails('Breach')).toHaveLength(1);
  });

  it('owes what is owed from the first time, with the first due time', async () => {
    await site.startDeployment('erin', key);
    await time.pass(30 * MINUTE);
    expect((await site.change('erin', key)).followUps.map(({ due }) => due)).toEqual(
      Array(3).fill('2026-11-27T23:59:59.999Z'),
    );
  });
});

describe('closed and reopened', () => {
  it('and closed again asks for nothing twice', async () => {
    await people.deploy(key);
    await time.pass(HOUR);
    await people.catchUp(key);
    await people.move('erin', key, CLOSE);
    await time.pass(HOUR);
    around.putStatus('jo', key, STATUS.deployed);
    await time.pass(HOUR);
    expect(record.projection(key)).toMatchObject({ phase: 'deployed' });
    expect((await people.move('erin', key, CLOSE)).status).toBe(204);
    await time.pass(HOUR);
    expect(record.projection(key)).toMatchObject({ phase: 'completed', breaches: ['none'] });
    expect(record.subtasks(key)).toHaveLength(3);
  });
});

describe('a project in the trash', () => {
  beforeEach(() => time.pass(HOUR));

  it('is told to its open changes, and so is its restoration', async () => {
    expect((await site.rest('jo', 'DELETE', '/project/OPS')).status).toBe(204);
    await time.pass(10 * MINUTE);
    // Jira's event of a project does not tell who.
    expect(last('project-deleted')).toMatchObject({ by: null, at: '2026-11-24T04:00:00.000Z' });
    expect(breaches()).toEqual([]);
    expect((await site.rest('jo', 'POST', '/project/OPS/restore')).status).toBe(200);
    await time.pass(10 * MINUTE);
    expect(last('project-restored')).toMatchObject({ by: null, at: '2026-11-24T04:10:00.000Z' });
    await people.deploy(key);
    expect(record.subtasks(key)).toHaveLength(3);
  });

  it('is found again within a day when the event of the restoration was lost', async () => {
    await site.rest('jo', 'DELETE', '/project/OPS');
    await time.pass(10 * MINUTE);
    site.forge.events.disorder({ losses: 1 });
    await site.rest('jo', 'POST', '/project/OPS/restore');
    await time.pass(25 * HOUR);
    site.forge.events.disorder({});
    await people.deploy(key);
    expect(record.subtasks(key)).toHaveLength(3);
  });

  it('for good keeps the ledger and the number, and is no breach of the change', async () => {
    await site.rest('jo', 'DELETE', '/project/OPS?enableUndo=false');
    await time.pass(48 * HOUR);
    expect(types()).toContain('project-deleted');
    expect(record.register()).toMatchObject([{ number: 1, issueId: id }]);
  });
});
