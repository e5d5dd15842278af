import type { Jira } from '../jira/jira';

const HEARTBEAT_MS = 20_000;

/** Server-sent events: one `issue` for each change of an issue, to whoever looks; the data are ids only. */
export function issueStream(jira: Jira): Response {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      send(': open\n\n');
      const unsubscribe = jira.onHappening(({ issueId, issueKey, projectId, kind, accountId }) =>
        send(`event: issue\ndata: ${JSON.stringify({ issueId, issueKey, projectId, kind, accountId })}\n\n`),
      );
      const heartbeat = setInterval(() => send(': still here\n\n'), HEARTBEAT_MS);
      heartbeat.unref();
      stop = () => {
        unsubscribe();
        clearInterval(heartbeat);
      };
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } });
}
