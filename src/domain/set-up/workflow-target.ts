import type { Policy } from '../policy';
import { type ProjectConfiguration, type StatusFacts, valueOf } from './configuration';
import { isOwn } from './own-names';
import { listed } from './set-up-step';
import type { SiteFacts } from './site-facts';
import { INITIAL, isForDeployments, sameName, type WorkflowBase } from './workflow-additions';
import type { WorkflowFacts } from './workflow-facts';

/** What the steps are planned from. */
export interface Reading {
  readonly configuration: ProjectConfiguration;
  readonly policy: Policy;
  readonly facts: SiteFacts;
}

/** Which workflow is to have the gates: one that is there, a copy of one that others go by too, or a new one. */
export type Target =
  | { readonly kind: 'amend'; readonly facts: WorkflowFacts; readonly base: WorkflowBase }
  | {
      readonly kind: 'copy';
      readonly facts: WorkflowFacts;
      readonly base: WorkflowBase;
      /** Names of the other work that goes by it. */
      readonly others: string;
    }
  | { readonly kind: 'new'; readonly base: WorkflowBase };

const baseOf = (facts: WorkflowFacts, statuses: readonly StatusFacts[]): WorkflowBase => ({
  statuses,
  initialStatusId: facts.transitions.find(({ type }) => type === 'initial')?.to ?? '',
  transitions: facts.transitions,
});

export function targetOf({ configuration, policy, facts }: Reading): Target {
  const { emergencyType } = configuration;
  const governing = valueOf(configuration.workflow) ?? null;
  const own = facts.ownWorkflow;
  if (governing !== null && isForDeployments(governing.statuses, policy)) {
    const base = baseOf(governing.facts, governing.statuses);
    const others = foreignUsers(governing, emergencyType?.id);
    if (others.length === 0 || own?.facts.id === governing.facts.id) {
      return { kind: 'amend', facts: governing.facts, base };
    }
    if (own === null) return { kind: 'copy', facts: governing.facts, base, others: listed(others) };
  }
  if (own !== null && isOwn(own.facts)) {
    return { kind: 'amend', facts: own.facts, base: baseOf(own.facts, own.statuses) };
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
