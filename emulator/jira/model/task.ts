/** Work that goes on after its request was answered. Moments are epoch milliseconds. */
export interface Task {
  readonly id: string;
  readonly description: string;
  readonly submittedBy: string;
  readonly submitted: number;
  started: number | null;
  finished: number | null;
  lastUpdate: number;
  status: 'ENQUEUED' | 'RUNNING' | 'COMPLETE' | 'FAILED' | 'CANCELLED';
  /** Per cent. */
  progress: number;
  message: string;
  /** What the operation that began the task documents; null until it ends. */
  result: unknown;
}
