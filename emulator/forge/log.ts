import type { LogLevel } from './runtime';

/** Something the app did or declared that the embedded Forge does not model. */
export interface UnmodelledUse {
  readonly at: Date;
  readonly what: string;
}

/** One line of the app's log, as `forge logs` would show it. */
export interface AppLogLine {
  readonly at: Date;
  readonly invocationId: string;
  readonly functionKey: string;
  readonly level: LogLevel;
  readonly text: string;
}

/** One call of the app to a service of the platform. */
export interface RemoteCall {
  readonly at: Date;
  readonly invocationId: string;
  readonly functionKey: string;
  readonly service: ServiceName;
  /** `GET /rest/api/3/issue/{id}`, `entity/get`, `publish` and so on. */
  readonly operation: string;
  /** The key in storage, the path in Jira, or the name of the queue. */
  readonly key?: string;
}

/** `function` is no service: faults name a run of a function so. */
export type ServiceName = 'jira' | 'kvs' | 'queue' | 'egress' | 'function' | 'unknown';

/** What happened on the platform, oldest first. */
export interface ForgeLog {
  readonly unmodelled: UnmodelledUse[];
  readonly lines: AppLogLine[];
  readonly calls: RemoteCall[];
  /** What the platform itself has to say: filters that failed, messages it gave up on. */
  readonly notices: { readonly at: Date; readonly text: string }[];
}

export const emptyLog = (): ForgeLog => ({ unmodelled: [], lines: [], calls: [], notices: [] });
