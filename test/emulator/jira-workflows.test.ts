import { beforeEach, describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import type { Jira } from '../../emulator/jira/jira';
import { installAppRules } from '../../emulator/jira/site/install-app-rules';
import { aJira, APP, as, call, emergency } from './support/a-jira';

let jira: Jira;
beforeEach(() => {
  jira = aJira();
  installAppRules(jira.store, APP, [
    {
      key: 'approvals',
      name: 'Approvals',
      description: 'Two approvals.',
      projectTypes: ['company-managed', 'team-managed'],
    },
    { key: 'closure', name: 'Closure', description: 'Obligations are met.' },
  ]);
});

const jo = as('jo');

const WorkflowSchema = v.looseObject({
  id: v.string(),
  version: v.object({ id: v.string(), versionNumber: v.number() }),
  statuses: v.array(v.looseObject({ statusReference: v.string() })),
  transitions: v.array(v.looseObject({ id: v.string(), validators: v.array(v.looseObject({ ruleKey: v.string() })) })),
});
const ReadSchema = v.looseObject({
  statuses: v.array(v.looseObject({ id: v.string(), name: v.string(), statusCategory: v.string() })),
  workflows: v.tuple([WorkflowSchema]),
});

async function read(name: string) {
  const { body } = await call(jira, jo, 'POST', '/workflows', { workflowNames: [name] });
  const { statuses, workflows } = v.parse(ReadSchema, body);
  return { statuses, workflow: workflows[0] };
}

const status = (reference: string, name: string, statusCategory = 'TODO') => ({
  statusReference: reference,
  name,
  statusCategory,
});
const NEW_WORKFLOW = {
  scope: { type: 'GLOBAL' },
  statuses: [status('a', 'Reported'), status('b', 'Rolled out', 'DONE')],
  workflows: [
    {
      name: 'Made by set-up',
      statuses: ['a', 'b'].map((statusReference) => ({ statusReference, properties: {}, layout: { x: 1, y: 2 } })),
      transitions: [
        { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'a' },
        {
          id: '11',
          type: 'DIRECTED',
          name: 'Roll out',
          links: [{ fromStatusReference: 'a' }],
          toStatusReference: 'b',
          validators: [
            {
              ruleKey: 'forge:expression-validator',
              parameters: { key: 'ari:cloud:ecosystem::extension/app-1/env-1/static/approvals', config: '{"a":1}' },
            },
          ],
        },
        { id: '21', type: 'GLOBAL', name: 'Note' },
      ],
    },
  ],
};

describe('reading', () => {
  it('shows transitions with their types, links, screens and rules', async () => {
    const { workflow } = await read('Emergency change workflow');
    expect(workflow.transitions).toMatchObject([
      { id: '1', type: 'INITIAL', links: [], toStatusReference: '11' },
      {
        id: '111',
        type: 'DIRECTED',
        links: [{ fromStatusReference: '11' }],
        toStatusReference: '12',
        transitionScreen: { ruleKey: 'system:transition-screen' },
        validators: expect.arrayContaining([
          {
            id: 'rule-approvals',
            ruleKey: 'forge:expression-validator',
            parameters: {
              key: 'ari:cloud:ecosystem::extension/app-1/env-1/static/approvals',
              id: 'rule-approvals',
              disabled: 'false',
            },
          },
        ]),
      },
      { id: '121' },
      { id: '131' },
      { id: '141' },
    ]);
  });

  it('finds a workflow by project and work type, and by search', async () => {
    const pair = { projectAndIssueTypes: [{ projectId: '10000', issueTypeId: '10010' }] };
    expect((await call(jira, jo, 'POST', '/workflows', pair)).body).toMatchObject({
      workflows: [{ name: 'Emergency change workflow' }],
    });
    expect((await call(jira, jo, 'GET', '/workflows/search?queryString=emergency')).body).toMatchObject({
      total: 1,
      values: [{ name: 'Emergency change workflow' }],
    });
  });

  it('is for Jira administrators, where the workflow is of the whole site', async () => {
    const asked = { workflowNames: ['Emergency change workflow'] };
    expect((await call(jira, as('erin'), 'POST', '/workflows', asked)).body).toMatchObject({ workflows: [] });
    expect((await call(jira, as('mal'), 'POST', '/workflows', asked)).status).toBe(401);
  });

  it('the rules that an app offers are told by the kind of project', async () => {
    const path = '/workflows/capabilities?workflowId=emergency-change';
    expect((await call(jira, jo, 'GET', path)).body).toMatchObject({
      editorScope: 'GLOBAL',
      forgeRules: [
        {
          id: 'ari:cloud:ecosystem::extension/app-1/env-1/static/approvals',
          ruleKey: 'forge:expression-validator',
          ruleType: 'Validator',
        },
        { name: 'Closure' },
      ],
    });
    expect((await call(jira, as('erin'), 'GET', path)).status).toBe(401);
  });
});

describe('making', () => {
  it('makes statuses and workflow, and gives each rule an id', async () => {
    const made = await call(jira, jo, 'POST', '/workflows/create', NEW_WORKFLOW);
    expect(made).toMatchObject({
      status: 200,
      body: { statuses: [{ name: 'Reported' }, { name: 'Rolled out' }], workflows: [{ name: 'Made by set-up' }] },
    });
    const { workflow } = await read('Made by set-up');
    expect(workflow.transitions).toMatchObject([
      { type: 'INITIAL' },
      { validators: [{ parameters: { config: '{"a":1}', disabled: 'false', id: expect.any(String) } }] },
      { type: 'GLOBAL', name: 'Note' },
    ]);
    expect(workflow.transitions[2]).not.toHaveProperty('toStatusReference');
  });

  it('takes a Jira administrator', async () => {
    expect((await call(jira, as('erin'), 'POST', '/workflows/create', NEW_WORKFLOW)).status).toBe(401);
  });

  it.each([
    { wrong: { name: 'Simple workflow' }, words: "A workflow with the name 'Simple workflow' already exists." },
    { wrong: { transitions: [] }, words: 'exactly one initial transition' },
    {
      wrong: { transitions: [{ id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'z' }] },
      words: 'a status that the workflow lacks: z',
    },
    {
      wrong: {
        transitions: [
          { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'a' },
          { id: '1', type: 'DIRECTED', name: 'Twice', toStatusReference: 'b' },
        ],
      },
      words: 'used more than once',
    },
  ])('refuses what is wrong, in both ways: $words', async ({ wrong, words }) => {
    const payload = { ...NEW_WORKFLOW, workflows: [{ ...NEW_WORKFLOW.workflows[0], ...wrong }] };
    const refused = await call(jira, jo, 'POST', '/workflows/create', payload);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain(words);
    const validated = await call(jira, jo, 'POST', '/workflows/create/validation', { payload });
    expect(JSON.stringify(validated.body)).toContain(words);
    expect([...jira.store.statuses.values()].map(({ name }) => name)).not.toContain('Reported');
  });

  it('a rule that nobody would follow answers 501', async () => {
    const [workflow] = NEW_WORKFLOW.workflows;
    const transitions = workflow?.transitions.map((one) => ({
      ...one,
      validators: [{ ruleKey: 'system:proforma-forms-attached', parameters: {} }],
    }));
    const payload = { ...NEW_WORKFLOW, workflows: [{ ...workflow, transitions }] };
    expect((await call(jira, jo, 'POST', '/workflows/create', payload)).status).toBe(501);
  });
});

describe('changing', () => {
  it('adds a rule and leaves everything else as it was', async () => {
    const before = (await read('Simple workflow')).workflow;
    const { statuses, workflow } = await read('Simple workflow');
    const rule = {
      ruleKey: 'forge:expression-validator',
      parameters: { key: 'ari:cloud:ecosystem::extension/app-1/env-1/static/closure' },
    };
    const transitions = workflow.transitions.map((one) => (one.id === '31' ? { ...one, validators: [rule] } : one));
    const updated = await call(jira, jo, 'POST', '/workflows/update', {
      statuses,
      workflows: [{ ...workflow, transitions }],
    });
    expect(updated.status).toBe(200);
    const after = (await read('Simple workflow')).workflow;
    expect(after.transitions[3]).toMatchObject({ validators: [{ parameters: rule.parameters }] });
    expect(after.transitions.slice(0, 3)).toEqual(before.transitions.slice(0, 3));
    expect(after.version.versionNumber).toBe(before.version.versionNumber + 1);
  });

  it('by somebody who has not seen the last change answers 409 and changes nothing', async () => {
    const { statuses, workflow } = await read('Simple workflow');
    const first = { statuses, workflows: [workflow] };
    expect((await call(jira, jo, 'POST', '/workflows/update', first)).status).toBe(200);
    const second = await call(jira, jo, 'POST', '/workflows/update', {
      statuses,
      workflows: [{ ...workflow, transitions: workflow.transitions.slice(0, 1) }],
    });
    expect(second.status).toBe(409);
    expect((await read('Simple workflow')).workflow.transitions).toHaveLength(4);
  });

  it('a status that issues are in goes only with a mapping, and takes them along without a transition', async () => {
    await call(jira, as('erin'), 'POST', '/issue', emergency());
    const { statuses, workflow } = await read('Emergency change workflow');
    const left = {
      statuses: statuses.filter(({ id }) => id !== '11'),
      workflows: [
        {
          ...workflow,
          statuses: workflow.statuses.filter(({ statusReference }) => statusReference !== '11'),
          transitions: [
            { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: '12' },
            {
              id: '121',
              type: 'DIRECTED',
              name: 'On',
              links: [{ fromStatusReference: '12' }],
              toStatusReference: '13',
            },
          ],
        },
      ],
    };
    const refused = await call(jira, jo, 'POST', '/workflows/update', left);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('OPS-1 is in it');
    const mapped = left.workflows.map((one) => ({
      ...one,
      defaultStatusMappings: [{ oldStatusReference: '11', newStatusReference: '12' }],
    }));
    const done = await call(jira, jo, 'POST', '/workflows/update', { ...left, workflows: mapped });
    expect(done).toMatchObject({ status: 200, body: { taskId: expect.any(String) } });
    expect((await call(jira, as('erin'), 'GET', '/issue/OPS-1?fields=status')).body).toMatchObject({
      fields: { status: { name: 'Deploying' } },
    });
  });
});

describe('the rules of Jira itself are followed', () => {
  const withTransition = (more: object) => {
    const workflow = jira.store.workflows.get('emergency-change');
    if (workflow === undefined) throw new Error('The demo site has lost its workflow.');
    workflow.transitions = [
      { id: '900', name: 'Guarded', from: [], to: '15', validators: [], ...more },
      ...workflow.transitions.slice(1),
    ];
  };
  const move = (name: string) =>
    call(jira, as(name), 'POST', '/issue/OPS-1/transitions', { transition: { id: '900' } });

  beforeEach(async () => {
    await call(jira, as('erin'), 'POST', '/issue', emergency());
  });

  it('a condition hides the transition from whom it does not let pass', async () => {
    const rule = {
      id: 'r',
      ruleKey: 'system:restrict-issue-transition',
      parameters: { groupIds: 'group-security-team' },
    };
    withTransition({ conditions: { operation: 'ALL', conditions: [rule], conditionGroups: [] } });
    expect((await move('erin')).status).toBe(400);
    expect((await move('sam')).status).toBe(204);
  });

  it('a required field blocks, in the words of the rule', async () => {
    const parameters = { ruleType: 'fieldRequired', fieldsRequired: 'assignee', errorMessage: 'Assign somebody.' };
    withTransition({ validators: [{ id: 'r', ruleKey: 'system:validate-field-value', parameters }] });
    expect(await move('erin')).toMatchObject({ status: 400, body: { errorMessages: ['Assign somebody.'] } });
    await call(jira, as('erin'), 'PUT', '/issue/OPS-1/assignee', { accountId: '712020:pat' });
    expect((await move('erin')).status).toBe(204);
  });

  it('a post function assigns with the transition', async () => {
    withTransition({
      actions: [{ id: 'r', ruleKey: 'system:change-assignee', parameters: { type: 'to-current-user' } }],
    });
    expect((await move('pat')).status).toBe(204);
    expect((await call(jira, as('erin'), 'GET', '/issue/OPS-1?fields=assignee')).body).toMatchObject({
      fields: { assignee: { accountId: '712020:pat' } },
    });
  });
});

describe('statuses', () => {
  it('are made, found, renamed and deleted; one that a workflow uses stays', async () => {
    const made = await call(jira, jo, 'POST', '/statuses', {
      scope: { type: 'GLOBAL' },
      statuses: [{ name: 'Waiting', statusCategory: 'IN_PROGRESS' }],
    });
    expect(made).toMatchObject({ status: 200, body: [{ name: 'Waiting', statusCategory: 'IN_PROGRESS' }] });
    const id = [...jira.store.statuses.keys()].at(-1) ?? '';
    const next = { statuses: [{ id, name: 'Parked', statusCategory: 'TODO' }] };
    expect((await call(jira, jo, 'PUT', '/statuses', next)).status).toBe(204);
    expect((await call(jira, jo, 'GET', '/statuses/search?searchString=park')).body).toMatchObject({
      total: 1,
      values: [{ id, name: 'Parked' }],
    });
    const again = { scope: { type: 'GLOBAL' }, statuses: [{ name: 'parked', statusCategory: 'TODO' }] };
    expect((await call(jira, jo, 'POST', '/statuses', again)).status).toBe(400);
    expect((await call(jira, jo, 'DELETE', `/statuses?id=${id}`)).status).toBe(204);
    expect((await call(jira, jo, 'DELETE', '/statuses?id=11')).status).toBe(400);
  });
});
