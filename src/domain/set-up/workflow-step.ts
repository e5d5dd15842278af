import type { Policy } from '../policy';
import type { ProjectConfiguration, StatusFacts } from './configuration';
import { valueOf } from './configuration';
import type { NewStatus, Scope, WorkflowAdditions } from './deed';
import { isOwn, MARK, ownNames } from './own-names';
import { byHand, listed, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { SiteFacts, WorkflowRef } from './site-facts';
import {
  additionsTo,
  gatedCreations,
  hasAdditions,
  INITIAL,
  isForDeployments,
  missingStatuses,
  sameName,
  type WorkflowBase,
} from './workflow-additions';
import type { WorkflowFacts } from './workflow-facts';

/** What the steps are planned from. */
export interface Reading {
  readonly configuration: ProjectConfiguration;
  readonly policy: Policy;
  readonly facts: SiteFacts;
}

/** Which workflow is to have the gates: one that is there, a copy of one that others go by too, or a new one. */
type Target =
  | {
      readonly kind: 'amend' | 'copy';
      readonly facts: WorkflowFacts;
      readonly base: WorkflowBase;
      readonly why: string;
    }
  | { readonly kind: 'new'; readonly base: WorkflowBase };

export const scopeOf = ({ project }: ProjectConfiguration): Scope =>
  project.style === 'team-managed' ? { kind: 'project', projectId: project.projectId } : { kind: 'global' };

const baseOf = (facts: WorkflowFacts, statuses: readonly StatusFacts[]): WorkflowBase => ({
  statuses,
  initialStatusId: facts.transitions.find(({ type }) => type === 'initial')?.to ?? '',
  transitions: facts.transitions,
});

function targetOf({ configuration, policy, facts }: Reading): Target {
  const { emergencyType } = configuration;
  const governing = valueOf(configuration.workflow) ?? null;
  const own = facts.ownWorkflow;
  if (governing !== null && isForDeployments(governing.statuses, policy)) {
    const base = baseOf(governing.facts, governing.statuses);
    const others = foreignUsers(governing, emergencyType?.id);
    if (others.length === 0) return { kind: 'amend', facts: governing.facts, base, why: '' };
    if (own === null || own.facts.id === governing.facts.id) {
      return { kind: 'copy', facts: governing.facts, base, why: listed(others) };
    }
  }
  if (own !== null && isOwn(own.facts)) {
    return { kind: 'amend', facts: own.facts, base: baseOf(own.facts, own.statuses), why: '' };
  }
  const initial = facts.statuses.find(({ name }) => sameName(name, INITIAL.name));
  return {
    kind: 'new',
    base: { statuses: initial === undefined ? [] : [initial], initialStatusId: initial?.id ?? '', transitions: [] },
  };
}

type Governing = NonNullable<Extract<ProjectConfiguration['workflow'], { kind: 'read' }>['value']>;

/** Work that is no emergency change and goes by the workflow. What cannot be read is taken for such. */
function foreignUsers({ otherTypes, otherProjects }: Governing, typeId: string | undefined): readonly string[] {
  const here = valueOf(otherTypes)?.map(({ name }) => name) ?? ['work that could not be read'];
  const elsewhere = valueOf(otherProjects)?.flatMap(({ key, workTypes }) =>
    workTypes.filter(({ id }) => id !== typeId).map(({ name }) => `${name} in ${key}`),
  ) ?? ['projects that could not be read'];
  return [...here, ...elsewhere];
}

function statusesToMake({ facts, policy }: Reading, target: Target): readonly NewStatus[] {
  const needed = [...(target.kind === 'new' ? [INITIAL] : []), ...missingStatuses(target.base, policy)];
  return needed.filter(({ name }) => !facts.statuses.some((status) => sameName(status.name, name)));
}

/** The reading as if the statuses were there, so that the plan can say what comes after them. */
function withStatuses(reading: Reading): Reading {
  const made = statusesToMake(reading, targetOf(reading)).map((status) => ({ ...status, id: `new ${status.name}` }));
  return { ...reading, facts: { ...reading.facts, statuses: [...reading.facts.statuses, ...made] } };
}

/** The statuses that the workflow will need, made where the site has none of the name. */
export function statusesStep(reading: Reading): SetUpStep {
  const { configuration } = reading;
  const target = targetOf(reading);
  const missing = statusesToMake(reading, target);
  if (missing.length === 0) {
    return step('statuses', there('Every status that the workflow needs is there.'));
  }
  const names = listed(missing.map(({ name }) => name));
  const where = configuration.project.style === 'team-managed' ? 'of the project' : 'of the site';
  return step(
    'statuses',
    toDo(`Makes the statuses ${where}: ${names}.`, {
      kind: 'statuses',
      scope: scopeOf(configuration),
      statuses: missing,
    }),
  );
}

export interface WorkflowStep {
  readonly step: SetUpStep;
  /** The workflow with its gates; null while it is not there. */
  readonly target: (WorkflowRef & { readonly base: WorkflowBase }) | null;
}

export function workflowStep(reading: Reading, statuses: SetUpStep): WorkflowStep {
  const { configuration, policy, facts } = reading;
  if (configuration.workflow.kind === 'unreadable') {
    const { what, who } = configuration.workflow;
    return unmade(byHand(`The set-up could not read ${what}. That takes ${who}.`));
  }
  if (statuses.state !== 'there') {
    return unmade(waits('statuses', workflowStep(withStatuses(reading), { ...statuses, state: 'there' }).step.detail));
  }
  const target = targetOf(reading);
  const byScreen = valueOf(configuration.transitionScreens) ?? {};
  const additions = additionsTo(target.base, facts.statuses, { policy, app: configuration.app, byScreen });
  const created = gatedCreations(target.base, policy, configuration.app);
  if (created.length > 0 && target.kind !== 'new') {
    const names = listed(created.map(({ name }) => name));
    return unmade(
      byHand(
        `By the workflow ${target.facts.name} issues begin in ${names}, which is past the gate. Let them begin in another status, in the workflow's editor or in the settings.`,
      ),
    );
  }
  if (target.kind === 'amend' && !hasAdditions(additions)) {
    const done = there(`${target.facts.name} has the gates of the app on every way into deployment and closure.`);
    return { step: step('workflow', done), target: { ...refOf(target.facts), base: target.base } };
  }
  return unmade(outcomeOf(reading, target, additions));
}

const refOf = ({ id, name }: WorkflowFacts): WorkflowRef => ({ id, name });
const unmade = (outcome: ReturnType<typeof byHand>): WorkflowStep => ({
  step: step('workflow', outcome),
  target: null,
});

function outcomeOf({ configuration, facts }: Reading, target: Target, additions: WorkflowAdditions) {
  const name = ownNames(configuration.project.key).workflow;
  const scope = scopeOf(configuration);
  const said = wordsOf(target.base, facts.statuses, additions);
  const description = `${MARK} How emergency changes of ${configuration.project.key} go.`;
  switch (target.kind) {
    case 'new':
      return toDo(`Makes the workflow ${name}, which begins in ${INITIAL.name}. ${said}`, {
        kind: 'new-workflow',
        name,
        description,
        scope,
        initialStatusId: target.base.initialStatusId,
        additions: { ...additions, statuses: [...target.base.statuses, ...additions.statuses] },
      });
    case 'amend':
      return toDo(`Changes the workflow ${target.facts.name}. ${said} Everything else in it stays as it is.`, {
        kind: 'amended-workflow',
        workflow: target.facts,
        additions,
      });
    case 'copy':
      return toDo(
        `Copies the workflow ${target.facts.name}, by which ${target.why} go too and which stays as it is, to ${name}. In the copy: ${said}`,
        { kind: 'copied-workflow', name, description, scope, source: target.facts, additions },
      );
  }
}

/** "Adds the status Closed. Adds the transition Close from Live to Closed with 1 rule of the app. …" */
function wordsOf(base: WorkflowBase, known: readonly StatusFacts[], additions: WorkflowAdditions): string {
  const nameOf = (id: string) => [...base.statuses, ...known].find((status) => status.id === id)?.name ?? id;
  const rulesOf = (keys: readonly string[]) =>
    listed(keys.map((key) => RULE_WORDS[key.split('/').at(-1) ?? ''] ?? key));
  return [
    ...additions.transitions.map(({ name, from, to, validators }) => {
      const guarded = validators.length === 0 ? '' : `, guarded by ${rulesOf(validators)}`;
      return `Adds the transition ${name} from ${listed(from.map(nameOf))} to ${nameOf(to)}${guarded}.`;
    }),
    ...additions.validators.map(({ transitionId, keys }) => {
      const transition = base.transitions.find(({ id }) => id === transitionId)?.name ?? transitionId;
      return `Guards the transition ${transition} by ${rulesOf(keys)}.`;
    }),
  ].join(' ');
}

const RULE_WORDS: Readonly<Record<string, string>> = {
  approvals: 'the approvals',
  reviews: 'the reviews',
  closure: 'the closure',
  'content-unchanged': 'the unchanged content',
};
