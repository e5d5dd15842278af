import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { momentOf } from '../../src/domain/ids';
import { DEFAULT_POLICY, type Policy } from '../../src/domain/policy';
import type { AppRule } from '../../src/domain/set-up/app-rule';
import { moduleAri } from '../../src/domain/set-up/app-rule';
import type { GoverningWorkflow, ProjectConfiguration, StatusFacts } from '../../src/domain/set-up/configuration';
import type { WorkflowAdditions } from '../../src/domain/set-up/deed';
import { complianceFilters } from '../../src/domain/set-up/filters';
import { ruleGaps } from '../../src/domain/set-up/gates';
import { NEEDED_PERMISSIONS } from '../../src/domain/set-up/needed-permissions';
import { KINDS, MARK } from '../../src/domain/set-up/own-names';
import { planOf } from '../../src/domain/set-up/plan';
import type { SiteFacts } from '../../src/domain/set-up/site-facts';
import { additionsTo, hasAdditions, type WorkflowBase } from '../../src/domain/set-up/workflow-additions';
import type { RuleFacts, TransitionFacts, WorkflowFacts } from '../../src/domain/set-up/workflow-facts';

const APP = { appId: 'app-1', environmentId: 'env-1' };
const read = <Value>(value: Value) => ({ kind: 'read' as const, value });
const rule = (key: string): RuleFacts => ({ ruleKey: 'forge:expression-validator', parameters: { key } });
const ruleOf = (one: AppRule) => rule(moduleAri(APP, one));

const status = (id: string, name: string, category: StatusFacts['category'] = 'in-progress'): StatusFacts => ({
  id,
  name,
  category,
});
const STATUSES = [
  status('1', 'Identified', 'to-do'),
  status('2', 'Deploying'),
  status('3', 'Deployed'),
  status('4', 'Closed', 'done'),
  status('5', 'Cancelled', 'done'),
];
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
const TRANSITIONS = [
  transition('1', { type: 'initial', to: '1' }),
  transition('11', { from: ['1'], to: '2', validators: [ruleOf('approvals'), ruleOf('reviews')] }),
  transition('21', { from: ['2'], to: '3' }),
  transition('31', { from: ['3'], to: '4', validators: [ruleOf('closure')] }),
];
const workflow = (transitions: readonly TransitionFacts[], description = ''): WorkflowFacts => ({
  id: 'w1',
  name: 'Our workflow',
  description,
  scope: 'global',
  version: { id: 'v', versionNumber: 1 },
  transitions,
});
const governing = (changes: Partial<GoverningWorkflow> = {}): GoverningWorkflow => ({
  facts: workflow(TRANSITIONS),
  statuses: STATUSES,
  otherTypes: read([]),
  otherProjects: read([]),
  ...changes,
});

const TYPE = { id: '10', name: 'Emergency Change', subtask: false };
const field = (id: string, name: string) => ({ id, name, custom: null, onScreens: read(['s1', 's2']) });

const configuration = (changes: Partial<ProjectConfiguration> = {}): ProjectConfiguration => ({
  readAt: momentOf(new Date('2026-11-24T09:00:00Z')),
  app: APP,
  project: { projectId: '10000', key: 'OPS', name: 'Operations', style: 'company-managed' },
  workTypes: [TYPE],
  emergencyType: { ...TYPE, inProject: true, enabled: read(true) },
  statuses: STATUSES,
  unusedStatuses: read([]),
  workflow: read(governing()),
  workflowScheme: read(null),
  screens: read({ create: 's1', edit: 's2', view: 's2' }),
  transitionScreens: read({}),
  appField: field('customfield_2', 'EmergencyChange'),
  kindFields: [field('customfield_1', 'Kind of critical issue')],
  permissions: read(NEEDED_PERMISSIONS.map(({ key }) => key)),
  groups: [],
  ...changes,
});

const filters = complianceFilters('OPS', 'EmergencyChange').map(({ name, jql }, index) => ({
  id: String(index),
  name,
  jql,
  isOwn: false,
  isShared: true,
}));
const facts = (changes: Partial<SiteFacts> = {}): SiteFacts => ({
  statuses: STATUSES,
  kindField: { fieldId: 'customfield_1', description: '', contextId: 'c', options: [...KINDS], typeIds: null },
  typeScheme: { id: 't', name: 'Types', description: '', defaultTypeId: null, typeIds: ['10'] },
  scheme: {
    id: 's',
    name: 'Scheme',
    description: '',
    version: { id: 'v', versionNumber: 1 },
    defaultWorkflow: { id: 'simple', name: 'Simple' },
    mappings: { '10': { id: 'w1', name: 'Our workflow' } },
  },
  ownTypeScheme: null,
  ownWorkflow: null,
  ownScheme: null,
  hasIssues: false,
  screenNames: {},
  filters,
  task: null,
  ...changes,
});

