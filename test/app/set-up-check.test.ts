import { beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '../../src/domain/policy';
import { aSite, KIND_FIELD, type Site } from '../support/a-site';
import { anAdministrator, checkOf } from '../support/an-administrator';
import { CLOSE, START_DEPLOYMENT, STATUS } from '../support/a-procedure';

let site: Site;
beforeEach(async () => {
  site = await aSite();
});

type Administrator = ReturnType<typeof anAdministrator>;

const [OPS, EMERGENCY_CHANGE, TASK, SUBTASK] = ['10000', '10010', '10011', '10012'] as const;
const WORKFLOW = 'Emergency change workflow';
const gateMissing = (transitionId: string, ...rules: readonly string[]) =>
  rules.map((rule) => `gate-missing:emergency-change:${transitionId}:${rule}`);
const directed = (name: string, from: string, to: string) => ({
  id: '151',
  type: 'DIRECTED',
  name,
  links: [{ fromStatusReference: from }],
  toStatusReference: to,
});
const withScreen = { transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: '10000' } } };

const TEAM_MANAGED = 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban';

interface Hole {
  readonly hole: string;
  readonly make: (jo: Administrator) => Promise<unknown>;
  readonly found: readonly string[];
}

const HOLES: readonly Hole[] = [
  {
    hole: 'the approvals are not asked for before the deployment',
    make: (jo) => jo.changeRule(START_DEPLOYMENT, 'approvals', () => []),
    found: gateMissing(START_DEPLOYMENT, 'approvals'),
  },
  {
    hole: 'the reviews are not asked for before the deployment',
    make: (jo) => jo.changeRule(START_DEPLOYMENT, 'reviews', () => []),
    found: gateMissing(START_DEPLOYMENT, 'reviews'),
  },
  {
    hole: 'the screen of the deployment may change the summary',
    make: (jo) => jo.changeRule(START_DEPLOYMENT, 'content-unchanged', () => []),
    found: gateMissing(START_DEPLOYMENT, 'content-unchanged'),
  },
  {
    hole: 'nothing is asked for before the closure',
    make: (jo) => jo.changeRule(CLOSE, 'closure', () => []),
    found: gateMissing(CLOSE, 'closure'),
  },
  {
    hole: 'the closure got a screen that may change the summary',
    make: (jo) => jo.changeTransition(CLOSE, () => withScreen),
    found: gateMissing(CLOSE, 'content-unchanged'),
  },
  {
    hole: 'a transition leads from every status to Deploying',
    make: (jo) => jo.addTransition({ id: '151', type: 'GLOBAL', name: 'Hurry', toStatusReference: STATUS.deploying }),
    found: gateMissing('151', 'approvals', 'reviews'),
  },
  {
    hole: 'a transition leads past Deploying to Deployed',
    make: (jo) => jo.addTransition(directed('Was deployed', STATUS.identified, STATUS.deployed)),
    found: gateMissing('151', 'approvals', 'reviews'),
  },
  {
    hole: 'a cancelled change can be taken up again in Deploying',
    make: (jo) => jo.addTransition(directed('Take up', STATUS.cancelled, STATUS.deploying)),
    found: gateMissing('151', 'approvals', 'reviews'),
  },
  {
    hole: 'a transition leads from every status to Closed',
    make: (jo) => jo.addTransition({ id: '151', type: 'GLOBAL', name: 'Give up', toStatusReference: STATUS.closed }),
    found: gateMissing('151', 'closure'),
  },
  {
    hole: 'issues are created in Deploying',
    make: (jo) => jo.changeTransition('1', () => ({ toStatusReference: STATUS.deploying })),
    found: gateMissing('1', 'approvals', 'reviews'),
  },
  {
    hole: 'the approvals are asked for by another installation of the app',
    make: (jo) =>
      jo.changeRule(START_DEPLOYMENT, 'approvals', ({ parameters, ...rule }) => [
        { ...rule, parameters: { ...parameters, key: parameters.key?.replace(/[^/]+\/static/, 'other/static') ?? '' } },
      ]),
    found: [`gate-other-environment:emergency-change:${START_DEPLOYMENT}:approvals`],
  },
  {
    hole: 'the rule of the reviews is switched off',
    make: (jo) =>
      jo.changeRule(START_DEPLOYMENT, 'reviews', ({ parameters, ...rule }) => [
        { ...rule, parameters: { ...parameters, disabled: 'true' } },
      ]),
    found: [`gate-disabled:emergency-change:${START_DEPLOYMENT}:reviews`],
  },
  {
    hole: 'a configuration replaces the expression of a rule',
    make: (jo) =>
      jo.changeRule(START_DEPLOYMENT, 'content-unchanged', ({ parameters, ...rule }) => [
        { ...rule, parameters: { ...parameters, config: '{"expression":"true"}' } },
      ]),
    found: [`gate-weakened:emergency-change:${START_DEPLOYMENT}:content-unchanged`],
  },
  {
    hole: 'the work type is not marked for the app',
    make: (jo) => jo.rest('DELETE', `/issuetype/${EMERGENCY_CHANGE}/properties/emergency-change`),
    found: ['work-type-not-enabled'],
  },
  {
    hole: 'the mark of the work type is a text',
    make: (jo) => jo.rest('PUT', `/issuetype/${EMERGENCY_CHANGE}/properties/emergency-change`, { enabled: 'yes' }),
    found: ['work-type-not-enabled'],
  },
  {
    hole: 'the work type has another name',
    make: (jo) => jo.rest('PUT', `/issuetype/${EMERGENCY_CHANGE}`, { name: 'Urgent Change' }),
    found: ['work-type-missing'],
  },
  {
    hole: 'the work type is not in the project',
    make: (jo) => jo.rest('DELETE', `/issuetypescheme/10000/issuetype/${EMERGENCY_CHANGE}`),
    found: ['work-type-not-in-project'],
  },
  {
    hole: 'the project has no subtasks',
    make: (jo) => jo.rest('DELETE', `/issuetypescheme/10000/issuetype/${SUBTASK}`),
    found: ['subtask-type-missing'],
  },
  {
    hole: 'status Deployed was renamed',
    make: (jo) =>
      jo.rest('PUT', '/statuses', {
        statuses: [{ id: STATUS.deployed, name: 'Live', statusCategory: 'IN_PROGRESS' }],
      }),
    found: ['status-missing:deployed:Deployed'],
  },
  {
    hole: 'nobody is in the Security group',
    make: (jo) => jo.changeGroup('security-team', { remove: ['sam', 'sky'] }),
    found: ['group-empty:security'],
  },
  {
    hole: 'the group of the Engineering Leads is gone',
    make: (jo) => jo.rest('DELETE', '/group?groupname=engineering-leads'),
    found: ['group-unknown:engineering-lead:group:engineering-leads'],
  },
  {
    hole: 'both groups are the same people',
    make: (jo) => jo.changeGroup('engineering-leads', { add: ['sam', 'sky'], remove: ['lee', 'lou'] }),
    found: ['groups-identical'],
  },
  {
    hole: 'one person is left in a group',
    make: (jo) => jo.changeGroup('engineering-leads', { remove: ['lou'] }),
    found: ['group-of-one:engineering-lead'],
  },
  {
    hole: 'the kind field cannot be filled in on creation',
    make: (jo) => jo.takeOffScreen('Emergency change create screen', KIND_FIELD),
    found: ['kind-field-off-screen:10001'],
  },
  {
    hole: "the app's field is not shown",
    make: (jo) => jo.takeOffScreen('Emergency change screen', 'customfield_10060'),
    found: ['app-field-off-screen:10002'],
  },
  {
    hole: 'there are two kind fields',
    make: (jo) =>
      jo.rest('POST', '/field', {
        name: 'Kind of critical issue',
        type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
      }),
    found: ['kind-field-twice'],
  },
  {
    hole: 'another work type follows the workflow',
    make: async (jo) => {
      const issueTypeMappings = { [EMERGENCY_CHANGE]: WORKFLOW, [TASK]: WORKFLOW };
      const { body } = await jo.rest('POST', '/workflowscheme', { name: 'Of both', issueTypeMappings });
      const workflowSchemeId = String((body as { readonly id: number }).id);
      await jo.rest('PUT', '/workflowscheme/project', { projectId: OPS, workflowSchemeId });
    },
    found: [`work-type-shares-workflow:${TASK}`],
  },
  {
    hole: 'a project that is not set up follows the workflow',
    make: async (jo) => {
      const { body } = await jo.rest('POST', '/workflowscheme', { name: 'Of the website', defaultWorkflow: WORKFLOW });
      const workflowSchemeId = String((body as { readonly id: number }).id);
      await jo.rest('PUT', '/workflowscheme/project', { projectId: '10001', workflowSchemeId });
    },
    found: ['project-shares-workflow:10001'],
  },
];

