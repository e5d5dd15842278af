import type { Issue } from './model/issue';
import type { Screen } from './model/screen';
import type { Field } from './model/field';
import type { Project, ScreenField, TypeConfiguration } from './model/site';
import type { Transition, TransitionRules, Workflow } from './model/workflow';
import { type JiraStore, known } from './store';

/** The ids of the work types of a project, in the order of its scheme. */
export const typeIdsOf = (store: JiraStore, project: Project): readonly string[] =>
  known(store.issueTypeSchemes, project.issueTypeSchemeId).issueTypeIds;

/** How a work type behaves in a project; undefined where the project does not have it. */
export function typeConfiguration(
  store: JiraStore,
  project: Project,
  issueTypeId: string,
): TypeConfiguration | undefined {
  if (!typeIdsOf(store, project).includes(issueTypeId)) return undefined;
  const screen = (use: 'create' | 'edit') =>
    screenFields(store, project, issueTypeId, known(store.screens, screenIdFor(store, project, issueTypeId, use)));
  return {
    workflowId: workflowIdFor(store, project, issueTypeId),
    createScreen: screen('create'),
    editScreen: screen('edit'),
  };
}

export function workflowIdFor(store: JiraStore, project: Project, issueTypeId: string): string {
  const scheme = known(store.workflowSchemes, project.workflowSchemeId);
  return scheme.mappings[issueTypeId] ?? scheme.defaultWorkflowId;
}

/** The workflow that an issue follows. */
export const workflowOf = (store: JiraStore, issue: Pick<Issue, 'projectId' | 'issueTypeId'>): Workflow =>
  known(store.workflows, workflowIdFor(store, known(store.projects, issue.projectId), issue.issueTypeId));

function screenIdFor(store: JiraStore, project: Project, issueTypeId: string, use: 'create' | 'edit'): string {
  const ofTypes = known(store.issueTypeScreenSchemes, project.issueTypeScreenSchemeId);
  const { screens } = known(store.screenSchemes, ofTypes.mappings[issueTypeId] ?? ofTypes.defaultScreenSchemeId);
  return screens[use] ?? screens.default;
}

const screenFields = (
  store: JiraStore,
  project: Project,
  issueTypeId: string,
  { tabs }: Screen,
): readonly ScreenField[] =>
  tabs
    .flatMap(({ fieldIds }) => fieldIds)
    .filter((fieldId) => isSettable(store.fields.get(fieldId)) && isForType(store, fieldId, issueTypeId))
    .map((fieldId) => ({ fieldId, required: isRequired(project, issueTypeId, fieldId) }));

/** A read-only field of an app may be on a screen and can be set on none. */
const isSettable = (field: Field | undefined): boolean => field !== undefined && field.forge?.readOnly !== true;

/** A custom field can be limited to work types; on a screen that others share it is there for those only. */
const isForType = ({ fieldTypeIds }: JiraStore, fieldId: string, issueTypeId: string): boolean =>
  fieldTypeIds.get(fieldId)?.includes(issueTypeId) !== false;

/** A summary may never be empty; the rest as the field configuration says. */
const isRequired = (project: Project, issueTypeId: string, fieldId: string): boolean =>
  fieldId === 'summary' || project.requiredFields[issueTypeId]?.includes(fieldId) === true;

/** The fields of a transition's screen; undefined where it has none. */
export function transitionScreen(
  store: JiraStore,
  issue: Pick<Issue, 'projectId' | 'issueTypeId'>,
  { screenId }: Pick<TransitionRules, 'screenId'>,
): readonly ScreenField[] | undefined {
  const screen = screenId === undefined ? undefined : store.screens.get(screenId);
  return screen && screenFields(store, known(store.projects, issue.projectId), issue.issueTypeId, screen);
}

/** Every status of a workflow, in the order in which its transitions reach them. */
export const statusIdsOf = (workflow: Workflow): readonly string[] => [
  ...new Set([workflow.initialStatusId, ...workflow.transitions.flatMap(statusesOf), ...workflow.statusIds]),
];

const statusesOf = ({ from, to }: Transition): readonly string[] => (to === '-1' ? from : [...from, to]);

/** The projects that follow a workflow, each with the work types that do. */
export function usesOf(store: JiraStore, workflowId: string) {
  return [...store.projects.values()].flatMap((project) => {
    const issueTypeIds = typeIdsOf(store, project).filter((id) => workflowIdFor(store, project, id) === workflowId);
    return issueTypeIds.length === 0 ? [] : [{ project, issueTypeIds }];
  });
}
