import { type Route, route } from '@forge/api';
import * as v from 'valibot';
import type { Choices } from '../../application/ports';
import type { PolicyGroup } from '../../domain/policy';
import { getJson, unlessRefused } from './request';

const NamedShape = v.object({ name: v.string() });
const TypesShape = v.array(v.object({ name: v.string(), subtask: v.optional(v.boolean(), false) }));

const ProjectShape = v.object({
  id: v.string(),
  key: v.string(),
  name: v.string(),
  simplified: v.boolean(),
  issueTypes: TypesShape,
});

const StatusesOfTypesShape = v.array(v.object({ statuses: v.array(NamedShape) }));
const RolesShape = v.array(
  v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)), name: v.string() }),
);
const GroupsShape = v.object({ groups: v.array(v.object({ groupId: v.string(), name: v.string() })) });
const FieldsShape = v.array(
  v.object({ name: v.string(), schema: v.optional(v.object({ custom: v.optional(v.string()) })) }),
);

const SELECT = 'com.atlassian.jira.plugin.system.customfieldtypes:select';
const MOST_GROUPS = 50;

const inOrder = (names: readonly string[]): readonly string[] =>
  [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en'));

const read = <Schema extends v.GenericSchema>(path: Route, schema: Schema) => getJson('person', path, schema);

const ordinary = (types: v.InferOutput<typeof TypesShape>): readonly string[] =>
  inOrder(types.filter(({ subtask }) => !subtask).map(({ name }) => name));

async function kindFields(): Promise<readonly string[]> {
  const fields = await read(route`/rest/api/3/field`, FieldsShape);
  return inOrder(fields.filter(({ schema }) => schema?.custom === SELECT).map(({ name }) => name));
}

const asRole = ({ id, name }: { readonly id: string; readonly name: string }): PolicyGroup => ({
  kind: 'role',
  id,
  name,
});

export const jiraChoices: Choices = {
  async ofProject(projectId) {
    const project = await unlessRefused(() => read(route`/rest/api/3/project/${projectId}`, ProjectShape));
    if (project === undefined) return undefined;
    const [statuses, roles, fields] = await Promise.all([
      read(route`/rest/api/3/project/${projectId}/statuses`, StatusesOfTypesShape),
      read(route`/rest/api/3/project/${projectId}/roledetails`, RolesShape),
      kindFields(),
    ]);
    const { id, key, name, simplified, issueTypes } = project;
    return {
      project: { projectId: id, key, name, style: simplified ? 'team-managed' : 'company-managed' },
      workTypes: ordinary(issueTypes),
      statuses: inOrder(statuses.flatMap((type) => type.statuses.map((status) => status.name))),
      kindFields: fields,
      roles: roles.map(asRole),
    };
  },
  async ofSite() {
    const [types, statuses, fields] = await Promise.all([
      read(route`/rest/api/3/issuetype`, TypesShape),
      read(route`/rest/api/3/status`, v.array(NamedShape)),
      kindFields(),
    ]);
    return {
      workTypes: ordinary(types),
      statuses: inOrder(statuses.map(({ name }) => name)),
      kindFields: fields,
      roles: [],
    };
  },
  async findGroups(query) {
    const path = route`/rest/api/3/groups/picker?query=${query}&maxResults=${MOST_GROUPS}`;
    const { groups } = await read(path, GroupsShape);
    return groups.map(({ groupId, name }) => ({ kind: 'group', id: groupId, name }));
  },
};
