import { describe, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { AccountIdSchema, momentOf } from '../../src/domain/ids';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy';
import { moduleAri, type AppRule } from '../../src/domain/set-up/app-rule';
import type { GroupFacts, ProjectConfiguration } from '../../src/domain/set-up/configuration';
import { findings } from '../../src/domain/set-up/findings';
import { groupWarnings } from '../../src/domain/set-up/group-warnings';
import { NEEDED_PERMISSIONS } from '../../src/domain/set-up/needed-permissions';
import { unreadParts } from '../../src/domain/set-up/unread';
import type { RuleFacts, TransitionFacts } from '../../src/domain/set-up/workflow-facts';

const APP = { appId: 'app-1', environmentId: 'env-1' };
const read = <Value>(value: Value) => ({ kind: 'read' as const, value });
const unreadable = (what: string) => ({ kind: 'unreadable' as const, what, who: 'a Jira administrator' });

const rule = (key: AppRule): RuleFacts => ({
  ruleKey: 'forge:expression-validator',
  parameters: { key: moduleAri(APP, key), disabled: 'false' },
});
const DEPLOY = [rule('approvals'), rule('reviews')];
const GUARDED = [...DEPLOY, rule('content-unchanged')];

const transition = (id: string, changes: Partial<TransitionFacts>): TransitionFacts => ({
  id,
  name: `Transition ${id}`,
  type: 'directed',
  from: [],
  to: null,
  validators: [],
  screenId: null,
  ...changes,
});

const STATUSES = [
  { id: '1', name: 'Identified', category: 'to-do' as const },
  { id: '2', name: 'Deploying', category: 'in-progress' as const },
  { id: '3', name: 'Deployed', category: 'in-progress' as const },
  { id: '4', name: 'Closed', category: 'done' as const },
  { id: '5', name: 'Cancelled', category: 'done' as const },
];

/** Every way into a gated status, each as it should be, and every way that passes no gate. */
const TRANSITIONS: readonly TransitionFacts[] = [
  transition('create', { type: 'initial', to: '1', screenId: 'with-summary' }),
  transition('start', { from: ['1'], to: '2', validators: GUARDED, screenId: 'with-summary' }),
  transition('start-any', { type: 'global', to: '2', validators: DEPLOY }),
  transition('skip', { from: ['1', '2'], to: '3', validators: DEPLOY, screenId: 'with-assignee' }),
  transition('retake', { from: ['5'], to: '3', validators: GUARDED, screenId: 'with-reporter' }),
  transition('mark', { from: ['2'], to: '3' }),
  transition('back', { from: ['3', '4'], to: '2' }),
  transition('close', { from: ['3'], to: '4', validators: [rule('closure')] }),
  transition('close-any', {
    type: 'global',
    to: '4',
    validators: [rule('closure'), rule('content-unchanged')],
    screenId: 'with-summary',
  }),
  transition('cancel', { type: 'global', to: '5' }),
  transition('note', { type: 'global', to: null, screenId: 'with-summary' }),
  transition('again', { from: ['4'], to: '4', screenId: 'with-summary' }),
];

const account = (name: string) => v.parse(AccountIdSchema, name);
const group = (name: string, people: readonly string[] | null, more = false): GroupFacts => ({
  group: { kind: 'group', id: null, name },
  found: read(people === null ? null : { members: people.map(account), more }),
});
const GROUPS = [group('engineering-leads', ['lee', 'lou']), group('security-team', ['sam', 'sky'])];

const TYPES = [
  { id: '10', name: 'Emergency Change', subtask: false },
  { id: '11', name: 'Subtask', subtask: true },
];

const field = (id: string, onScreens: readonly string[]) => ({
  id,
  name: id,
  custom: null,
  onScreens: read(onScreens),
});

const sound = (transitions = TRANSITIONS): ProjectConfiguration => ({
  readAt: momentOf(new Date('2026-11-24T09:00:00Z')),
  app: APP,
  project: { projectId: '10000', key: 'OPS', name: 'Operations', style: 'company-managed' },
  workTypes: TYPES,
  emergencyType: { id: '10', name: 'Emergency Change', subtask: false, inProject: true, enabled: read(true) },
  statuses: STATUSES,
  unusedStatuses: read([]),
  workflow: read({
    facts: {
      id: 'w',
      name: 'Workflow',
      description: '',
      scope: 'global',
      version: { id: 'v', versionNumber: 1 },
      transitions,
    },
    statuses: STATUSES,
    otherTypes: read([]),
    otherProjects: read([]),
  }),
  workflowScheme: read({ id: '1', name: 'Scheme', defaultWorkflow: 'Simple', mappings: { '10': 'Workflow' } }),
  screens: read({ create: 'c', edit: 'e', view: 'e' }),
  transitionScreens: read({
    'with-summary': ['summary'],
    'with-reporter': ['reporter'],
    'with-assignee': ['assignee'],
  }),
  appField: field('EmergencyChange', ['e']),
  kindFields: [field('Kind of critical issue', ['c', 'e'])],
  permissions: read(NEEDED_PERMISSIONS.map(({ key }) => key)),
  groups: GROUPS,
});

const idsOf = (configuration: ProjectConfiguration, policy: Policy = DEFAULT_POLICY, settled: readonly string[] = []) =>
  findings(configuration, policy, (id) => settled.includes(id)).map(({ id }) => id);

const moduleKeyOf = ({ parameters }: RuleFacts) => parameters.key?.split('/').at(-1) ?? '';

describe('a sound project', () => {
  it('has no finding', () => {
    expect(idsOf(sound())).toEqual([]);
    expect(unreadParts(sound())).toEqual([]);
  });
});

const PLACED = TRANSITIONS.flatMap(({ id, validators }) => validators.map((one) => ({ id, rule: moduleKeyOf(one) })));

/** The configuration with one rule of one transition replaced. */
const withRule = (id: string, moduleKey: string, replace: (one: RuleFacts) => readonly RuleFacts[]) =>
  sound(
    TRANSITIONS.map((one) =>
      one.id === id
        ? { ...one, validators: one.validators.flatMap((r) => (moduleKeyOf(r) === moduleKey ? replace(r) : [r])) }
        : one,
    ),
  );

const given = (changes: Readonly<Record<string, string>>) => (one: RuleFacts) => [
  { ...one, parameters: { ...one.parameters, ...changes } },
];

describe.each(PLACED)('of $rule on transition $id', ({ id, rule: moduleKey }) => {
  it.each([
    { what: 'its absence', why: 'missing', replace: () => [] },
    {
      what: 'its place taken by a rule of Jira with the same key',
      why: 'missing',
      replace: (one: RuleFacts) => [{ ...one, ruleKey: 'system:validate-field-value' }],
    },
    {
      what: 'its place taken by another app',
      why: 'missing',
      replace: given({ key: `ari:cloud:ecosystem::extension/app-2/env-1/static/${moduleKey}` }),
    },
    {
      what: 'another environment',
      why: 'other-environment',
      replace: given({ key: `ari:cloud:ecosystem::extension/app-1/env-2/static/${moduleKey}` }),
    },
    { what: 'its being switched off', why: 'disabled', replace: given({ disabled: 'true' }) },
    { what: 'an expression of its own', why: 'weakened', replace: given({ config: '{"expression":"true"}' }) },
    { what: 'a configuration that is no object', why: 'weakened', replace: given({ config: '"{}"' }) },
    { what: 'a configuration that is no JSON', why: 'weakened', replace: given({ config: 'expression' }) },
  ])('$what is found, and nothing else', ({ why, replace }) => {
    expect(idsOf(withRule(id, moduleKey, replace))).toEqual([`gate-${why}:w:${id}:${moduleKey}`]);
  });

  it.each([{ config: '' }, { config: '{}' }, { config: '{"note":"ours"}' }, { config: 'null' }])(
    'a configuration $config without an expression is no finding',
    ({ config }) => {
      expect(idsOf(withRule(id, moduleKey, given({ config })))).toEqual([]);
    },
  );

  it('a rule of another environment beside it is no finding', () => {
    const other = given({ key: `ari:cloud:ecosystem::extension/app-1/env-2/static/${moduleKey}` });
    expect(idsOf(withRule(id, moduleKey, (one) => [...other(one), one]))).toEqual([]);
  });
});

it('every finding says the risk and how to mend it, each in one sentence', () => {
  const broken: ProjectConfiguration = {
    ...sound(TRANSITIONS.map((one) => ({ ...one, validators: [] }))),
    workTypes: [],
    appField: null,
    kindFields: [],
    permissions: read([]),
    groups: [group('engineering-leads', []), group('security-team', null)],
    statuses: STATUSES.slice(0, 2),
  };
  const all = findings(broken, DEFAULT_POLICY, () => false);
  expect(all.length).toBeGreaterThan(20);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { title, risk, mend } of all) {
    expect(title).not.toMatch(/\.$/);
    expect(risk).toMatch(/^[A-Z][^.]*\.$/);
    expect(mend).toMatch(/^[A-Z][^.]*\.$/);
  }
});

