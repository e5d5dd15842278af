import { route } from '@forge/api';
import * as v from 'valibot';
import type { Deed } from '../../../domain/set-up/deed';
import type { TypeSchemeFacts } from '../../../domain/set-up/site-facts';
import { allPages } from '../configuration/pages';
import { call, getJson, postJson } from '../request';

const PROPERTY = 'emergency-change';

/** Makes the type, or takes the one that is there, and marks it for the app. */
export async function makeWorkType({ typeId, name, description }: Extract<Deed, { kind: 'work-type' }>): Promise<void> {
  const id =
    typeId ??
    (
      await postJson(
        'person',
        route`/rest/api/3/issuetype`,
        { name, description, type: 'standard' },
        v.object({ id: v.string() }),
      )
    ).id;
  await call('person', 'PUT', route`/rest/api/3/issuetype/${id}/properties/${PROPERTY}`, { enabled: true });
}

const SchemeShape = v.object({
  id: v.string(),
  name: v.string(),
  description: v.optional(v.string(), ''),
  defaultIssueTypeId: v.nullish(v.string()),
});

export async function readTypeSchemeOf(projectId: string): Promise<TypeSchemeFacts | null> {
  const path = route`/rest/api/3/issuetypescheme/project?projectId=${projectId}`;
  const Shape = v.object({ values: v.array(v.object({ issueTypeScheme: SchemeShape })) });
  const [first] = (await getJson('person', path, Shape)).values;
  return first === undefined ? null : withTypes(first.issueTypeScheme);
}

export async function readTypeSchemeNamed(name: string): Promise<TypeSchemeFacts | null> {
  const pageFrom = (startAt: number) => route`/rest/api/3/issuetypescheme?queryString=${name}&startAt=${startAt}`;
  const found = (await allPages('person', pageFrom, SchemeShape)).find((scheme) => scheme.name === name);
  return found === undefined ? null : withTypes(found);
}

async function withTypes(scheme: v.InferOutput<typeof SchemeShape>): Promise<TypeSchemeFacts> {
  const { id, name, description, defaultIssueTypeId } = scheme;
  const pageFrom = (startAt: number) =>
    route`/rest/api/3/issuetypescheme/mapping?issueTypeSchemeId=${id}&startAt=${startAt}`;
  const mappings = await allPages('person', pageFrom, v.object({ issueTypeId: v.string() }));
  return {
    id,
    name,
    description,
    defaultTypeId: defaultIssueTypeId ?? null,
    typeIds: mappings.map(({ issueTypeId }) => issueTypeId),
  };
}

export async function giveTypeScheme(deed: Extract<Deed, { kind: 'work-type-scheme' }>): Promise<void> {
  const id = deed.schemeId ?? (await makeTypeScheme(deed));
  if (deed.addTypeIds.length > 0) {
    const body = { issueTypeIds: deed.addTypeIds };
    await call('person', 'PUT', route`/rest/api/3/issuetypescheme/${id}/issuetype`, body);
  }
  if (!deed.assign) return;
  const body = { issueTypeSchemeId: id, projectId: deed.projectId };
  await call('person', 'PUT', route`/rest/api/3/issuetypescheme/project`, body);
}

async function makeTypeScheme(deed: Extract<Deed, { kind: 'work-type-scheme' }>): Promise<string> {
  const { name, description, typeIds, defaultTypeId } = deed;
  const body = {
    name,
    description,
    issueTypeIds: typeIds,
    ...(defaultTypeId === null ? {} : { defaultIssueTypeId: defaultTypeId }),
  };
  const made = await postJson(
    'person',
    route`/rest/api/3/issuetypescheme`,
    body,
    v.object({ issueTypeSchemeId: v.string() }),
  );
  return made.issueTypeSchemeId;
}
