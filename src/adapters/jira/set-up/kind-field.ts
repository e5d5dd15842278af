import { route } from '@forge/api';
import * as v from 'valibot';
import type { Deed } from '../../../domain/set-up/deed';
import type { KindFieldFacts } from '../../../domain/set-up/site-facts';
import { allPages } from '../configuration/pages';
import { call, getJson, postJson } from '../request';

const CHOICE = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
const SEARCHER = 'com.atlassian.jira.plugin.system.customfieldtypes:multiselectsearcher';

const IdShape = v.object({ id: v.string() });
const FieldsShape = v.object({ values: v.array(v.object({ description: v.optional(v.string(), '') })) });
const MappingShape = v.object({
  contextId: v.string(),
  issueTypeId: v.optional(v.string()),
  isAnyIssueType: v.optional(v.boolean(), false),
});
const OptionShape = v.object({ value: v.string(), disabled: v.optional(v.boolean(), false) });

/** The field with its first context, which is all that a field has unless somebody gave it more. */
export async function readKindField(fieldId: string): Promise<KindFieldFacts | null> {
  const contextId = await firstContext(fieldId);
  if (contextId === undefined) return null;
  const [fields, mappings, options] = await Promise.all([
    getJson('person', route`/rest/api/3/field/search?id=${fieldId}`, FieldsShape),
    allPages(
      'person',
      (startAt) =>
        route`/rest/api/3/field/${fieldId}/context/issuetypemapping?contextId=${contextId}&startAt=${startAt}`,
      MappingShape,
    ),
    allPages(
      'person',
      (startAt) => route`/rest/api/3/field/${fieldId}/context/${contextId}/option?startAt=${startAt}`,
      OptionShape,
    ),
  ]);
  return {
    fieldId,
    description: fields.values[0]?.description ?? '',
    contextId,
    options: options.filter(({ disabled }) => !disabled).map(({ value }) => value),
    typeIds: mappings.some(({ isAnyIssueType }) => isAnyIssueType)
      ? null
      : mappings.flatMap(({ issueTypeId }) => issueTypeId ?? []),
  };
}

async function firstContext(fieldId: string): Promise<string | undefined> {
  const pageFrom = (startAt: number) => route`/rest/api/3/field/${fieldId}/context?startAt=${startAt}`;
  return (await allPages('person', pageFrom, IdShape))[0]?.id;
}

export async function makeKindField(deed: Extract<Deed, { kind: 'kind-field' }>): Promise<void> {
  const { field, name, description, addOptions, addTypeId } = deed;
  const fieldId = field?.fieldId ?? (await makeField(name, description));
  const contextId = field?.contextId ?? (await contextOf(fieldId, name));
  if (addOptions.length > 0) {
    const options = addOptions.map((value) => ({ value }));
    await call('person', 'POST', route`/rest/api/3/field/${fieldId}/context/${contextId}/option`, { options });
  }
  if (addTypeId === null) return;
  const body = { issueTypeIds: [addTypeId] };
  await call('person', 'PUT', route`/rest/api/3/field/${fieldId}/context/${contextId}/issuetype`, body);
}

const makeField = async (name: string, description: string): Promise<string> =>
  (
    await postJson(
      'person',
      route`/rest/api/3/field`,
      { name, description, type: CHOICE, searcherKey: SEARCHER },
      IdShape,
    )
  ).id;

/** Jira gives a new field a context for the whole site; where it did not, one is made. */
async function contextOf(fieldId: string, name: string): Promise<string> {
  const found = await firstContext(fieldId);
  if (found !== undefined) return found;
  const body = { name, description: '', issueTypeIds: [], projectIds: [] };
  return (await postJson('person', route`/rest/api/3/field/${fieldId}/context`, body, IdShape)).id;
}
