import { administeredProject, browsedProject } from '../permissions';
import { type Call, noContent, type Operation, param } from './operation';
import { missingProperty, propertyKeys, withoutProperty, withProperty } from './property-value';

const PATH = '/project/{projectIdOrKey}/properties/{propertyKey}';

const seen = (call: Call) => browsedProject(call.store, call.who, param(call, 'projectIdOrKey'));
const editable = (call: Call) => administeredProject(call.store, call.who, param(call, 'projectIdOrKey'));

export const getProjectPropertyKeys: Operation = {
  operationId: 'getProjectPropertyKeys',
  method: 'GET',
  path: '/project/{projectIdOrKey}/properties',
  handle: (call) => {
    const { id, properties } = seen(call);
    return Response.json(propertyKeys(properties, `${call.jira.baseUrl()}/rest/api/3/project/${id}/properties`));
  },
};

export const getProjectProperty: Operation = {
  operationId: 'getProjectProperty',
  method: 'GET',
  path: PATH,
  handle: (call) => {
    const key = param(call, 'propertyKey');
    const { properties } = seen(call);
    if (!Object.hasOwn(properties, key)) throw missingProperty(key);
    return Response.json({ key, value: properties[key] });
  },
};

export const setProjectProperty: Operation = {
  operationId: 'setProjectProperty',
  method: 'PUT',
  path: PATH,
  handle: (call) => {
    const project = editable(call);
    const { properties, response } = withProperty(project.properties, param(call, 'propertyKey'), call);
    project.properties = properties;
    return response;
  },
};

export const deleteProjectProperty: Operation = {
  operationId: 'deleteProjectProperty',
  method: 'DELETE',
  path: PATH,
  handle: (call) => {
    const project = editable(call);
    project.properties = withoutProperty(project.properties, param(call, 'propertyKey'));
    return noContent();
  },
};