describe('the initial transition', () => {
  it('into a status of the deployment is mended by hand', () => {
    const configuration = sound([transition('create', { type: 'initial', to: '3' })]);
    expect(findings(configuration, DEFAULT_POLICY, () => true)).toMatchObject([
      { id: 'gate-missing:w:create:approvals', stepId: null, severity: 'hole' },
      { id: 'gate-missing:w:create:reviews', stepId: null, severity: 'hole' },
    ]);
  });
});

describe('another project with the same workflow', () => {
  const workflow = sound().workflow;
  const shared = (typeId: string): ProjectConfiguration => ({
    ...sound(),
    workflow:
      workflow.kind === 'read' && workflow.value !== null
        ? read({
            ...workflow.value,
            otherProjects: read([
              { projectId: '2', key: 'WEB', name: 'Website', workTypes: [{ id: typeId, name: 'T', subtask: false }] },
            ]),
          })
        : workflow,
  });

  it.each([
    { what: 'the same work type and settings', typeId: '10', settled: ['2'], found: [] },
    { what: 'the same work type and no settings', typeId: '10', settled: [], found: ['project-shares-workflow:2'] },
    { what: 'another work type', typeId: '12', settled: ['2'], found: ['project-shares-workflow:2'] },
  ])('with $what', ({ typeId, settled, found }) => {
    expect(idsOf(shared(typeId), DEFAULT_POLICY, settled)).toEqual(found);
  });
});

