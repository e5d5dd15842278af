import * as v from 'valibot';
import { appAddress } from './app-address';
import { type AppFlag, parseAppFlag } from './app-flag';
import { getJson, postJson } from './host-call';
import { noteInLog } from './note-in-log';
import { type Place, placeParameters } from './place';
import { parseProductCall } from './product-call';
import { type ForgeNode, copyForgeDoc } from './ui-kit/forge-doc';

/** What the page around a module does for it. */
export interface BridgeHost {
  readonly moduleKey: string;
  readonly place: Place;
  readonly onDraw: (root: ForgeNode) => void;
  /** The app broke: a sentence of its own, for people who build it. */
  readonly onBroken: (message: string) => void;
  readonly onFlag: (flag: AppFlag) => void;
  readonly onCloseFlag: (id: string) => void;
  readonly onRefreshIssue: () => void;
  readonly navigate: (path: string) => void;
  readonly openTab: (address: string) => void;
  /** Asks the person whether to leave for another site. */
  readonly mayLeave: (href: string) => boolean;
  readonly reloadPage: () => void;
  /** Tells all modules of the app on the page. */
  readonly broadcast: (event: string, payload: unknown) => void;
}

export interface Bridge {
  /** Answers one call of the app's front end. Rejects as the platform does, with words that name what is missing. */
  readonly call: (command: string, data: unknown) => Promise<unknown>;
  /** Tells those of the app's listeners that wait for `event`. */
  readonly emit: (event: string, payload: unknown) => void;
}

type Listener = (payload: unknown) => void;
type Command = (data: unknown) => unknown;

const AnySchema = v.unknown();
const EventSchema = v.object({ event: v.string(), payload: v.optional(AnySchema) });
const ListenSchema = v.object({
  event: v.string(),
  callback: v.custom<Listener>((value) => typeof value === 'function'),
});

/** Both ends of the bridge of one module. */
export function createBridge(host: BridgeHost): Bridge {
  const listeners = new Map<string, Set<Listener>>();
  const listen = (data: unknown) => {
    const { event, callback } = v.parse(ListenSchema, data);
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known.add(callback));
    return { unsubscribe: () => known.delete(callback) };
  };
  const commands: Readonly<Record<string, Command>> = {
    ...drawing(host),
    ...backend(host),
    ...page(host),
    ...view(host),
    on: listen,
    onPublic: listen,
  };
  return {
    call: async (name, data) => {
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
      return command === undefined ? notModelled(`bridge command ${name}`) : await command(data);
    },
    emit: (event, payload) => listeners.get(event)?.forEach((listener) => tell(listener, payload)),
  };
}

/** What a listener of an app throws is the app's, not the page's. */
function tell(listener: Listener, payload: unknown): void {
  try {
    listener(payload);
  } catch (failure) {
    reportError(failure);
  }
}

const FailureSchema = v.object({ error: v.object({ message: v.string() }) });

/** What UI Kit itself asks for. */
const drawing = (host: BridgeHost): Readonly<Record<string, Command>> => ({
  reconcile(data) {
    const { forgeDoc } = v.parse(v.object({ forgeDoc: AnySchema }), data);
    const root = copyForgeDoc(forgeDoc);
    // A macro's configuration is a second tree, of type MacroConfig; Jira has no macros.
    if (root.type === 'Root') host.onDraw(root);
  },
  onError(data) {
    const failure = v.safeParse(FailureSchema, data);
    host.onBroken(failure.success ? failure.output.error.message : 'It gave no reason.');
  },
  // What is drawn here is in the theme already; a frame that is seen fetches it by itself (html.ts).
  enableTheming: () => undefined,
  // Only Confluence's export waits for it.
  emitReadyEvent: () => undefined,
});

/** The app's functions, Jira's API, and who is looking at what. */
const backend = ({ moduleKey, place }: BridgeHost): Readonly<Record<string, Command>> => ({
  getContext: () =>
    getJson(`/emulator/bridge/context?${new URLSearchParams({ moduleKey, ...placeParameters(place) }).toString()}`),
  async invoke(data) {
    const { functionKey, payload } = v.parse(
      v.object({ functionKey: v.string(), payload: v.optional(AnySchema) }),
      data,
    );
    const where = placeParameters(place);
    const answer = await postJson('/emulator/bridge/invoke', { moduleKey, ...where, functionKey, payload });
    return v.parse(v.object({ result: v.optional(AnySchema) }), answer).result;
  },
  fetchProduct(data) {
    const { isMultipartFormData, ...call } = parseProductCall(data);
    return isMultipartFormData
      ? notModelled('upload of files by fetchProduct')
      : postJson('/emulator/bridge/fetch-product', call);
  },
});

/** The page around the module: flags, addresses, events. */
const page = (host: BridgeHost): Readonly<Record<string, Command>> => {
  const broadcast: Command = (data) => {
    const { event, payload } = v.parse(EventSchema, data);
    host.broadcast(event, payload);
  };
  return {
    emit: broadcast,
    emitPublic: broadcast,
    showFlag(data) {
      host.onFlag(parseAppFlag(data));
      return true;
    },
    closeFlag(data) {
      const { id } = v.parse(v.object({ id: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }), data);
      host.onCloseFlag(id);
      return true;
    },
    navigate: (data) => navigate(host, data),
    getUrl(data) {
      const address = appAddress(data, location.origin);
      if (address.kind === 'refused') return notModelled(`address: ${address.reason}`);
      return address.kind === 'here' ? `${location.origin}${address.path}` : address.href;
    },
    reload: () => host.reloadPage(),
    refreshIssueView() {
      host.onRefreshIssue();
      return true;
    },
  };
};

/** Answers as the platform does in a panel or a page, which is no form and no dialog. */
const view = (host: BridgeHost): Readonly<Record<string, Command>> => ({
  refresh() {
    host.onRefreshIssue();
    return true;
  },
  submit: () => false,
  open: () => false,
  close: () => false,
  onClose: () => false,
});

function navigate(host: BridgeHost, data: unknown): void {
  const isNewTab = v.is(v.object({ type: v.literal('new-tab') }), data);
  const address = appAddress(data, location.origin);
  switch (address.kind) {
    case 'refused':
      return notModelled(`address: ${address.reason}`);
    case 'elsewhere':
      // Another site is asked for and opened in a tab of its own, whichever of the two the app chose.
      if (!host.mayLeave(address.href)) throw new Error('The person did not want to leave the site.');
      host.openTab(address.href);
      return;
    case 'here':
      if (isNewTab) host.openTab(address.path);
      else host.navigate(address.path);
  }
}

function notModelled(what: string): never {
  const message = `The embedded Jira does not model this yet: ${what}.`;
  noteInLog(message);
  throw new Error(message);
}
