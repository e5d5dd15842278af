import * as v from 'valibot';
import type { Principal } from '../../seams';
import { isGlobalPermission, isProjectPermission, type ProjectPermission } from '../model/permission';
import { callerId, mayGlobally, mayInProject, mayOnIssue } from '../permissions';
import { JiraError } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

const Ids = v.optional(v.array(v.pipe(v.number(), v.integer())), []);

const CheckSchema = v.object({
  accountId: v.optional(v.string()),
  globalPermissions: v.optional(v.array(v.string()), []),
  projectPermissions: v.optional(
    v.array(v.strictObject({ permissions: v.array(v.string()), issues: Ids, projects: Ids })),
    [],
  ),
});
type Asked = v.InferOutput<typeof CheckSchema>['projectPermissions'][number];

/** What somebody may do where. To ask about another account takes a Jira administrator. */
export const getBulkPermissions: Operation = {
  operationId: 'getBulkPermissions',
  method: 'POST',
  path: '/permissions/check',
  handle: (call) => {
    const { store, who } = call;
    const { accountId, globalPermissions, projectPermissions } = readWholeBody(CheckSchema, call);
    const caller = who.kind === 'account' ? who.accountId : undefined;
    if (accountId !== undefined && accountId !== caller && !mayGlobally(store, who, 'ADMINISTER')) {
      throw new JiraError(403, [
        'You are not authorized to perform this operation. Administrator privileges are required.',
      ]);
    }
    const strange = globalPermissions.filter((key) => !isGlobalPermission(key));
    if (strange.length > 0) throw new JiraError(400, [`Unrecognized global permissions: ${strange.join(', ')}`]);
    const subject: Principal = accountId === undefined ? who : { kind: 'account', accountId };
    return Response.json({
      globalPermissions: globalPermissions.filter((key) => isGlobalPermission(key) && mayGlobally(store, subject, key)),
      projectPermissions: projectPermissions.flatMap((asked) => grants(call, subject, asked)),
    });
  },
};

/** Issues and projects that are missing are left out, as those where the permission is not held. */
function grants({ store }: Call, subject: Principal, { permissions, issues, projects }: Asked) {
  return permissions.map((permission) => {
    if (!isProjectPermission(permission)) {
      throw new JiraError(400, [`Unrecognized project permissions: ${permission}`]);
    }
    const onIssue = (id: number) => {
      const issue = store.issues.get(String(id));
      return issue !== undefined && mayOnIssue(store, subject, permission, issue);
    };
    const inProject = (id: number) => {
      const project = store.projects.get(String(id));
      return project !== undefined && mayInProject(store, subject, permission, project);
    };
    return { permission, issues: issues.filter(onIssue), projects: projects.filter(inProject) };
  });
}

const ProjectsSchema = v.object({ permissions: v.array(v.string()) });

/** The projects in which the caller holds all the permissions. */
export const getPermittedProjects: Operation = {
  operationId: 'getPermittedProjects',
  method: 'POST',
  path: '/permissions/project',
  handle: (call) => {
    callerId(call.who);
    const asked = readWholeBody(ProjectsSchema, call).permissions;
    const permissions = asked.filter(isProjectPermission);
    if (permissions.length < asked.length) {
      throw new JiraError(400, [
        `Unrecognized permission: ${asked.filter((key) => !isProjectPermission(key)).join(', ')}`,
      ]);
    }
    return Response.json({ projects: projectsWith(call, permissions) });
  },
};

const projectsWith = ({ store, who }: Call, permissions: readonly ProjectPermission[]) =>
  [...store.projects.values()]
    .filter((project) => permissions.every((permission) => mayInProject(store, who, permission, project)))
    .map(({ id, key }) => ({ id: Number(id), key }));
