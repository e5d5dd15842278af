import * as v from 'valibot';
import type { Role, RoleActors } from '../model/role';
import type { Project } from '../model/site';
import { administeredProject, browsedProject, callerId, demandJiraAdministrator, inRole } from '../permissions';
import { known } from '../store';
import { JiraError } from './errors';
import { type Call, noContent, type Operation, param, readWholeBody } from './operation';

const PATH = '/project/{projectIdOrKey}/role/{id}';
const NOBODY: RoleActors = { accountIds: [], groupIds: [] };

/** Role name -> its address in this project. */
export const getProjectRoles: Operation = {
  operationId: 'getProjectRoles',
  method: 'GET',
  path: '/project/{projectIdOrKey}/role',
  handle: (call) => {
    const project = administeredProject(call.store, call.who, param(call, 'projectIdOrKey'), 404);
    const self = (id: string) => `${call.jira.baseUrl()}/rest/api/3/project/${project.id}/role/${id}`;
    return Response.json(Object.fromEntries([...call.store.roles.values()].map(({ id, name }) => [name, self(id)])));
  },
};

export const getProjectRole: Operation = {
  operationId: 'getProjectRole',
  method: 'GET',
  path: PATH,
  query: ['excludeInactiveUsers'],
  handle: (call) => Response.json(roleInProjectJson(call, placeOf(call))),
};

export const getProjectRoleDetails: Operation = {
  operationId: 'getProjectRoleDetails',
  method: 'GET',
  path: '/project/{projectIdOrKey}/roledetails',
  query: ['currentMember'],
  handle: (call) => {
    const { store, who } = call;
    const project = browsedProject(store, who, param(call, 'projectIdOrKey'));
    const mine = call.query.get('currentMember') === 'true';
    const caller = callerId(who);
    const roles = [...store.roles.values()].filter(({ id }) => !mine || inRole(store, project, id, caller));
    return Response.json(roles.map((role) => ({ ...roleJson(call, role), translatedName: role.name })));
  },
};

const ActorsSchema = v.object({
  user: v.optional(v.array(v.string()), []),
  group: v.optional(v.array(v.string()), []),
  groupId: v.optional(v.array(v.string()), []),
});

export const addActorUsers: Operation = {
  operationId: 'addActorUsers',
  method: 'POST',
  path: PATH,
  handle: (call) => {
    const place = placeOf(call);
    const { user, group, groupId } = readWholeBody(ActorsSchema, call);
    if (user.length + group.length + groupId.length === 0) {
      throw new JiraError(400, ['No users or groups were given to be added.']);
    }
    const now = actorsOf(place);
    const accountIds = user.map((id) => accountOf(call, id));
    const groupIds = [...group.map((name) => groupNamed(call, name)), ...groupId.map((id) => groupWithId(call, id))];
    setActors(place, {
      accountIds: [...new Set([...now.accountIds, ...accountIds])],
      groupIds: [...new Set([...now.groupIds, ...groupIds])],
    });
    return Response.json(roleInProjectJson(call, place));
  },
};

export const deleteActor: Operation = {
  operationId: 'deleteActor',
  method: 'DELETE',
  path: PATH,
  query: ['user', 'group', 'groupId'],
  handle: (call) => {
    const place = placeOf(call);
    const user = call.query.get('user');
    const group = call.query.get('group');
    const groupId = call.query.get('groupId') ?? (group === null ? null : groupNamed(call, group));
    if (user === null && groupId === null) throw new JiraError(400, ['A user or a group has to be given.']);
    const now = actorsOf(place);
    const next = {
      accountIds: now.accountIds.filter((id) => id !== user),
      groupIds: now.groupIds.filter((id) => id !== groupId),
    };
    if (next.accountIds.length + next.groupIds.length === now.accountIds.length + now.groupIds.length) {
      throw new JiraError(404, ['The actor is not in this role.']);
    }
    setActors(place, next);
    return noContent();
  },
};

export const getAllProjectRoles: Operation = {
  operationId: 'getAllProjectRoles',
  method: 'GET',
  path: '/role',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    return Response.json([...call.store.roles.values()].map((role) => ({ ...roleJson(call, role), actors: [] })));
  },
};

export const getProjectRoleById: Operation = {
  operationId: 'getProjectRoleById',
  method: 'GET',
  path: '/role/{id}',
  handle: (call) => {
    demandJiraAdministrator(call.store, call.who);
    return Response.json({ ...roleJson(call, roleOf(call)), actors: [] });
  },
};

interface Place {
  readonly project: Project;
  readonly role: Role;
}

const placeOf = (call: Call): Place => ({
  project: administeredProject(call.store, call.who, param(call, 'projectIdOrKey'), 404),
  role: roleOf(call),
});

function roleOf({ store, params }: Call): Role {
  const role = store.roles.get(params.id ?? '');
  if (role === undefined) throw new JiraError(404, [`Can not find project role with id ${params.id ?? ''}.`]);
  return role;
}

const actorsOf = ({ project, role }: Place): RoleActors => project.roleActors[role.id] ?? NOBODY;

function setActors({ project, role }: Place, actors: RoleActors): void {
  project.roleActors = { ...project.roleActors, [role.id]: actors };
}

function accountOf({ store }: Call, accountId: string): string {
  if (!store.accounts.has(accountId)) throw new JiraError(404, [`User with account id '${accountId}' does not exist.`]);
  return accountId;
}

function groupNamed({ store }: Call, asked: string): string {
  const found = [...store.groups.values()].find(({ name }) => name === asked);
  if (found === undefined) throw new JiraError(404, [`Group with name '${asked}' does not exist.`]);
  return found.groupId;
}

function groupWithId({ store }: Call, groupId: string): string {
  if (!store.groups.has(groupId)) throw new JiraError(404, [`Group with id '${groupId}' does not exist.`]);
  return groupId;
}

const roleJson = ({ jira }: Call, { id, name, description }: Role) => ({
  self: `${jira.baseUrl()}/rest/api/3/role/${id}`,
  id: Number(id),
  name,
  description,
});

function roleInProjectJson(call: Call, place: Place) {
  const { store, jira } = call;
  const { accountIds, groupIds } = actorsOf(place);
  const people = accountIds.map((accountId, index) => ({
    id: 10_000 + index,
    type: 'atlassian-user-role-actor',
    displayName: known(store.accounts, accountId).displayName,
    actorUser: { accountId },
  }));
  const groups = groupIds
    .flatMap((groupId) => store.groups.get(groupId) ?? [])
    .map(({ groupId, name }, index) => ({
      id: 20_000 + index,
      type: 'atlassian-group-role-actor',
      displayName: name,
      name,
      actorGroup: { name, displayName: name, groupId },
    }));
  return {
    ...roleJson(call, place.role),
    self: `${jira.baseUrl()}/rest/api/3/project/${place.project.id}/role/${place.role.id}`,
    actors: [...people, ...groups],
  };
}