const idsOf = async (...given: Parameters<typeof checkOf>) => {
  const check = await checkOf(...given);
  return { findings: check?.findings.map(({ id }) => id), unread: check?.unread };
};

it('a sound project has no finding', async () => {
  expect(await idsOf(site, 'jo')).toEqual({ findings: [], unread: [] });
});

it.each(HOLES)('found, and nothing else: $hole', async ({ make, found }) => {
  await make(anAdministrator(site));
  expect(await idsOf(site, 'jo')).toEqual({ findings: [...found], unread: [] });
});

it('loops, and transitions among the statuses of a deployment, enter nothing', async () => {
  const jo = anAdministrator(site);
  await jo.addTransition({ id: '151', type: 'GLOBAL', name: 'Note' });
  await jo.addTransition({ ...directed('Deploy again', STATUS.deployed, STATUS.deploying), id: '161' });
  await jo.addTransition({ ...directed('Go on', STATUS.deploying, STATUS.deploying), id: '171' });
  expect(await idsOf(site, 'jo')).toEqual({ findings: [], unread: [] });
});

it.each(['BROWSE_PROJECTS', 'CREATE_ISSUES', 'TRANSITION_ISSUES'] as const)(
  'the app without the permission %s is found',
  async (permission) => {
    // Permission schemes are changed by no operation of the embedded Jira.
    const project = site.jira.store.projects.get(OPS);
    const holders = project?.permissions[permission]?.filter((holder) => !('accountId' in holder)) ?? [];
    Object.assign(project ?? {}, { permissions: { ...project?.permissions, [permission]: holders } });
    expect(await idsOf(site, 'jo')).toEqual({ findings: [`permission-missing:${permission}`], unread: [] });
  },
);