describe('groups', () => {
  const withGroups = (groups: readonly GroupFacts[], policy = DEFAULT_POLICY) => idsOf({ ...sound(), groups }, policy);
  const [leads, security] = GROUPS;

  it.each([
    { what: 'no member', one: group('security-team', []), found: ['group-empty:security'] },
    { what: 'no such group', one: group('security-team', null), found: ['group-unknown:security:group:security-team'] },
    { what: 'one member', one: group('security-team', ['sam']), found: ['group-of-one:security'] },
    { what: 'the same people', one: group('security-team', ['lou', 'lee']), found: ['groups-identical'] },
    { what: 'one person more', one: group('security-team', ['lou', 'lee', 'sam']), found: [] },
    { what: 'more people than were listed', one: group('security-team', ['lee'], true), found: [] },
  ])('$what', ({ one, found }) => {
    expect(withGroups([leads, one].flatMap((facts) => facts ?? []))).toEqual(found);
  });

  it('one and the same person in both is a hole', () => {
    const both = [group('engineering-leads', ['lee']), group('security-team', ['lee'])];
    expect(findings({ ...sound(), groups: both }, DEFAULT_POLICY, () => true)).toContainEqual(
      expect.objectContaining({ id: 'groups-identical', severity: 'hole' }),
    );
  });

  it('more attendees than people keep every change open', () => {
    const policy = { ...DEFAULT_POLICY, attendees: { 'engineering-lead': 3, security: 1 } };
    expect(withGroups(GROUPS, policy)).toEqual(['attendees-short:engineering-lead']);
  });

  it('none is a choice for escalation and peer review only', () => {
    const policy = { ...DEFAULT_POLICY, groups: { ...DEFAULT_POLICY.groups, security: [] } };
    expect(withGroups(GROUPS, policy)).toEqual(['group-empty:security']);
  });

  it('one of several that does not exist is a warning', () => {
    const named = [
      ...DEFAULT_POLICY.groups.security,
      { kind: 'role' as const, id: null, name: 'Security "on call", EU' },
    ];
    const policy = { ...DEFAULT_POLICY, groups: { ...DEFAULT_POLICY.groups, security: named } };
    const role: GroupFacts = { group: { kind: 'role', id: null, name: 'Security "on call", EU' }, found: read(null) };
    expect(findings({ ...sound(), groups: [...GROUPS, role] }, policy, () => true)).toMatchObject([
      { severity: 'warning', title: 'Security: the role Security "on call", EU does not exist' },
    ]);
  });

  it('that cannot be listed are no finding but not read', () => {
    const hidden: GroupFacts = {
      group: { kind: 'group', id: null, name: 'security-team' },
      found: unreadable('the members of group security-team'),
    };
    const configuration = { ...sound(), groups: [leads, hidden].flatMap((facts) => facts ?? []) };
    expect(idsOf(configuration)).toEqual([]);
    expect(unreadParts(configuration)).toEqual([
      'Not read: the members of group security-team. Who could read it: a Jira administrator.',
    ]);
  });

  it('warn beside the field of the form, and there also when one person would be left', () => {
    const facts = [leads, group('security-team', [])].flatMap((one) => one ?? []);
    expect(groupWarnings(DEFAULT_POLICY, facts)).toEqual([
      {
        field: 'groups.security',
        message:
          'Security: nobody is in security-team. Nobody can approve or review for Security, so no emergency change can be deployed.',
      },
      {
        field: 'groups.engineering-lead',
        message: 'Engineering Lead has two people. When one of them is a requester, only the other one can approve.',
      },
    ]);
    const three = [group('engineering-leads', ['lee', 'lou', 'pat']), security].flatMap((one) => one ?? []);
    expect(groupWarnings(DEFAULT_POLICY, three).map(({ field: path }) => path)).toEqual(['groups.security']);
  });
});

describe('the calendar', () => {
  const until = (date: string): Policy => ({
    ...DEFAULT_POLICY,
    calendar: {
      ...DEFAULT_POLICY.calendar,
      holidays: [
        { date, name: 'A holiday' },
        { date: '2026-01-01', name: 'New' },
      ],
    },
  });

  it.each([
    { date: '2026-12-25', found: ['holidays-run-out'] },
    { date: '2027-05-25', found: ['holidays-run-out'] },
    { date: '2027-05-26', found: [] },
  ])('whose last holiday is $date', ({ date, found }) => {
    expect(idsOf(sound(), until(date))).toEqual(found);
  });
});

describe('what was not read', () => {
  it('is named once, and never taken for a hole', () => {
    const hidden: ProjectConfiguration = {
      ...sound(),
      workflow: unreadable('the workflow'),
      screens: unreadable('which fields are on the screens'),
      transitionScreens: unreadable('the fields on the screens of the transitions'),
      appField: { ...field('EmergencyChange', []), onScreens: unreadable('which fields are on the screens') },
      permissions: unreadable('the permissions of the app'),
    };
    expect(idsOf(hidden)).toEqual([]);
    expect(unreadParts(hidden)).toHaveLength(4);
  });
});
