import type { Bridge } from './bridge';

declare global {
  interface Window {
    /** Called by the frames in which apps run; `instance` is the frame's own name. */
    __emulatorBridge?: (instance: string, command: string, data: unknown) => Promise<unknown>;
  }
}

const bridges = new Map<string, Bridge>();

window.__emulatorBridge = (instance, command, data) => {
  const bridge = bridges.get(instance);
  // A frame that is being taken down still calls; nobody waits for the answer.
  return bridge === undefined ? new Promise(() => undefined) : bridge.call(command, data);
};

/** Lets the frame of that name speak through the bridge, until the answer is called. */
export function connect(instance: string, bridge: Bridge): () => void {
  bridges.set(instance, bridge);
  return () => {
    bridges.delete(instance);
  };
}

/** Tells all modules of apps on the page. */
export const broadcast = (event: string, payload: unknown): void =>
  bridges.forEach((bridge) => bridge.emit(event, payload));
