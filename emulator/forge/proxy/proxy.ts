import * as v from 'valibot';
import type { Faults } from '../faults';
import type { Invocation } from '../invocation';
import type { ForgeLog } from '../log';
import type { SiteClock } from '../../clock';
import { runOutsideScope } from '../runtime';
import { type Actor, notModelled, type ProxyCall, type Service } from './call';

const DescriptorSchema = v.object({
  type: v.string(),
  provider: v.optional(v.string()),
  remote: v.optional(v.string()),
  accountId: v.optional(v.string()),
});

type Descriptor = v.InferOutput<typeof DescriptorSchema>;

export interface ProxyServices {
  readonly jira: Service;
  readonly kvs: Service;
  readonly stargate: Service;
  readonly egress: Service;
}

interface ProxyParts {
  readonly clock: SiteClock;
  readonly log: ForgeLog;
  readonly faults: Faults;
  readonly services: ProxyServices;
}

/** Takes a call of an invocation to the service that its descriptor names, through the faults, and records it. */
export function createProxy({ clock, log, faults, services }: ProxyParts) {
  return async (invocation: Invocation, descriptor: unknown, path: string, init?: RequestInit): Promise<Response> => {
    const target = v.parse(DescriptorSchema, descriptor);
    const method = (init?.method ?? 'GET').toUpperCase();
    const call: ProxyCall = { invocation, path, method, init, actor: actorOf(target) };
    const service = serviceOf(target, services);
    const described = service?.describe(call) ?? { operation: `${method} ${path}` };
    const at = clock.now();
    const { id: invocationId, functionKey } = invocation;
    const record = { at, invocationId, functionKey, service: service?.name ?? ('unknown' as const), ...described };
    log.calls.push(record);
    // The services are the platform's own code: they keep the machine's timers and date.
    return runOutsideScope(async () => {
      const response = await faults.around(record, invocation, async () =>
        service === undefined ? notModelled(`A call to ${JSON.stringify(descriptor)}`) : service.answer(call),
      );
      if (response.status === 501) log.unmodelled.push({ at, what: `${record.service}: ${record.operation}` });
      return response;
    });
  };
}

function serviceOf({ type, remote }: Descriptor, services: ProxyServices): Service | undefined {
  if (type === 'kvs') return services.kvs;
  if (type === 'egress') return services.egress;
  if (type === 'fpp' && remote === 'jira') return services.jira;
  if (type === 'fpp' && remote === 'stargate') return services.stargate;
  return undefined;
}

function actorOf({ provider, accountId }: Descriptor): Actor {
  if (provider === 'app') return { kind: 'app' };
  if (provider === 'user') return { kind: 'user', accountId };
  return { kind: 'none' };
}
