import type { Jira } from '../jira';
import type { Task } from '../model/task';
import { callerId, mayGlobally } from '../permissions';
import { cancelTask as cancel } from '../tasks';
import { JiraError } from './errors';
import { type Call, type Operation, param } from './operation';

/** Where to ask how a task goes on: Jira's answer to a request that begins one. */
export const taskAccepted = ({ baseUrl }: Pick<Jira, 'baseUrl'>, { id }: Task) =>
  new Response(null, { status: 303, headers: { location: `${baseUrl()}/rest/api/3/task/${id}` } });

/** The task, for who began it and for Jira administrators. */
export function taskOf(call: Call): Task {
  const caller = callerId(call.who);
  const id = param(call, 'taskId');
  const task = call.store.tasks.get(id);
  if (task === undefined) throw new JiraError(404, [`There is no task with the id ${id}.`]);
  if (task.submittedBy !== caller && !mayGlobally(call.store, call.who, 'ADMINISTER')) {
    throw new JiraError(403, ['You do not have permission to see this task.']);
  }
  return task;
}

export const getTask: Operation = {
  operationId: 'getTask',
  method: 'GET',
  path: '/task/{taskId}',
  handle: (call) => {
    const task = taskOf(call);
    return Response.json({
      self: `${call.jira.baseUrl()}/rest/api/3/task/${task.id}`,
      id: task.id,
      description: task.description,
      status: task.status,
      message: task.message,
      progress: task.progress,
      // Jira gives an inner number of the person, which no other operation knows.
      submittedBy: 10_000 + [...call.store.accounts.keys()].indexOf(task.submittedBy),
      submitted: task.submitted,
      elapsedRuntime: (task.finished ?? task.lastUpdate) - (task.started ?? task.lastUpdate),
      lastUpdate: task.lastUpdate,
      ...(task.started !== null && { started: task.started }),
      ...(task.finished !== null && { finished: task.finished }),
      ...(task.result !== null && { result: task.result }),
    });
  },
};

export const cancelTask: Operation = {
  operationId: 'cancelTask',
  method: 'POST',
  path: '/task/{taskId}/cancel',
  handle: (call) => {
    if (!cancel(call.jira, taskOf(call))) return Response.json(['The task cannot be cancelled.'], { status: 400 });
    return Response.json(null, { status: 202 });
  },
};
