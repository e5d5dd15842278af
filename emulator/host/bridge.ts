import * as v from 'valibot';
import { type ForgeNode, copyForgeDoc } from './ui-kit/forge-doc';

/** A flag that the app wants to show. */
export interface AppFlag {
  readonly id: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly tone: 'success' | 'error' | 'information';
}

/** What the page around a module does for it. */
export interface BridgeHost {
  readonly moduleKey: string;
  readonly issueKey: string;
  readonly onDraw: (root: ForgeNode) => void;
  readonly onFlag: (flag: AppFlag) => void;
  readonly onRefreshIssue: () => void;
  readonly navigate: (address: string) => void;
  readonly openTab: (address: string) => void;
  readonly reload: () => void;
}

export interface Bridge {
  /** Answers one call of the app's front end. Rejects as the platform does, with words that name what is missing. */
  readonly call: (command: string, data: unknown) => Promise<unknown>;
  /** Tells those of the app's listeners that wait for `event`. */
  readonly emit: (event: string, payload: unknown) => void;
}

const AnySchema = v.unknown();
const InvokeSchema = v.object({ functionKey: v.string(), payload: v.optional(AnySchema) });
const ListenSchema = v.object({
  event: v.string(),
  callback: v.custom<(payload: unknown) => void>((value) => typeof value === 'function'),
});
const EmitSchema = v.object({ event: v.string(), payload: v.optional(AnySchema) });
const AddressSchema = v.object({
  url: v.optional(v.string()),
  target: v.optional(v.string()),
  issueKey: v.optional(v.string()),
});
const FlagSchema = v.object({
  id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
  title: v.optional(v.string(), ''),
  description: v.optional(v.string()),
  type: v.optional(v.string(), 'info'),
});
const HeaderPairs = v.array(v.tuple([v.string(), v.string()]));
const FetchSchema = v.object({
  product: v.string(),
  restPath: v.string(),
  fetchRequestInit: v.optional(
    v.object({
      method: v.optional(v.string()),
      body: v.optional(v.nullable(v.string())),
      headers: v.optional(v.union([HeaderPairs, v.record(v.string(), v.string())]), {}),
    }),
    {},
  ),
});

/** Commands that tell the host something it has no use for. */
const HEARD = ['enableTheming', 'emitReadyEvent', 'changeWindowTitle', 'onError', 'onClose', 'trackEvent'];

export function createBridge(host: BridgeHost): Bridge {
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const emit = (event: string, payload: unknown) => listeners.get(event)?.forEach((listener) => listener(payload));
  const listen = (data: unknown) => {
    const { event, callback } = v.parse(ListenSchema, data);
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known.add(callback));
    return { unsubscribe: () => known.delete(callback) };
  };

  const call = async (command: string, data: unknown): Promise<unknown> => {
    switch (command) {
      case 'reconcile': {
        const { forgeDoc } = v.parse(v.object({ forgeDoc: AnySchema }), data);
        const root = copyForgeDoc(forgeDoc);
        if (root.type === 'Root') host.onDraw(root);
        return undefined;
      }
      case 'getContext':
        return get(
          `/emulator/bridge/context?${new URLSearchParams({ moduleKey: host.moduleKey, issueKey: host.issueKey }).toString()}`,
        );
      case 'invoke':
        return invoke(host, data);
      case 'fetchProduct':
        return fetchProduct(data);
      case 'on':
      case 'onPublic':
        return listen(data);
      case 'emit':
      case 'emitPublic': {
        const { event, payload } = v.parse(EmitSchema, data);
        emit(event, payload);
        return undefined;
      }
      case 'showFlag':
        host.onFlag(flagOf(data));
        return true;
      case 'closeFlag':
        return true;
      case 'navigate':
        host.navigate(addressOf(data));
        return undefined;
      case 'open':
        host.openTab(addressOf(data));
        return undefined;
      case 'getUrl':
        return new URL(addressOf(data), location.origin).href;
      case 'reload':
      case 'refresh':
        host.reload();
        return true;
      case 'refreshIssueView':
        host.onRefreshIssue();
        return true;
      default:
        if (HEARD.includes(command)) return undefined;
        return notModelled(command);
    }
  };
  return { call, emit };
}

async function invoke({ moduleKey, issueKey }: BridgeHost, data: unknown): Promise<unknown> {
  const { functionKey, payload } = v.parse(InvokeSchema, data);
  const answer = await post('/emulator/bridge/invoke', { moduleKey, issueKey, functionKey, payload });
  return v.parse(v.object({ result: v.optional(AnySchema) }), answer).result;
}

function fetchProduct(data: unknown): Promise<unknown> {
  const { product, restPath, fetchRequestInit } = v.parse(FetchSchema, data);
  const { headers, ...init } = fetchRequestInit;
  const pairs = Array.isArray(headers) ? Object.fromEntries(headers) : headers;
  return post('/emulator/bridge/fetch-product', { product, restPath, fetchRequestInit: { ...init, headers: pairs } });
}

function flagOf(data: unknown): AppFlag {
  const { type, ...flag } = v.parse(FlagSchema, data);
  const tone = type === 'success' || type === 'error' ? type : 'information';
  return { id: flag.id, title: flag.title, description: flag.description, tone };
}

/** Only addresses that a reader may follow; anything else stays where it is. */
function addressOf(data: unknown): string {
  const { url, target, issueKey } = v.parse(AddressSchema, data);
  if (target === 'issue' && issueKey !== undefined) return `/browse/${encodeURIComponent(issueKey)}`;
  return url !== undefined && /^(https?:\/\/|\/)/i.test(url) ? url : '/';
}

async function notModelled(command: string): Promise<never> {
  const message = `The embedded Jira does not model the bridge command ${command} yet.`;
  await post('/emulator/log', { message });
  throw new Error(message);
}

const get = (path: string): Promise<unknown> => answered(fetch(path, { headers: { accept: 'application/json' } }));

const post = (path: string, body: object): Promise<unknown> =>
  answered(
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-atlassian-token': 'no-check' },
      body: JSON.stringify(body),
    }),
  );

const MessageSchema = v.object({ message: v.string() });

/** The JSON of an answer. Rejects with the site's own words when it refuses. */
async function answered(pending: Promise<Response>): Promise<unknown> {
  const answer = await pending;
  const text = await answer.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (answer.ok) return body;
  throw new Error(v.is(MessageSchema, body) ? body.message : `The site answered ${answer.status}.`);
}