const plan = (
  changes: Partial<ProjectConfiguration> = {},
  site: Partial<SiteFacts> = {},
  policy: Policy = DEFAULT_POLICY,
) => planOf({ configuration: configuration(changes), facts: facts(site), policy }, { areSaved: true });
const stepOf = (steps: ReturnType<typeof plan>, stepId: string) => steps.find((one) => one.stepId === stepId);

describe('the plan of a set-up', () => {
  it('has nothing to do where everything is there', () => {
    expect(new Set(plan().map(({ state }) => state))).toEqual(new Set(['there']));
    expect(plan().every(({ deed }) => deed === null)).toBe(true);
  });

  it.each([
    { what: 'the work type', stepId: 'work-type', changes: { emergencyType: null }, site: {} },
    {
      what: 'its mark',
      stepId: 'work-type',
      changes: { emergencyType: { ...TYPE, inProject: true, enabled: read(false) } },
      site: {},
    },
    { what: 'the kind field', stepId: 'kind-field', changes: { kindFields: [] }, site: { kindField: null } },
    {
      what: 'its options',
      stepId: 'kind-field',
      changes: {},
      site: { kindField: { fieldId: 'f', description: MARK, contextId: 'c', options: [], typeIds: null } },
    },
    {
      what: 'its place at the work type',
      stepId: 'kind-field',
      changes: {},
      site: { kindField: { fieldId: 'f', description: '', contextId: 'c', options: ['A'], typeIds: ['99'] } },
    },
    { what: 'a status', stepId: 'statuses', changes: { workflow: read(null) }, site: { statuses: STATUSES.slice(1) } },
    { what: 'the workflow', stepId: 'workflow', changes: { workflow: read(null) }, site: {} },
    {
      what: 'the place in the scheme',
      stepId: 'workflow-scheme',
      changes: {},
      site: { scheme: { ...facts().scheme, mappings: {} } },
    },
    {
      what: 'the type in the project',
      stepId: 'work-type-scheme',
      changes: { emergencyType: { ...TYPE, inProject: false, enabled: read(true) } },
      site: {},
    },
    {
      what: 'a field on a screen',
      stepId: 'screens',
      changes: { appField: { ...field('customfield_2', 'EmergencyChange'), onScreens: read([]) } },
      site: {},
    },
    { what: 'a filter', stepId: 'filters', changes: {}, site: { filters: filters.slice(1) } },
    {
      what: 'the sharing of a filter',
      stepId: 'filters',
      changes: {},
      site: { filters: filters.map((filter) => ({ ...filter, isShared: false })) },
    },
  ])('makes $what', ({ stepId, changes, site }) => {
    expect(stepOf(plan(changes, site), stepId)).toMatchObject({ state: 'to-do', deed: expect.anything() });
  });

  it.each([
    { what: 'a missing permission', stepId: 'permissions', changes: { permissions: read(['BROWSE_PROJECTS']) } },
    { what: 'a field that is not installed', stepId: 'filters', changes: { appField: null } },
    {
      what: 'two fields of one name',
      stepId: 'kind-field',
      changes: { kindFields: [field('a', 'Kind'), field('b', 'Kind')] },
    },
    {
      what: 'a workflow that cannot be read',
      stepId: 'workflow',
      changes: { workflow: { kind: 'unreadable' as const, what: 'the workflow', who: 'a Jira administrator' } },
    },
    {
      what: 'a workflow that begins past the gate',
      stepId: 'workflow',
      changes: {
        workflow: read(
          governing({ facts: workflow([transition('1', { type: 'initial', to: '2' }), ...TRANSITIONS.slice(1)]) }),
        ),
      },
    },
  ])('leaves $what to a person', ({ stepId, changes }) => {
    const found = stepOf(plan(changes), stepId);
    expect(found).toMatchObject({ state: 'by-hand', deed: null });
    expect(found?.detail.length).toBeGreaterThan(20);
  });

  it('asks for the exact name of a status that the site spells otherwise', () => {
    const lower = STATUSES.map((one) => (one.name === 'Closed' ? { ...one, name: 'closed' } : one));
    const steps = plan({ workflow: read(null) }, { statuses: lower });
    expect(stepOf(steps, 'statuses')).toMatchObject({ state: 'by-hand', detail: expect.stringContaining('closed') });
    expect(stepOf(steps, 'workflow')?.state).toBe('waits');
  });

  it('takes what an earlier run made and did not use', () => {
    const ownScheme = { ...facts().scheme, id: 'own', description: MARK };
    const scheme = { ...facts().scheme, mappings: {} };
    const found = stepOf(plan({}, { scheme, ownScheme }), 'workflow-scheme');
    expect(found?.deed).toMatchObject({ scheme: { id: 'own' }, update: false, give: 'assign' });
  });

  it('does not take what is called so and was made by somebody else', () => {
    const ownScheme = { ...facts().scheme, id: 'own', description: 'Ours since 2019.' };
    const scheme = { ...facts().scheme, mappings: {} };
    expect(stepOf(plan({}, { scheme, ownScheme }), 'workflow-scheme')?.deed).toMatchObject({ scheme: null });
  });

  it('shows how far Jira is, and says why it gave up', () => {
    const scheme = { ...facts().scheme, mappings: {} };
    const running = plan({}, { scheme, task: { state: 'running', progress: 40, message: '' } });
    expect(stepOf(running, 'workflow-scheme')).toMatchObject({ state: 'running', progress: 40, deed: null });
    const failed = plan({}, { scheme, task: { state: 'failed', progress: 40, message: 'Out of luck.' } });
    expect(stepOf(failed, 'workflow-scheme')).toMatchObject({
      state: 'to-do',
      detail: expect.stringContaining('Out of luck.'),
    });
  });
});

