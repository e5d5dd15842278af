import { resolve } from 'node:path';
import type { Act, ActReply, ChangeView, ViewReply } from '../../src/api';
import { frozenClock, type SiteClock } from '../../emulator/clock';
import { createEmulator, type Emulator, type SiteBeginning } from '../../emulator/emulator';
import { demandConforming } from '../conformance/support/conform';
import { freshCommandId } from './memory-ports';

export const APP_ROOT = resolve(__dirname, '../..');

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** The embedded site with the real app, used over its HTTP semantics by the demo people. */
export interface Site extends Emulator {
  readonly clock: SiteClock;
  /** Jira's REST API with somebody's e-mail and API token. Throws where the exchange is not as others describe Jira. */
  rest(who: string, method: string, path: string, body?: unknown): Promise<Answer>;
  view(who: string, issueKey: string): Promise<ViewReply>;
  /** The change on somebody's screen; fails when there is none. */
  change(who: string, issueKey: string): Promise<ChangeView>;
  act(who: string, issueKey: string, act: Act, commandId?: string): Promise<ActReply>;
  /** Approves what the person has just read. */
  approve(who: string, issueKey: string, slot: 'engineering-lead' | 'security', commandId?: string): Promise<ActReply>;
  /** Opens an emergency change as somebody, and answers with its key. Events are not delivered yet. */
  open(who?: string, fields?: object): Promise<string>;
  startDeployment(who: string, issueKey: string, fields?: object): Promise<Answer>;
  statusOf(issueKey: string): Promise<string>;
}

export const KIND_FIELD = 'customfield_10050';

export const paragraph = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** By `npm run test:bundled` the same journeys are made with what Atlassian's bundler makes of the sources. */
const HANDLERS = process.env.APP_FROM === 'bundles' ? 'bundles' : 'sources';

const MORNING = new Date('2026-11-24T03:00:00.000Z');

export async function aSite(seed = 1, beginning?: SiteBeginning): Promise<Site> {
  const emulator = await createEmulator({
    appRoot: APP_ROOT,
    clock: frozenClock(MORNING),
    seed,
    handlers: HANDLERS,
    ...(beginning === undefined ? {} : { beginning }),
  });

  const send = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: unknown,
  ): Promise<Answer> => {
    const init = { method, headers: { 'content-type': 'application/json', ...headers } };
    const request = new Request(
      `http://127.0.0.1:4000${path}`,
      body === undefined ? init : { ...init, body: JSON.stringify(body) },
    );
    const response = await emulator.fetch(request);
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const rest: Site['rest'] = async (who, method, path, body) => {
    const credentials = Buffer.from(`${who}@example.com:${who}-token`).toString('base64');
    const answer = await send(method, `/rest/api/3${path}`, { authorization: `Basic ${credentials}` }, body);
    await demandConforming({ method, path, sent: body, status: answer.status, answered: answer.body });
    return answer;
  };
  const invoke = async <Reply>(
    who: string,
    issueKey: string,
    functionKey: string,
    payload?: unknown,
  ): Promise<Reply> => {
    const headers = { cookie: `emulator-account=${encodeURIComponent(`712020:${who}`)}` };
    const call = { moduleKey: 'emergency-change-panel', issueKey, functionKey, payload };
    const { status, body } = await send('POST', '/emulator/bridge/invoke', headers, call);
    if (status !== 200) throw new Error(`The panel's call failed with ${status}: ${JSON.stringify(body)}`);
    return (body as { readonly result: Reply }).result;
  };
  const view: Site['view'] = (who, issueKey) => invoke(who, issueKey, 'view');
  const change: Site['change'] = async (who, issueKey) => {
    const reply = await view(who, issueKey);
    if (reply.kind !== 'change') throw new Error(reply.message);
    return reply.change;
  };
  const act: Site['act'] = (who, issueKey, intended, commandId = freshCommandId()) =>
    invoke(who, issueKey, 'act', { commandId, act: intended });

  return {
    ...emulator,
    rest,
    view,
    change,
    act,
    approve: async (who, issueKey, slot, commandId) => {
      const { digest } = await change(who, issueKey);
      return act(who, issueKey, { kind: 'approve', slot, comment: 'Go ahead.', expectedDigest: digest }, commandId);
    },
    open: async (who = 'erin', fields = {}) => {
      const { status, body } = await rest(who, 'POST', '/issue', {
        fields: {
          project: { key: 'OPS' },
          issuetype: { name: 'Emergency Change' },
          summary: 'Checkout answers 500',
          description: paragraph('Customers cannot pay.'),
          [KIND_FIELD]: { value: 'Service outage' },
          ...fields,
        },
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return (body as { readonly key: string }).key;
    },
    startDeployment: (who, issueKey, fields) =>
      rest(who, 'POST', `/issue/${issueKey}/transitions`, {
        transition: { id: '111' },
        ...(fields === undefined ? {} : { fields }),
      }),
    statusOf: async (issueKey) => {
      const { body } = await rest('jo', 'GET', `/issue/${issueKey}?fields=status`);
      return (body as { readonly fields: { readonly status: { readonly name: string } } }).fields.status.name;
    },
  };
}
