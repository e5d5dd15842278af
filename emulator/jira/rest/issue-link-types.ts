import { linkTypeJson } from '../issue-json';
import { mayInProject } from '../permissions';
import { JiraError } from './errors';
import { type Call, type Operation, param } from './operation';

function demandSomeProject({ store, who }: Call): void {
  const sees = [...store.projects.values()].some((project) => mayInProject(store, who, 'BROWSE_PROJECTS', project));
  if (!sees) throw new JiraError(404, ['Issue linking is currently disabled, or you cannot see any project.']);
}

export const getIssueLinkTypes: Operation = {
  operationId: 'getIssueLinkTypes',
  method: 'GET',
  path: '/issueLinkType',
  handle: (call) => {
    demandSomeProject(call);
    const types = [...call.store.issueLinkTypes.values()];
    return Response.json({ issueLinkTypes: types.map((type) => linkTypeJson(type, call.jira.baseUrl())) });
  },
};

export const getIssueLinkType: Operation = {
  operationId: 'getIssueLinkType',
  method: 'GET',
  path: '/issueLinkType/{issueLinkTypeId}',
  handle: (call) => {
    demandSomeProject(call);
    const id = param(call, 'issueLinkTypeId');
    const type = call.store.issueLinkTypes.get(id);
    if (type === undefined) throw new JiraError(404, [`No issue link type with id '${id}' found.`]);
    return Response.json(linkTypeJson(type, call.jira.baseUrl()));
  },
};