describe('who may not read everything', () => {
  const unread = [
    'Not read: the workflow of Emergency Change. Who could read it: a Jira administrator.',
    'Not read: the workflow scheme. Who could read it: a Jira administrator.',
    'Not read: which fields are on the screens. Who could read it: a Jira administrator.',
  ];

  it.each([
    { reader: 'the app itself, on a site that does not let it administer Jira', as: { app: true } as const },
    { reader: 'an administrator of the project', as: 'lee' },
  ])('is told what was not read, and no hole is taken for closed: $reader', async ({ as }) => {
    const jo = anAdministrator(site);
    await jo.rest('POST', `/project/${OPS}/role/10002`, { user: ['712020:lee'] });
    await jo.changeRule(START_DEPLOYMENT, 'approvals', () => []);
    site.jira.store.globalPermissions.set('ADMINISTER', [{ groupId: 'group-jira-admins' }]);
    expect(await idsOf(site, as)).toEqual({ findings: [], unread });
  });

  it('is not the app where it may administer Jira, as its scopes ask: it finds the hole by itself', async () => {
    await anAdministrator(site).changeRule(START_DEPLOYMENT, 'approvals', () => []);
    expect(await idsOf(site, { app: true })).toEqual({
      findings: gateMissing(START_DEPLOYMENT, 'approvals'),
      unread: [],
    });
  });

  it('hears of no project that he may not see', async () => {
    expect(await checkOf(site, 'mal')).toBeUndefined();
    expect(await checkOf(site, 'jo', { projectId: '4711' })).toBeUndefined();
  });
});