/** Any workflow over the statuses of the settings and two others, with any rules in it. */
const ANY_STATUSES = [...STATUSES, status('6', 'Waiting'), status('7', 'Rolled back')];
const anyStatusId = fc.constantFrom(...ANY_STATUSES.map(({ id }) => id));
const anyTransition = fc.record({
  type: fc.constantFrom('global' as const, 'directed' as const),
  from: fc.uniqueArray(anyStatusId, { minLength: 1, maxLength: 3 }),
  to: fc.option(anyStatusId),
  validators: fc.uniqueArray(fc.constantFrom<AppRule>('approvals', 'reviews', 'closure', 'content-unchanged')),
  screenId: fc.option(fc.constantFrom('with-summary', 'plain')),
});
const BY_SCREEN = { 'with-summary': ['summary'], plain: ['assignee'] };
const anyBase = fc
  .tuple(fc.array(anyTransition, { maxLength: 6 }), fc.subarray(ANY_STATUSES, { minLength: 1 }))
  .map(([transitions, statuses]): WorkflowBase => {
    const ids = statuses.map(({ id }) => id);
    const first = ids.find((id) => ['1', '6', '7'].includes(id)) ?? ids[0] ?? '';
    return {
      statuses,
      initialStatusId: first,
      transitions: [
        transition('1', { type: 'initial', to: first }),
        ...transitions
          .filter(({ from, to }) => from.every((id) => ids.includes(id)) && (to === null || ids.includes(to)))
          .map(({ type, from, to, validators, screenId }, index) =>
            transition(`${index + 1}1`, {
              type,
              from: type === 'global' ? [] : from,
              to,
              validators: validators.map(ruleOf),
              screenId,
            }),
          ),
      ],
    };
  });

function withAdditions(base: WorkflowBase, additions: WorkflowAdditions): WorkflowBase {
  const keysOf = (id: string) => additions.validators.find(({ transitionId }) => transitionId === id)?.keys ?? [];
  return {
    ...base,
    statuses: [...base.statuses, ...additions.statuses],
    transitions: [
      ...base.transitions.map((one) => ({ ...one, validators: [...one.validators, ...keysOf(one.id).map(rule)] })),
      ...additions.transitions.map(({ validators, ...one }) =>
        transition(one.id, { ...one, validators: validators.map(rule) }),
      ),
    ],
  };
}

describe('what is added to a workflow', () => {
  const context = { policy: DEFAULT_POLICY, app: APP, byScreen: BY_SCREEN };
  const fieldsOf = ({ screenId }: TransitionFacts) =>
    screenId === 'with-summary' || screenId === 'plain' ? BY_SCREEN[screenId] : [];

  it('closes every way past a gate, once, and touches nothing that passes none', () => {
    fc.assert(
      fc.property(anyBase, (base) => {
        const additions = additionsTo(base, ANY_STATUSES, context);
        const after = withAdditions(base, additions);
        const { statuses } = after;
        for (const one of after.transitions.filter(({ type }) => type !== 'initial')) {
          const place = { transition: one, statuses, screenFields: fieldsOf(one), policy: DEFAULT_POLICY, app: APP };
          expect(ruleGaps(place)).toEqual([]);
        }
        expect(hasAdditions(additionsTo(after, ANY_STATUSES, context))).toBe(false);
        expect(new Set(after.transitions.map(({ id }) => id)).size).toBe(after.transitions.length);
      }),
      { numRuns: 300 },
    );
  });
});
