import type { Jira } from '../../../emulator/jira/jira';
import { submitTask } from '../../../emulator/jira/tasks';
import type { Sample } from '../support/sample';

const work = { submittedBy: '712020:erin', description: 'Something long', work: () => ({ done: true }) };
const finished = (jira: Jira) => submitTask(jira, work);
function waiting(jira: Jira) {
  jira.settings.taskDelay = 60_000;
  return submitTask(jira, work);
}

/** Work that goes on after its request was answered. */
export const TASKS: readonly Sample[] = [
  { op: 'getTask', path: '/task/10000', given: finished, status: 200 },
  { op: 'getTask', path: '/task/10000', given: waiting, status: 200 },
  { op: 'getTask', path: '/task/10000', who: 'pat', given: finished, status: 403 },
  { op: 'cancelTask', path: '/task/10000/cancel', given: waiting, status: 202 },
  { op: 'cancelTask', path: '/task/10000/cancel', given: finished, status: 400 },
];
