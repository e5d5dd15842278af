import type { Jira } from './jira';
import type { Task } from './model/task';

/** Work to do after its request is answered. What `work` returns is the task's result; a throw fails the task. */
export interface LongWork {
  readonly submittedBy: string;
  readonly description: string;
  readonly work: () => unknown;
}

/**
 * Keeps a task and does its work: before this returns, or once the site's clock has passed `settings.taskDelay`. A task
 * that waits is not done any more when the site is brought back from its file.
 */
export async function submitTask(jira: Jira, { submittedBy, description, work }: LongWork): Promise<Task> {
  const { store, clock, settings } = jira;
  const now = clock.now().getTime();
  const task: Task = {
    id: store.nextId('task'),
    description,
    submittedBy,
    submitted: now,
    started: null,
    finished: null,
    lastUpdate: now,
    status: 'ENQUEUED',
    progress: 0,
    message: '',
    result: null,
  };
  store.tasks.set(task.id, task);
  if (settings.taskDelay === 0) await run(jira, task, work);
  else clock.schedule(() => void run(jira, task, work), settings.taskDelay);
  return task;
}

async function run({ clock }: Jira, task: Task, work: () => unknown): Promise<void> {
  if (task.status === 'CANCELLED') return;
  const now = () => clock.now().getTime();
  task.status = 'RUNNING';
  task.started = now();
  try {
    task.result = await work();
    task.status = 'COMPLETE';
  } catch (failure) {
    task.status = 'FAILED';
    task.message = failure instanceof Error ? failure.message : String(failure);
  }
  task.progress = 100;
  task.finished = now();
  task.lastUpdate = task.finished;
}

/** Only what has not begun can be stopped. */
export function cancelTask({ clock }: Jira, task: Task): boolean {
  if (task.status !== 'ENQUEUED') return false;
  task.status = 'CANCELLED';
  task.lastUpdate = clock.now().getTime();
  return true;
}
