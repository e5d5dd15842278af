import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import { aJira, as, call } from './support/a-jira';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
});

const jo = as('jo');
const idOf = (body: unknown) => String(v.parse(v.looseObject({ id: v.union([v.string(), v.number()]) }), body).id);
const task = (project: string, summary: string) => ({
  fields: { project: { key: project }, issuetype: { name: 'Task' }, summary },
});

describe('a work type', () => {
  it('is made, put into a scheme, and can be created then', async () => {
    expect((await call(jira, as('erin'), 'POST', '/issuetype', { name: 'Risk' })).status).toBe(403);
    const made = await call(jira, jo, 'POST', '/issuetype', { name: 'Risk', type: 'standard' });
    expect(made).toMatchObject({ status: 201, body: { name: 'Risk', subtask: false, hierarchyLevel: 0 } });
    expect((await call(jira, jo, 'POST', '/issuetype', { name: 'risk' })).status).toBe(409);
    const risk = { fields: { project: { key: 'WEB' }, issuetype: { name: 'Risk' }, summary: 'One' } };
    expect((await call(jira, as('erin'), 'POST', '/issue', risk)).status).toBe(400);
    const scheme = jira.store.projects.get('10001')?.issueTypeSchemeId ?? '';
    const schemes = await call(jira, jo, 'GET', '/issuetypescheme/project?projectId=10001');
    expect(schemes.body).toMatchObject({ values: [{ issueTypeScheme: { id: scheme }, projectIds: ['10001'] }] });
    const body = { issueTypeIds: [idOf(made.body)] };
    expect((await call(jira, jo, 'PUT', `/issuetypescheme/${scheme}/issuetype`, body)).status).toBe(204);
    expect((await call(jira, jo, 'PUT', `/issuetypescheme/${scheme}/issuetype`, body)).status).toBe(400);
    expect((await call(jira, as('erin'), 'POST', '/issue', risk)).status).toBe(201);
    const remove = `/issuetypescheme/${scheme}/issuetype/${idOf(made.body)}`;
    expect((await call(jira, jo, 'DELETE', remove)).status).toBe(400);
    expect((await call(jira, jo, 'DELETE', `/issuetype/${idOf(made.body)}`)).status).toBe(409);
  });
});

describe('a workflow scheme', () => {
  const make = async () => {
    const body = { name: 'New scheme', defaultWorkflow: 'Emergency change workflow' };
    const made = await call(jira, jo, 'POST', '/workflowscheme', body);
    expect(made).toMatchObject({ status: 201, body: { defaultWorkflow: 'Emergency change workflow', draft: false } });
    return idOf(made.body);
  };

  it('is assigned to a project only while it has no issues', async () => {
    const workflowSchemeId = await make();
    const assign = () => call(jira, jo, 'PUT', '/workflowscheme/project', { projectId: '10001', workflowSchemeId });
    await call(jira, as('erin'), 'POST', '/issue', task('WEB', 'There already'));
    expect((await assign()).status).toBe(400);
    jira.store.issues.clear();
    expect((await assign()).status).toBe(204);
    await call(jira, as('erin'), 'POST', '/issue', task('WEB', 'By the new one'));
    expect((await call(jira, as('erin'), 'GET', '/issue/WEB-2?fields=status')).body).toMatchObject({
      fields: { status: { name: 'Identified' } },
    });
    expect((await call(jira, jo, 'GET', '/workflowscheme/project?projectId=10001')).body).toMatchObject({
      values: [{ projectIds: ['10001'], workflowScheme: { name: 'New scheme' } }],
    });
  });

  it('is switched as a task, which moves the issues by the mapping of statuses', async () => {
    const targetSchemeId = await make();
    await call(jira, as('erin'), 'POST', '/issue', task('WEB', 'There already'));
    const body = { projectId: '10001', targetSchemeId };
    const unmapped = await call(jira, jo, 'POST', '/workflowscheme/project/switch', body);
    expect(unmapped.status).toBe(400);
    expect(JSON.stringify(unmapped.body)).toContain("The status 'To Do' is not in the workflow");
    const statusMappings = ['1', '2', '3'].map((oldStatusId) => ({ oldStatusId, newStatusId: '11' }));
    const mappingsByIssueTypeOverride = ['10011', '10012'].map((issueTypeId) => ({ issueTypeId, statusMappings }));
    const half = { ...body, mappingsByIssueTypeOverride: mappingsByIssueTypeOverride.slice(0, 1) };
    expect((await call(jira, jo, 'POST', '/workflowscheme/project/switch', half)).status).toBe(400);
    const mapped = { ...body, mappingsByIssueTypeOverride };
    const request = new Request('http://jira.test/rest/api/3/workflowscheme/project/switch', {
      method: 'POST',
      body: JSON.stringify(mapped),
    });
    const response = await jira.handle(request, jo);
    expect(response.status).toBe(303);
    const taskPath = (response.headers.get('location') ?? '').split('/rest/api/3')[1] ?? '';
    expect((await call(jira, jo, 'GET', taskPath)).body).toMatchObject({ status: 'COMPLETE', progress: 100 });
    expect((await call(jira, as('erin'), 'GET', '/issue/WEB-1?fields=status')).body).toMatchObject({
      fields: { status: { name: 'Identified' } },
    });
  });

  it('tells beforehand which mappings a change needs', async () => {
    const id = jira.store.projects.get('10001')?.workflowSchemeId ?? '';
    const body = { id, workflowsForIssueTypes: [{ workflowId: 'emergency-change', issueTypeIds: ['10011'] }] };
    expect((await call(jira, jo, 'POST', '/workflowscheme/update/mappings', body)).body).toMatchObject({
      statusMappingsByIssueTypes: [{ issueTypeId: '10011', statusIds: ['1', '2', '3'] }],
      statusMappingsByWorkflows: [{ sourceWorkflowId: 'simple', targetWorkflowId: 'emergency-change' }],
      statuses: expect.arrayContaining([{ id: '1', name: 'To Do', category: 'TODO' }]),
    });
  });

  it('in use is changed as a document, with a mapping for statuses that go, by who has seen the last change', async () => {
    await call(jira, as('erin'), 'POST', '/issue', task('WEB', 'There already'));
    const read = await call(jira, jo, 'POST', '/workflowscheme/read', { projectIds: ['10001'] });
    const DocumentSchema = v.looseObject({ id: v.string(), name: v.string(), version: v.unknown() });
    const [{ id, name, version }] = v.parse(v.tuple([DocumentSchema]), read.body);
    const update = (more: object) =>
      call(jira, jo, 'POST', '/workflowscheme/update', {
        id,
        name,
        description: '',
        version,
        workflowsForIssueTypes: [{ workflowId: 'emergency-change', issueTypeIds: ['10011'] }],
        ...more,
      });
    expect((await update({})).status).toBe(400);
    const statusMappings = [{ oldStatusId: '1', newStatusId: '11' }];
    const mapped = { statusMappingsByIssueTypeOverride: [{ issueTypeId: '10011', statusMappings }] };
    expect((await update(mapped)).status).toBe(303);
    expect((await call(jira, as('erin'), 'GET', '/issue/WEB-1?fields=status')).body).toMatchObject({
      fields: { status: { name: 'Identified' } },
    });
    expect((await update(mapped)).status).toBe(409);
  });

  it('in use is edited only through a draft, which is not modelled', async () => {
    const id = jira.store.projects.get('10001')?.workflowSchemeId ?? '';
    const path = `/workflowscheme/${id}`;
    expect((await call(jira, jo, 'PUT', path, { name: 'Other' })).status).toBe(400);
    expect((await call(jira, jo, 'PUT', path, { name: 'Other', updateDraftIfNeeded: true })).status).toBe(501);
  });
});

