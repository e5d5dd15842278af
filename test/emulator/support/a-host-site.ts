import { dirname, join, relative } from 'node:path';
import * as v from 'valibot';
import { frozenClock } from '../../../emulator/clock';
import { createEmulator, type Emulator } from '../../../emulator/emulator';
import { type AppResource, buildHostAssets } from '../../../emulator/host/build';
import { listen } from '../../../emulator/server';

const FRONT_ENDS = {
  'gallery-ui': require.resolve('../fixtures/ui-kit-app/src/ui/gallery.tsx'),
  'form-ui': require.resolve('../fixtures/ui-kit-app/src/ui/form.tsx'),
  'bridge-ui': require.resolve('../fixtures/ui-kit-app/src/ui/bridge.tsx'),
  'broken-ui': require.resolve('../fixtures/ui-kit-app/src/ui/broken.tsx'),
  'settings-ui': require.resolve('../fixtures/ui-kit-app/src/ui/settings.tsx'),
  'place-ui': require.resolve('../fixtures/ui-kit-app/src/ui/place.tsx'),
};

const APP_ROOT = join(dirname(FRONT_ENDS['gallery-ui']), '../..');

const RESOURCES: readonly AppResource[] = [
  ...Object.entries(FRONT_ENDS).map(([key, path]) => ({
    key,
    path: relative(APP_ROOT, path),
    kind: 'ui-kit' as const,
  })),
  { key: 'report-ui', path: 'static/report', kind: 'static' },
];

/** The demo site over HTTP, with the app that has front ends only. */
export interface HostSite {
  readonly emulator: Emulator;
  readonly url: string;
  /** Jira's REST API as a demo person. */
  readonly rest: (who: string, method: string, path: string, body?: object) => Promise<Response>;
  readonly close: () => Promise<void>;
}

export async function aHostSite(): Promise<HostSite> {
  const host = await buildHostAssets({ appRoot: APP_ROOT, resources: RESOURCES });
  const clock = frozenClock(new Date('2026-11-24T03:00:00.000Z'));
  const emulator = await createEmulator({ appRoot: APP_ROOT, clock, host });
  const server = await listen(emulator.fetch, 0);
  const { port } = v.parse(v.object({ port: v.number() }), server.address());
  const url = `http://127.0.0.1:${port}`;
  return {
    emulator,
    url,
    rest: (who, method, path, body) => {
      const authorization = `Basic ${Buffer.from(`${who}@example.com:${who}-token`).toString('base64')}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      return emulator.fetch(new Request(`${url}/rest/api/3${path}`, { method, headers, ...sent }));
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
