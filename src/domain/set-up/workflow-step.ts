import { additionsInWords } from './addition-words';
import { type ProjectConfiguration, valueOf } from './configuration';
import type { NewStatus, Scope, WorkflowAdditions } from './deed';
import { MARK, ownNames } from './own-names';
import { byHand, listed, type SetUpStep, step, there, toDo, waits } from './set-up-step';
import type { WorkflowRef } from './site-facts';
import {
  additionsTo,
  gatedCreations,
  hasAdditions,
  INITIAL,
  missingStatuses,
  sameName,
  type WorkflowBase,
} from './workflow-additions';
import type { WorkflowFacts } from './workflow-facts';
import { type Reading, type Target, targetOf } from './workflow-target';

const scopeOf = ({ project }: ProjectConfiguration): Scope =>
  project.style === 'team-managed' ? { kind: 'project', projectId: project.projectId } : { kind: 'global' };

function statusesToMake({ facts, policy }: Reading, target: Target): readonly NewStatus[] {
  const needed = [...(target.kind === 'new' ? [INITIAL] : []), ...missingStatuses(target.base, policy)];
  return needed.filter(({ name }) => !facts.statuses.some((status) => sameName(status.name, name)));
}

/** Jira takes no two statuses whose names differ in capitals only, and the settings mean the exact name. */
const spelledOtherwise = ({ facts, policy }: Reading, { base }: Target): readonly string[] =>
  missingStatuses(base, policy).flatMap(({ name }) => {
    const found = facts.statuses.filter((status) => sameName(status.name, name));
    return found.length === 0 || found.some((status) => status.name === name) ? [] : found.map((one) => one.name);
  });

/** The reading as if the statuses were there, so that the plan can say what comes after them. */
function withStatuses(reading: Reading): Reading {
  const made = statusesToMake(reading, targetOf(reading)).map((status) => ({ ...status, id: `new ${status.name}` }));
  return { ...reading, facts: { ...reading.facts, statuses: [...reading.facts.statuses, ...made] } };
}

/** The statuses that the workflow will need, made where the site has none of the name. */
export function statusesStep(reading: Reading): SetUpStep {
  const { configuration } = reading;
  const target = targetOf(reading);
  const spelled = spelledOtherwise(reading, target);
  if (spelled.length > 0) {
    return step(
      'statuses',
      byHand(`The settings have to name statuses exactly as Jira does: ${listed(spelled)}. Change the settings.`),
    );
  }
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
  const said = additionsInWords(target.base, facts.statuses, additions);
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
        `Copies the workflow ${target.facts.name}, by which ${target.others} goes too and which stays as it is, to ${name}. In the copy: ${said}`,
        { kind: 'copied-workflow', name, description, scope, source: target.facts, additions },
      );
  }
}
