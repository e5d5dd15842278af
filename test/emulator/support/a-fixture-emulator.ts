import { join } from 'node:path';
import * as v from 'valibot';
import { frozenClock } from '../../../emulator/clock';
import { createEmulator, type Emulator, type EmulatorOptions } from '../../../emulator/emulator';
import { START } from '../fixtures/site';

const BASE_URL = 'http://127.0.0.1:4000';

export interface FixtureEmulator extends Emulator {
  /** A call over HTTP as nobody in particular, to the emulator's own API; the body is parsed JSON, or text. */
  ask(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
  /** A call to Jira's REST API as a demo person. */
  rest(who: string, method: string, path: string, body?: unknown): ReturnType<FixtureEmulator['ask']>;
  /** Opens an emergency change as Erin; answers with its key. */
  open(): Promise<string>;
  /** Lets the app store a value, from its panel on the issue. */
  store(issueKey: string, key: string, value: unknown): Promise<void>;
  /** What the app has stored. */
  stored(key: string): unknown;
}

const SetReplySchema = v.object({ result: v.tuple([v.strictObject({})]) });
const TextSchema = v.pipe(v.string(), v.parseJson());

/** The whole emulator on a clock that stands, with the fixture app in the place of the real one. */
export async function aFixtureEmulator(options: Partial<EmulatorOptions> = {}): Promise<FixtureEmulator> {
  const appRoot = join(__dirname, '../fixtures/app');
  const emulator = await createEmulator({ appRoot, clock: frozenClock(START), ...options });

  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const init = { method, headers: { 'content-type': 'application/json', ...headers } };
    const request = new Request(
      BASE_URL + path,
      body === undefined ? init : { ...init, body: typeof body === 'string' ? body : JSON.stringify(body) },
    );
    const response = await emulator.fetch(request);
    const text = await response.text();
    const json = v.safeParse(TextSchema, text);
    return { status: response.status, body: json.success ? json.output : text };
  };
  const rest: FixtureEmulator['rest'] = (who, method, path, body) => {
    const credentials = Buffer.from(`${who}@example.com:${who}-token`).toString('base64');
    return send(method, `/rest/api/3${path}`, { authorization: `Basic ${credentials}` }, body);
  };

  return {
    ...emulator,
    ask: (method, path, body) => send(method, path, {}, body),
    rest,
    async open() {
      const { body } = await rest('erin', 'POST', '/issue', {
        fields: {
          project: { key: 'OPS' },
          issuetype: { name: 'Emergency Change' },
          summary: 'The database is down',
          customfield_10050: { value: 'Service outage' },
        },
      });
      return v.parse(v.object({ key: v.string() }), body).key;
    },
    async store(issueKey, key, value) {
      const payload = { steps: [{ on: 'kvs', method: 'set', args: [key, value] }] };
      const call = { moduleKey: 'fixture-panel', issueKey, functionKey: 'kvs', payload };
      const { body } = await send('POST', '/emulator/bridge/invoke', {}, call);
      if (!v.is(SetReplySchema, body)) throw new Error(`Not stored: ${JSON.stringify(body)}`);
    },
    stored: (key) => emulator.forge.kvs.store.read('kvs', key)?.value,
  };
}
