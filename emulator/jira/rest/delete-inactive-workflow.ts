import { demandJiraAdministrator } from '../permissions';
import { JiraError } from './errors';
import { noContent, type Operation, param } from './operation';

/** A workflow that a scheme names stays. */
export const deleteInactiveWorkflow: Operation = {
  operationId: 'deleteInactiveWorkflow',
  method: 'DELETE',
  path: '/workflow/{entityId}',
  handle: (call) => {
    const { store, who } = call;
    demandJiraAdministrator(store, who);
    const workflow = store.workflows.get(param(call, 'entityId'));
    if (workflow === undefined) throw new JiraError(404, ['The workflow does not exist.']);
    const used = [...store.workflowSchemes.values()].some(
      ({ defaultWorkflowId, mappings }) =>
        defaultWorkflowId === workflow.id || Object.values(mappings).includes(workflow.id),
    );
    if (used) throw new JiraError(400, [`The workflow '${workflow.name}' is used by a workflow scheme.`]);
    store.workflows.delete(workflow.id);
    return noContent();
  },
};
