import * as v from 'valibot';
import { SESSION_COOKIE } from '../control/session';
import type { Emulator } from '../emulator';
import { DEMO_PEOPLE } from '../jira/site/demo-people';

/** A demo person using the site as a client and as a browser would. Whatever is refused throws. */
export interface Person {
  /** Jira's REST API with e-mail and API token; answers with the parsed body. */
  rest(method: string, path: string, body: object): Promise<unknown>;
  /** A call of the app's front end to its resolver, from a panel on an issue. */
  invoke(moduleKey: string, issueKey: string, functionKey: string, payload: object): Promise<unknown>;
  /** An act in the app's panel. */
  act(moduleKey: string, issueKey: string, act: object): Promise<void>;
}

/** The reason comes first; the whole change as it stands comes behind it. */
const MOST_OF_A_REPLY = 300;

const BASE = 'http://127.0.0.1';
const RecordedSchema = v.object({ kind: v.literal('recorded') });
const ResultSchema = v.object({ result: v.unknown() });

export function personAt({ fetch, jira }: Pick<Emulator, 'fetch' | 'jira'>, name: string): Person {
  const person = DEMO_PEOPLE.find((candidate) => candidate.name === name);
  if (person === undefined) throw new Error(`The demo site has no ${name}.`);
  const credentials = Buffer.from(`${person.emailAddress}:${person.apiToken ?? ''}`).toString('base64');

  const send = async (method: string, path: string, body: object, header: Record<string, string>): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', ...header };
    const answer = await fetch(new Request(BASE + path, { method, headers, body: JSON.stringify(body) }));
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${person.displayName}: ${method} ${path} was answered ${answer.status}: ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const invoke: Person['invoke'] = async (moduleKey, issueKey, functionKey, payload) => {
    const call = { moduleKey, issueKey, functionKey, payload };
    const cookie = `${SESSION_COOKIE}=${encodeURIComponent(person.accountId)}`;
    return v.parse(ResultSchema, await send('POST', '/emulator/bridge/invoke', call, { cookie })).result;
  };
  return {
    rest: (method, path, body) => send(method, `/rest/api/3${path}`, body, { authorization: `Basic ${credentials}` }),
    invoke,
    async act(moduleKey, issueKey, act) {
      const reply = await invoke(moduleKey, issueKey, 'act', { commandId: actId(jira.store.nextId('demo-act')), act });
      if (!v.is(RecordedSchema, reply)) {
        throw new Error(`${person.displayName}: not recorded: ${JSON.stringify(reply).slice(0, MOST_OF_A_REPLY)}`);
      }
    },
  };
}

/** A UUID, as the front end makes one for each act; counted, so that a demo site is the same one each time. */
const actId = (count: string) => `00000000-0000-4000-a000-${count.padStart(12, '0')}`;
