import type { Deed } from './deed';

/** The steps in the order in which they are done: the gate stands before the first change can be declared. */
export const STEP_IDS = [
  'work-type',
  'kind-field',
  'statuses',
  'workflow',
  'workflow-scheme',
  'work-type-scheme',
  'screens',
  'permissions',
  'filters',
  'settings',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** One thing that the set-up makes or finds; it never says more than the reading shows. */
export interface SetUpStep {
  readonly stepId: StepId;
  readonly title: string;
  /** What exactly it will do, or what is there, with names. */
  readonly detail: string;
  readonly state: 'there' | 'to-do' | 'waits' | 'running' | 'by-hand';
  /** Of a running task of Jira, 0 to 100; else null. */
  readonly progress: number | null;
  /** Of a step that is to do; else null. */
  readonly deed: Deed | null;
}

export const TITLES: Readonly<Record<StepId, string>> = {
  'work-type': 'Work type',
  'kind-field': 'Field for the kind of critical issue',
  statuses: 'Statuses',
  workflow: 'Workflow with its gates',
  'workflow-scheme': 'Workflow scheme of the project',
  'work-type-scheme': 'Work type in the project',
  screens: 'Fields on the screens',
  permissions: 'Permissions of the app',
  filters: 'Filters for compliance',
  settings: 'First settings',
};

type Outcome = Pick<SetUpStep, 'detail' | 'state' | 'progress' | 'deed'>;

const plain =
  (state: 'there' | 'by-hand' | 'waits') =>
  (detail: string): Outcome => ({ detail, state, progress: null, deed: null });
export const there = plain('there');
export const byHand = plain('by-hand');
/** `will`: what it does when its turn comes. */
export const waits = (stepId: StepId, will: string): Outcome =>
  plain('waits')(`${will} First comes: ${TITLES[stepId]}.`);
export const toDo = (detail: string, deed: Deed): Outcome => ({ detail, state: 'to-do', progress: null, deed });
export const running = (detail: string, progress: number): Outcome => ({
  detail,
  state: 'running',
  progress,
  deed: null,
});

export const step = (stepId: StepId, outcome: Outcome): SetUpStep => ({ stepId, title: TITLES[stepId], ...outcome });

/** "Deploying, Deployed and Closed" */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
