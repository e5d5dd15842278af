import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Jira } from '../../emulator/jira/jira';
import type { IssueHappening, ProjectHappening } from '../../emulator/seams';
import { aJira, as, call, emergency } from './support/a-jira';

let jira: Jira;
let told: (ProjectHappening | IssueHappening)[];
beforeEach(() => {
  jira = aJira();
  told = [];
  jira.onProjectHappening((happening) => told.push(happening));
  jira.onHappening((happening) => told.push(happening));
});

const jo = as('jo');
const NEW = {
  key: 'NEW',
  name: 'New work',
  projectTypeKey: 'software',
  projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
  leadAccountId: '712020:lee',
};
const TEAM = { ...NEW, projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban' };

describe('a company-managed project', () => {
  it('is made by a Jira administrator, and people work in it at once', async () => {
    expect((await call(jira, as('erin'), 'POST', '/project', NEW)).status).toBe(403);
    expect(await call(jira, jo, 'POST', '/project', NEW)).toMatchObject({ status: 201, body: { key: 'NEW' } });
    expect(told).toMatchObject([{ kind: 'created', accountId: '712020:jo', project: { key: 'NEW' } }]);
    expect((await call(jira, as('erin'), 'GET', '/project/NEW')).body).toMatchObject({
      style: 'classic',
      simplified: false,
      issueTypes: [{ name: 'Task' }, { name: 'Subtask' }],
    });
    const issue = { fields: { project: { key: 'NEW' }, issuetype: { name: 'Task' }, summary: 'First' } };
    expect(await call(jira, as('erin'), 'POST', '/issue', issue)).toMatchObject({
      status: 201,
      body: { key: 'NEW-1' },
    });
  });

  it.each([
    { wrong: { key: 'ops' }, field: 'projectKey' },
    { wrong: { key: 'OPS' }, field: 'projectKey' },
    { wrong: { name: 'Operations' }, field: 'projectName' },
    { wrong: { leadAccountId: 'nobody' }, field: 'projectLead' },
  ])('is refused beside the wrong field: $wrong', async ({ wrong, field }) => {
    const { status, body } = await call(jira, jo, 'POST', '/project', { ...NEW, ...wrong });
    expect(status).toBe(400);
    expect(body).toHaveProperty(`errors.${field}`);
  });

  it('says which statuses each work type has', async () => {
    expect((await call(jira, as('erin'), 'GET', '/project/OPS/statuses')).body).toMatchObject([
      {
        name: 'Emergency Change',
        statuses: expect.arrayContaining([expect.objectContaining({ name: 'Deploying' })]),
      },
      { name: 'Task', statuses: [{ name: 'To Do' }, { name: 'In Progress' }, { name: 'Done' }] },
      { name: 'Subtask' },
    ]);
  });
});

describe('a team-managed project', () => {
  it('has work types, statuses and a workflow of its own', async () => {
    expect((await call(jira, as('erin'), 'POST', '/project', { ...TEAM, leadAccountId: '712020:erin' })).status).toBe(
      201,
    );
    expect((await call(jira, as('erin'), 'GET', '/project/NEW')).body).toMatchObject({
      style: 'next-gen',
      simplified: true,
    });
    const id = [...jira.store.projects.keys()].at(-1) ?? '';
    expect((await call(jira, as('erin'), 'GET', `/statuses/search?projectId=${id}`)).body).toMatchObject({ total: 3 });
    const workflows = await call(jira, as('erin'), 'GET', '/workflows/search?scope=PROJECT');
    expect(workflows.body).toMatchObject({ total: 1, values: [{ scope: { type: 'PROJECT', project: { id } } }] });
    const own = {
      scope: { type: 'PROJECT', project: { id } },
      statuses: [{ name: 'To Do 2', statusCategory: 'TODO' }],
    };
    expect((await call(jira, as('erin'), 'POST', '/statuses', own)).status).toBe(200);
    expect((await call(jira, as('pat'), 'POST', '/statuses', own)).status).toBe(401);
  });
});

describe('what is a team-managed project’s own', () => {
  it('is found by name there, and shown only to those who see the project', async () => {
    await call(jira, as('erin'), 'POST', '/project', { ...TEAM, leadAccountId: '712020:erin' });
    const id = [...jira.store.projects.keys()].at(-1) ?? '';
    const issue = { fields: { project: { key: 'NEW' }, issuetype: { name: 'Task' }, summary: 'First' } };
    expect((await call(jira, as('pat'), 'POST', '/issue', issue)).status).toBe(201);
    const scope = { type: 'PROJECT', project: { id } };
    expect((await call(jira, as('pat'), 'GET', '/issuetype')).body).toContainEqual(expect.objectContaining({ scope }));
    expect((await call(jira, as('pat'), 'GET', '/status')).body).toContainEqual(expect.objectContaining({ scope }));
    jira.store.projects.forEach((project) => (project.permissions = {}));
    expect((await call(jira, as('pat'), 'GET', '/status')).body).not.toContainEqual(expect.objectContaining({ scope }));
  });
});

describe('deleting', () => {
  beforeEach(async () => {
    await call(jira, as('erin'), 'POST', '/issue', emergency());
    told.length = 0;
  });

  it('puts a project into the trash: nobody sees it or its issues, until it is restored', async () => {
    expect((await call(jira, as('erin'), 'DELETE', '/project/OPS')).status).toBe(404);
    expect((await call(jira, jo, 'DELETE', '/project/OPS')).status).toBe(204);
    expect((await call(jira, as('erin'), 'GET', '/issue/OPS-1')).status).toBe(404);
    expect((await call(jira, as('erin'), 'GET', '/project/OPS')).status).toBe(404);
    expect((await call(jira, jo, 'GET', '/project/search?status=deleted')).body).toMatchObject({
      values: [{ key: 'OPS' }],
    });
    expect((await call(jira, jo, 'POST', '/project/OPS/restore')).status).toBe(200);
    expect((await call(jira, as('erin'), 'GET', '/issue/OPS-1')).status).toBe(200);
    expect(told.map(({ kind }) => kind)).toEqual(['softdeleted', 'restored']);
  });

  it('for good takes the issues along, of which nobody is told', async () => {
    expect((await call(jira, jo, 'DELETE', '/project/OPS?enableUndo=false')).status).toBe(204);
    expect(told.map(({ kind }) => kind)).toEqual(['deleted']);
    expect([...jira.store.issues.values()]).toEqual([]);
    expect((await call(jira, jo, 'POST', '/project/OPS/restore')).status).toBe(404);
  });
});

describe('what belongs to a project', () => {
  it('properties are read by who sees it and written by who administers it', async () => {
    const path = '/project/OPS/properties/emergency';
    expect((await call(jira, as('erin'), 'PUT', path, { on: true })).status).toBe(403);
    expect((await call(jira, jo, 'PUT', path, { on: true })).status).toBe(201);
    expect((await call(jira, jo, 'PUT', path, { on: false })).status).toBe(200);
    expect((await call(jira, as('erin'), 'GET', path)).body).toEqual({ key: 'emergency', value: { on: false } });
    expect((await call(jira, jo, 'DELETE', path)).status).toBe(204);
    expect((await call(jira, as('erin'), 'GET', path)).status).toBe(404);
  });

  it('components are made, renamed and deleted by who administers it', async () => {
    expect((await call(jira, as('erin'), 'POST', '/component', { name: 'Checkout', project: 'OPS' })).status).toBe(403);
    const made = await call(jira, jo, 'POST', '/component', { name: 'Checkout', project: 'OPS' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Checkout', project: 'OPS', projectId: 10000 } });
    expect((await call(jira, jo, 'POST', '/component', { name: 'Checkout', project: 'OPS' })).status).toBe(400);
    const id = [...jira.store.components.keys()].at(-1) ?? '';
    expect((await call(jira, jo, 'PUT', `/component/${id}`, { name: 'Basket' })).body).toMatchObject({
      name: 'Basket',
    });
    expect((await call(jira, as('erin'), 'GET', '/project/OPS/components')).body).toMatchObject([{ name: 'Basket' }]);
    expect((await call(jira, jo, 'DELETE', `/component/${id}`)).status).toBe(204);
    expect((await call(jira, as('erin'), 'GET', '/project/OPS/components')).body).toEqual([]);
  });
});