describe('screens', () => {
  it('are made, filled, and serve a work type through their schemes', async () => {
    const screen = await call(jira, jo, 'POST', '/screens', { name: 'Short screen' });
    const tabs = await call(jira, jo, 'GET', `/screens/${idOf(screen.body)}/tabs`);
    const [tab] = v.parse(v.tuple([v.looseObject({ id: v.number() })]), tabs.body);
    const fields = `/screens/${idOf(screen.body)}/tabs/${tab.id}/fields`;
    for (const fieldId of ['summary', 'labels']) await call(jira, jo, 'POST', fields, { fieldId });
    expect((await call(jira, jo, 'POST', fields, { fieldId: 'labels' })).status).toBe(400);
    expect((await call(jira, jo, 'POST', fields, { fieldId: 'nothing' })).status).toBe(400);

    const screens = { default: Number(idOf(screen.body)) };
    const scheme = await call(jira, jo, 'POST', '/screenscheme', { name: 'Short', screens });
    const ofTypes = await call(jira, jo, 'POST', '/issuetypescreenscheme', {
      name: 'Short for all',
      issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: idOf(scheme.body) }],
    });
    const body = { issueTypeScreenSchemeId: idOf(ofTypes.body), projectId: '10001' };
    expect((await call(jira, jo, 'PUT', '/issuetypescreenscheme/project', body)).status).toBe(204);
    const due = { fields: { ...task('WEB', 'Due').fields, duedate: '2026-12-01' } };
    expect((await call(jira, as('erin'), 'POST', '/issue', due)).body).toMatchObject({
      errors: { duedate: expect.anything() },
    });
    expect((await call(jira, as('erin'), 'POST', '/issue', task('WEB', 'Short'))).status).toBe(201);
  });

  it('a field that is taken off cannot be set any more', async () => {
    const tab = jira.store.screens.get('1')?.tabs[0]?.id ?? '';
    await call(jira, as('erin'), 'POST', '/issue', task('WEB', 'One'));
    const edit = () => call(jira, as('erin'), 'PUT', '/issue/WEB-1', { fields: { duedate: '2026-12-01' } });
    expect((await edit()).status).toBe(204);
    expect((await call(jira, jo, 'DELETE', `/screens/1/tabs/${tab}/fields/duedate`)).status).toBe(204);
    expect((await edit()).status).toBe(400);
  });
});
