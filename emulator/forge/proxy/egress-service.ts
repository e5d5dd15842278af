import { refusedByProxy, type Service } from './call';

/** The world outside: an app that declares no egress reaches nothing, and none of it is modelled. */
export const egressService: Service = {
  name: 'egress',
  describe: (call) => ({ operation: `${call.method} ${call.path}` }),
  answer: () => Promise.resolve(refusedByProxy(403, 'BLOCKED_EGRESS')),
};
