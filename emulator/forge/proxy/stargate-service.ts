import type { QueueService } from '../queue/queue-service';
import { jsonBody, notModelled, type ProxyCall, type Service } from './call';

const WEBHOOK = /^\/webhook\/queue\/(publish|stats|cancel)\//;

/** Atlassian's gateway: the queue stands behind it; GraphQL and the rest are not modelled. */
export function createStargateService(queue: QueueService): Service {
  const operation = (call: ProxyCall) => WEBHOOK.exec(call.path)?.[1];
  return {
    name: 'queue',
    describe(call) {
      const name = operation(call);
      if (name === undefined) return { operation: `${call.method} ${call.path}` };
      return { operation: name, key: queue.queueOf(jsonBody(call)) };
    },
    answer(call) {
      switch (operation(call)) {
        case 'publish':
          return Promise.resolve(queue.publish(jsonBody(call), call.invocation.depth ?? 0));
        case 'stats':
          return Promise.resolve(queue.stats(jsonBody(call)));
        case 'cancel':
          return Promise.resolve(queue.cancel(jsonBody(call)));
        default:
          return Promise.resolve(notModelled(`stargate: ${call.method} ${call.path}`));
      }
    },
  };
}
