import * as v from 'valibot';
import type { IssueTypeScreenScheme, ScreenScheme } from '../model/screen';
import { demandJiraAdministrator } from '../permissions';
import { JiraError } from './errors';
import { type Call, listed, noContent, type Operation, pageBean, pageOf, param, readWholeBody } from './operation';

const ScreenId = v.pipe(v.number(), v.integer(), v.transform(String));

export const getScreenSchemes: Operation = {
  operationId: 'getScreenSchemes',
  method: 'GET',
  path: '/screenscheme',
  query: ['startAt', 'maxResults', 'id'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const found = chosen(call, call.store.screenSchemes).map(screenSchemeJson);
    return Response.json(pageBean(found, pageOf(call, 25, 100)));
  },
};

export const createScreenScheme: Operation = {
  operationId: 'createScreenScheme',
  method: 'POST',
  path: '/screenscheme',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { name, description, screens } = readWholeBody(
      v.object({
        name: v.string(),
        description: v.optional(v.string(), ''),
        screens: v.strictObject({
          default: ScreenId,
          create: v.optional(ScreenId),
          edit: v.optional(ScreenId),
          view: v.optional(ScreenId),
        }),
      }),
      call,
    );
    const missing = Object.values(screens).find((id) => id !== undefined && !store.screens.has(id));
    if (missing !== undefined) throw new JiraError(404, [`The screen ${missing} was not found.`]);
    const { default: byDefault, create, edit, view } = screens;
    const uses = {
      default: byDefault,
      ...(create === undefined ? {} : { create }),
      ...(edit === undefined ? {} : { edit }),
      ...(view === undefined ? {} : { view }),
    };
    const id = store.nextId('screenscheme');
    store.screenSchemes.set(id, { id, name, description, screens: uses });
    return Response.json({ id: Number(id) }, { status: 201 });
  },
};

const screenSchemeJson = ({ id, name, description, screens }: ScreenScheme) => ({
  id: Number(id),
  name,
  description,
  screens: Object.fromEntries(Object.entries(screens).map(([use, screenId]) => [use, Number(screenId)])),
});

export const getIssueTypeScreenSchemes: Operation = {
  operationId: 'getIssueTypeScreenSchemes',
  method: 'GET',
  path: '/issuetypescreenscheme',
  query: ['startAt', 'maxResults', 'id'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const found = chosen(call, call.store.issueTypeScreenSchemes).map(plainJson);
    return Response.json(pageBean(found, pageOf(call, 50, 50)));
  },
};

/** Which screen scheme serves which work type; `default` stands for every other. */
export const getIssueTypeScreenSchemeMappings: Operation = {
  operationId: 'getIssueTypeScreenSchemeMappings',
  method: 'GET',
  path: '/issuetypescreenscheme/mapping',
  query: ['startAt', 'maxResults', 'issueTypeScreenSchemeId'],
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const asked = listed(call, 'issueTypeScreenSchemeId');
    const values = [...call.store.issueTypeScreenSchemes.values()]
      .filter(({ id }) => asked.length === 0 || asked.includes(id))
      .flatMap(({ id, mappings, defaultScreenSchemeId }) =>
        [['default', defaultScreenSchemeId] as const, ...Object.entries(mappings)].map(
          ([issueTypeId, screenSchemeId]) => ({ issueTypeScreenSchemeId: id, issueTypeId, screenSchemeId }),
        ),
      );
    return Response.json(pageBean(values, pageOf(call, 50, 50)));
  },
};

