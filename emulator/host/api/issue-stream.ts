import * as v from 'valibot';

const HappeningSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ issueId: v.string(), issueKey: v.string(), projectId: v.string() }),
);
export type StreamedHappening = v.InferOutput<typeof HappeningSchema>;

/** Follows what happens to issues of the site; the browser reconnects by itself. Returns an unsubscribe. */
export function followIssues(listener: (happening: StreamedHappening) => void): () => void {
  const source = new EventSource('/emulator/stream');
  source.addEventListener('issue', (event: MessageEvent<unknown>) => {
    const parsed = v.safeParse(HappeningSchema, event.data);
    if (parsed.success) listener(parsed.output);
  });
  return () => source.close();
}
