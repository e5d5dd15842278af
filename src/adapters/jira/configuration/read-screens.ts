import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import type { Part, TypeScreens } from '../../../domain/set-up/configuration';
import type { TransitionFacts } from '../../../domain/set-up/workflow-facts';
import { getJson } from '../request';
import { allPages } from './pages';
import { HIDDEN_SCREENS, JIRA_ADMINISTRATOR, partOf, SCREENS } from './part';
import type { ReadProject } from './read-project';

const SchemeOfProjectShape = v.object({ issueTypeScreenScheme: v.object({ id: v.string() }) });
const MappingShape = v.object({ issueTypeId: v.string(), screenSchemeId: v.string() });
const ScreenId = v.optional(v.number());
const ScreenSchemeShape = v.object({
  screens: v.object({ default: v.number(), create: ScreenId, edit: ScreenId, view: ScreenId }),
});

/** The screens of a work type in a project. 3 calls; none in a team-managed project. */
export async function readTypeScreens(as: Reader, project: ReadProject, typeId: string): Promise<Part<TypeScreens>> {
  if (project.style === 'team-managed') return HIDDEN_SCREENS;
  return partOf(SCREENS, JIRA_ADMINISTRATOR, async () => {
    const screens = await screensOfType(as, project.projectId, typeId);
    const { create, edit, view } = { ...screens };
    const use = (screenId: number | undefined) => String(screenId ?? screens.default);
    return { create: use(create), edit: use(edit), view: use(view) };
  });
}

async function screensOfType(as: Reader, projectId: string, typeId: string) {
  const ofProject = (startAt: number) =>
    route`/rest/api/3/issuetypescreenscheme/project?projectId=${projectId}&startAt=${startAt}`;
  const [scheme] = await allPages(as, ofProject, SchemeOfProjectShape);
  const schemeId = found(scheme, `an issue type screen scheme of project ${projectId}`).issueTypeScreenScheme.id;
  const ofTypes = (startAt: number) =>
    route`/rest/api/3/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${schemeId}&startAt=${startAt}`;
  const mappings = await allPages(as, ofTypes, MappingShape);
  const mapping = mappings.find((one) => one.issueTypeId === typeId) ?? mappings.find(isDefault);
  const { screenSchemeId } = found(mapping, `a screen scheme of work type ${typeId}`);
  const byId = (startAt: number) => route`/rest/api/3/screenscheme?id=${screenSchemeId}&startAt=${startAt}`;
  const [screenScheme] = await allPages(as, byId, ScreenSchemeShape);
  return found(screenScheme, `screen scheme ${screenSchemeId}`).screens;
}

const isDefault = ({ issueTypeId }: v.InferOutput<typeof MappingShape>) => issueTypeId === 'default';

function found<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined) throw new Error(`Jira did not say ${what}.`);
  return value;
}

const NamedShape = v.array(v.object({ id: v.union([v.string(), v.number()]) }));

/** The field ids on each screen that transitions show. 1 call for each screen and 1 for each of its tabs. */
export async function readTransitionScreens(
  as: Reader,
  transitions: readonly TransitionFacts[],
): Promise<Part<Readonly<Record<string, readonly string[]>>>> {
  const screenIds = [...new Set(transitions.flatMap(({ screenId }) => screenId ?? []))];
  return partOf('the fields on the screens of the transitions', JIRA_ADMINISTRATOR, async () => {
    const screens = screenIds.map(async (screenId) => [screenId, await fieldsOn(as, screenId)] as const);
    return Object.fromEntries(await Promise.all(screens));
  });
}

async function fieldsOn(as: Reader, screenId: string): Promise<readonly string[]> {
  const tabs = await getJson(as, route`/rest/api/3/screens/${screenId}/tabs`, NamedShape);
  const fields = tabs.map(({ id }) =>
    getJson(as, route`/rest/api/3/screens/${screenId}/tabs/${id}/fields`, NamedShape),
  );
  return (await Promise.all(fields)).flat().map(({ id }) => String(id));
}
