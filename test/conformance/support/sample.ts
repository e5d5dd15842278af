import type { Jira } from '../../../emulator/jira/jira';
import { OPERATIONS } from '../../../emulator/jira/rest/operations';
import type { Principal } from '../../../emulator/seams';
import { aJira, as, emergency } from '../../emulator/support/a-jira';
import type { Exchange } from './exchange';

/** One call of somebody, to the demo site. */
export interface Deed {
  /** The operation's id in Atlassian's description. */
  readonly op: string;
  /** Below `/rest/api/3`. `{1.id}` stands for what the first of the deeds before it answered as its `id`. */
  readonly path: string;
  /** JSON, in which `{1.id}` stands for the same and `{=1.id}` for the value itself, as a number or a list; or a form. */
  readonly body?: unknown;
  /** A demo account by its short name, `app` for the app's own, or `nobody`. Default `erin`. */
  readonly who?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A deed whose exchange is checked. Before it, Erin has opened OPS-1. */
export interface Sample extends Deed {
  readonly status: number;
  /** What no operation puts there, done first. */
  readonly given?: (jira: Jira) => unknown;
  readonly after?: readonly Deed[];
}

const principal = (who: string): Principal => (who === 'nobody' ? { kind: 'anonymous' } : as(who));

/** Plays the sample on a site of its own, and answers with what was said before and at last. Throws when what comes before fails. */
export async function playSample(sample: Sample): Promise<{ before: readonly Exchange[]; exchange: Exchange }> {
  const jira = aJira();
  jira.plugValidator(() => Promise.resolve({ kind: 'passed' }));
  await sample.given?.(jira);
  demandDone(await perform(jira, { op: 'createIssue', path: '/issue', body: emergency() }, []));
  const before: Exchange[] = [];
  for (const deed of sample.after ?? []) before.push(demandDone(await perform(jira, deed, before)));
  return { before, exchange: await perform(jira, sample, before) };
}

function demandDone(exchange: Exchange): Exchange {
  if (exchange.status < 400) return exchange;
  const { method, path, status, answered } = exchange;
  throw new Error(`${method} ${path} before the sample answered ${status} ${JSON.stringify(answered)}`);
}

async function perform(jira: Jira, deed: Deed, before: readonly Exchange[]): Promise<Exchange> {
  const method = OPERATIONS.find(({ operationId }) => operationId === deed.op)?.method;
  if (method === undefined) throw new Error(`${deed.op} is not among the operations.`);
  const path = filledIn(deed.path, before);
  const sent = deed.body instanceof FormData ? deed.body : filledInBody(deed.body, before);
  const request = new Request(`http://jira.test/rest/api/3${path}`, {
    method,
    ...(deed.headers === undefined ? {} : { headers: deed.headers }),
    ...(sent === undefined ? {} : { body: sent instanceof FormData ? sent : JSON.stringify(sent) }),
  });
  const response = await jira.handle(request, principal(deed.who ?? 'erin'));
  if (response.status === 500) throw new Error(`${method} ${path} broke: ${jira.unmodelled.at(-1)?.why ?? ''}`);
  return { method, path, sent, status: response.status, answered: await bodyOf(response) };
}

/** Parsed JSON, the bytes of another type, or undefined where there is neither. */
export async function bodyOf(response: Response): Promise<unknown> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes.length === 0) return undefined;
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return isJson ? (JSON.parse(new TextDecoder().decode(bytes)) as unknown) : bytes;
}

const filledInBody = (body: unknown, before: readonly Exchange[]): unknown =>
  body === undefined
    ? undefined
    : (JSON.parse(JSON.stringify(body), (_key, value: unknown) =>
        typeof value === 'string' ? filledInValue(value, before) : value,
      ) as unknown);

function filledInValue(text: string, before: readonly Exchange[]): unknown {
  const [, nth, path] = /^\{=(\d+)\.([\w.]+)\}$/.exec(text) ?? [];
  return nth === undefined || path === undefined ? filledIn(text, before) : saidBefore(before, nth, path);
}

/** Puts in what earlier answers said: `{2.values.0.id}` is from the second. */
const filledIn = (text: string, before: readonly Exchange[]): string =>
  text.replaceAll(/\{(\d+)\.([\w.]+)\}/g, (_whole, nth: string, path: string) => String(saidBefore(before, nth, path)));

function saidBefore(before: readonly Exchange[], nth: string, path: string): unknown {
  const found = path.split('.').reduce<unknown>(partOf, before[Number(nth) - 1]?.answered);
  if (found === undefined) throw new Error(`The answer number ${nth} before the sample has no ${path}.`);
  return found;
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
