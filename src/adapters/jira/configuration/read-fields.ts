import { route } from '@forge/api';
import * as v from 'valibot';
import type { Reader } from '../../../application/ports';
import type { AppIdentity, FieldFacts, Part } from '../../../domain/set-up/configuration';
import { getJson } from '../request';
import { allPages } from './pages';
import { HIDDEN_SCREENS, JIRA_ADMINISTRATOR, partOf, SCREENS } from './part';
import type { ReadProject } from './read-project';

const FieldsShape = v.array(
  v.object({
    id: v.string(),
    name: v.string(),
    custom: v.boolean(),
    schema: v.optional(v.object({ custom: v.optional(v.string()) })),
  }),
);

/** The app's own field by its module key in manifest.yml, and those of the kind field's name. */
interface ReadFields {
  readonly appField: FieldFacts | null;
  readonly kindFields: readonly FieldFacts[];
}

/** 1 call, and 1 more for each of the fields found. */
export async function readFields(
  as: Reader,
  { style }: ReadProject,
  app: AppIdentity,
  kindField: string,
): Promise<ReadFields> {
  const all = await getJson(as, route`/rest/api/3/field`, FieldsShape);
  const withScreens = async ({ id, name, schema }: (typeof all)[number]): Promise<FieldFacts> => ({
    id,
    name,
    custom: schema?.custom ?? null,
    onScreens: style === 'team-managed' ? HIDDEN_SCREENS : await readScreensOf(as, id),
  });
  const ownType = `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/emergency-change-state`;
  const own = all.find(({ schema }) => schema?.custom === ownType);
  const ofKind = all.filter(({ custom, name }) => custom && name === kindField);
  return {
    appField: own === undefined ? null : await withScreens(own),
    kindFields: await Promise.all(ofKind.map(withScreens)),
  };
}

const ScreenShape = v.object({ id: v.number() });

const readScreensOf = (as: Reader, fieldId: string): Promise<Part<readonly string[]>> =>
  partOf(SCREENS, JIRA_ADMINISTRATOR, async () => {
    const pageFrom = (startAt: number) => route`/rest/api/3/field/${fieldId}/screens?startAt=${startAt}`;
    const screens = await allPages(as, pageFrom, ScreenShape);
    return screens.map(({ id }) => String(id));
  });