it('takes few calls', async () => {
  const before = site.forge.calls.length;
  await checkOf(site, 'jo');
  const calls = site.forge.calls.slice(before).filter(({ service }) => service === 'jira');
  expect(calls).toHaveLength(17);
});

const POLICY = DEFAULT_POLICY;

it.each([
  {
    settings: 'closed by Cancelled too',
    policy: { ...POLICY, statuses: { ...POLICY.statuses, closed: ['Closed', 'Cancelled'], cancelled: [] } },
    found: gateMissing('141', 'closure'),
  },
  {
    settings: 'no meaning of Cancelled, which looks finished',
    policy: { ...POLICY, statuses: { ...POLICY.statuses, cancelled: [] } },
    found: [`status-without-meaning:${STATUS.cancelled}`],
  },
  { settings: 'switched off', policy: { ...POLICY, enabled: false }, found: ['switched-off'] },
])('judges by the settings that it is given: $settings', async ({ policy, found }) => {
  expect(await idsOf(site, 'jo', { policy })).toEqual({ findings: [...found], unread: [] });
});

it('finds groups whatever their names are', async () => {
  const jo = anAdministrator(site);
  const name = 'Security "on call", R&D #1 + 50% / ü';
  await jo.rest('POST', '/group', { name });
  for (const person of ['sam', 'sky']) {
    await jo.rest('POST', `/group/user?groupname=${encodeURIComponent(name)}`, { accountId: `712020:${person}` });
  }
  const named = (...names: readonly string[]) => ({
    ...POLICY,
    groups: { ...POLICY.groups, security: names.map((one) => ({ kind: 'group' as const, id: null, name: one })) },
  });
  expect((await idsOf(site, 'jo', { policy: named(name) })).findings).toEqual([]);
  expect((await idsOf(site, 'jo', { policy: named('', '__proto__') })).findings).toEqual([
    'group-unknown:security:group:',
    'group-unknown:security:group:__proto__',
  ]);
});

it('looks into the roles of the project, and at whether the app can', async () => {
  const jo = anAdministrator(site);
  const member = { kind: 'role' as const, id: null, name: 'Member' };
  const policy = { ...POLICY, groups: { ...POLICY.groups, security: [member] } };
  const unseen = 'permission-missing:ADMINISTER_PROJECTS';
  expect((await idsOf(site, 'jo', { policy })).findings).toEqual(['group-empty:security', unseen]);
  await jo.rest('POST', `/project/${OPS}/role/10004`, { user: ['712020:sam'], groupId: ['group-auditors'] });
  expect((await idsOf(site, 'jo', { policy })).findings).toEqual([unseen]);
  await jo.rest('POST', `/project/${OPS}/role/10002`, { user: [site.forge.identity.appAccountId] });
  expect((await idsOf(site, 'jo', { policy })).findings).toEqual([]);
});

it('reads a team-managed project as far as Jira shows it', async () => {
  const project = { key: 'TEAM', name: 'Team', projectTemplateKey: TEAM_MANAGED, projectTypeKey: 'software' };
  const { body } = await anAdministrator(site).rest('POST', '/project', project);
  const projectId = String((body as { readonly id: number }).id);
  const policy = { ...POLICY, workType: 'Task' };
  expect(await idsOf(site, 'jo', { projectId, policy })).toEqual({
    findings: [
      'work-type-not-enabled',
      'status-missing:deploying:Deploying',
      'status-missing:deployed:Deployed',
      'status-missing:closed:Closed',
      'status-missing:cancelled:Cancelled',
      'work-type-shares-workflow:10014',
      'status-without-meaning:10002',
    ],
    unread: [
      'Not read: which fields are on the screens. Who could read it: only a person, in the settings of the project.',
    ],
  });
  expect((await idsOf(site, 'jo', { projectId })).findings).toContain('work-type-missing');
});