export const getIssueTypeScreenSchemeProjectAssociations: Operation = {
  operationId: 'getIssueTypeScreenSchemeProjectAssociations',
  method: 'GET',
  path: '/issuetypescreenscheme/project',
  query: ['startAt', 'maxResults', 'projectId'],
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const asked = listed(call, 'projectId');
    const projects = [...store.projects.values()].filter(({ id }) => asked.includes(id));
    const values = [...store.issueTypeScreenSchemes.values()].flatMap((scheme) => {
      const projectIds = projects.filter((one) => one.issueTypeScreenSchemeId === scheme.id).map(({ id }) => id);
      return projectIds.length === 0 ? [] : [{ issueTypeScreenScheme: plainJson(scheme), projectIds }];
    });
    return Response.json(pageBean(values, pageOf(call, 50, 50)));
  },
};

const MappingsSchema = v.array(v.strictObject({ issueTypeId: v.string(), screenSchemeId: v.string() }));

export const createIssueTypeScreenScheme: Operation = {
  operationId: 'createIssueTypeScreenScheme',
  method: 'POST',
  path: '/issuetypescreenscheme',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const { name, description, issueTypeMappings } = readWholeBody(
      v.object({ name: v.string(), description: v.optional(v.string(), ''), issueTypeMappings: MappingsSchema }),
      call,
    );
    const { default: defaultScreenSchemeId, ...mappings } = checkedMappings(call, issueTypeMappings);
    if (defaultScreenSchemeId === undefined) throw new JiraError(400, ['A default mapping has to be given.']);
    const id = store.nextId('issuetypescreenscheme');
    store.issueTypeScreenSchemes.set(id, { id, name, description, defaultScreenSchemeId, mappings });
    return Response.json({ id }, { status: 201 });
  },
};

export const appendMappingsForIssueTypeScreenScheme: Operation = {
  operationId: 'appendMappingsForIssueTypeScreenScheme',
  method: 'PUT',
  path: '/issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const scheme = schemeOf(call, param(call, 'issueTypeScreenSchemeId'));
    const { issueTypeMappings } = readWholeBody(v.object({ issueTypeMappings: MappingsSchema }), call);
    scheme.mappings = { ...scheme.mappings, ...checkedMappings(call, issueTypeMappings) };
    return noContent();
  },
};

export const assignIssueTypeScreenSchemeToProject: Operation = {
  operationId: 'assignIssueTypeScreenSchemeToProject',
  method: 'PUT',
  path: '/issuetypescreenscheme/project',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    const { issueTypeScreenSchemeId, projectId } = readWholeBody(
      v.object({ issueTypeScreenSchemeId: v.string(), projectId: v.string() }),
      call,
    );
    const project = call.store.projects.get(projectId);
    if (project === undefined) throw new JiraError(404, ['The project was not found.']);
    if (project.style === 'next-gen') throw new JiraError(400, ['A team-managed project has no screen schemes.']);
    project.issueTypeScreenSchemeId = schemeOf(call, issueTypeScreenSchemeId).id;
    return noContent();
  },
};

const plainJson = ({ id, name, description }: IssueTypeScreenScheme) => ({ id, name, description });

function chosen<Scheme extends { readonly id: string }>(call: Call, schemes: ReadonlyMap<string, Scheme>) {
  const ids = listed(call, 'id');
  return [...schemes.values()].filter(({ id }) => ids.length === 0 || ids.includes(id));
}

function schemeOf({ store }: Call, id: string): IssueTypeScreenScheme {
  const scheme = store.issueTypeScreenSchemes.get(id);
  if (scheme === undefined) throw new JiraError(404, ['The issue type screen scheme was not found.']);
  return scheme;
}

function checkedMappings({ store }: Call, given: v.InferOutput<typeof MappingsSchema>): Record<string, string> {
  for (const { issueTypeId, screenSchemeId } of given) {
    if (!store.screenSchemes.has(screenSchemeId)) throw new JiraError(404, ['The screen scheme was not found.']);
    if (issueTypeId !== 'default' && !store.issueTypes.has(issueTypeId)) {
      throw new JiraError(404, ['The issue type was not found.']);
    }
  }
  return Object.fromEntries(given.map(({ issueTypeId, screenSchemeId }) => [issueTypeId, screenSchemeId]));
}
