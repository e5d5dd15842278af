import { frozenClock } from '../../../emulator/clock';
import { createJira, type Jira } from '../../../emulator/jira/jira';
import { buildDemoSite } from '../../../emulator/jira/site/demo-site';
import type { Principal } from '../../../emulator/seams';
import { demandConforming } from '../../conformance/support/conform';

export const APP = {
  appId: 'app-1',
  environmentId: 'env-1',
  accountId: '712020:app',
  displayName: 'Emergency Change',
};

export const as = (name: string): Principal => ({ kind: 'account', accountId: `712020:${name}` });

/** The demo site without issues, on a clock that stands. */
export function aJira(): Jira {
  const clock = frozenClock(new Date('2026-11-24T09:00:00.000Z'));
  const jira = createJira({ clock, baseUrl: () => 'http://jira.test' });
  buildDemoSite(jira.store, APP);
  return jira;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** One call to the REST API; the body is parsed JSON, or undefined. Throws where the exchange is not as Jira's. */
export async function call(jira: Jira, who: Principal, method: string, path: string, body?: unknown): Promise<Reply> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await jira.handle(new Request(`http://jira.test/rest/api/3${path}`, init), who);
  const text = await response.text();
  const reply = { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  if (reply.status === 500) throw new Error(`${method} ${path} broke: ${jira.unmodelled.at(-1)?.why ?? text}`);
  await demandConforming({ method, path, sent: body, status: reply.status, answered: reply.body });
  return reply;
}

export const KIND = 'customfield_10050';

export const paragraph = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

/** What Erin sends to open an emergency change. */
export const emergency = (summary = 'Checkout answers 500', more: object = {}) => ({
  fields: {
    project: { key: 'OPS' },
    issuetype: { name: 'Emergency Change' },
    summary,
    description: paragraph('Customers cannot pay.'),
    [KIND]: { value: 'Service outage' },
    ...more,
  },
});
