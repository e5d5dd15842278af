import type { Invocation } from '../invocation';
import type { ServiceName } from '../log';

/** A call of an invocation on its way to a service. */
export interface ProxyCall {
  readonly invocation: Invocation;
  /** As the SDK gave it, with query. */
  readonly path: string;
  readonly method: string;
  readonly init: RequestInit | undefined;
  /** Whose rights it asks for. */
  readonly actor: Actor;
}

export type Actor =
  | { readonly kind: 'app' }
  /** The person at the screen, or somebody named who need not be there. */
  | { readonly kind: 'user'; readonly accountId: string | undefined }
  | { readonly kind: 'none' };

/** One service of the platform, as the proxy reaches it. */
export interface Service {
  readonly name: ServiceName;
  /** For the log and for faults: which operation this is, and on what. */
  describe(call: ProxyCall): { readonly operation: string; readonly key?: string };
  answer(call: ProxyCall): Promise<Response>;
}

/** The header by which the proxy tells the SDK that it did not pass the call on. */
export const refusedByProxy = (status: number, reason: string): Response =>
  Response.json({ code: reason, message: reason }, { status, headers: { 'forge-proxy-error': reason } });

/** Whatever is not modelled answers 501 and says what it is. */
export const notModelled = (what: string): Response =>
  Response.json(
    { code: 'NOT_MODELLED', errorMessages: [what], message: what, errors: {} },
    { status: 501, headers: { 'x-emulator': 'not-modelled' } },
  );

/** The JSON text of the body; the SDK sends nothing else to the services that ask for it here. */
export const jsonBody = (call: ProxyCall): unknown =>
  typeof call.init?.body === 'string' && call.init.body !== '' ? JSON.parse(call.init.body) : undefined;
