import * as v from 'valibot';

const HappeningSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    issueId: v.string(),
    issueKey: v.string(),
    projectId: v.string(),
    /** What happened, in the words of `IssueHappening`. */
    kind: v.string(),
    accountId: v.nullish(v.string()),
  }),
);
export type StreamedHappening = v.InferOutput<typeof HappeningSchema>;

type Listener = (happening: StreamedHappening) => void;

const listeners = new Set<Listener>();
let isFollowing = false;

/** Follows what happens to issues of the site. Returns an unsubscribe. */
export function followIssues(listener: Listener): () => void {
  listeners.add(listener);
  if (!isFollowing) shareStream();
  isFollowing = true;
  return () => {
    listeners.delete(listener);
  };
}

/**
 * A browser opens six connections to a site for all its tabs together, and a stream keeps one of them for itself: with
 * a stream for each listener, the third tab would get no answer any more. So one tab holds the stream and tells the
 * others; when it is closed, the next one takes over. Limit: what happens in that moment is not told.
 */
function shareStream(): void {
  const tabs = new BroadcastChannel('embedded-jira.issues');
  tabs.addEventListener('message', ({ data }: MessageEvent<unknown>) => tell(data));
  const hold = () => {
    const source = new EventSource('/emulator/stream');
    source.addEventListener('issue', ({ data }: MessageEvent<unknown>) => {
      tell(data);
      tabs.postMessage(data);
    });
  };
  // Locks exist where the browser trusts the address, as it does for this machine and for https.
  if (!window.isSecureContext) {
    hold();
    return;
  }
  void navigator.locks.request('embedded-jira.issue-stream', () => {
    hold();
    return new Promise<never>(() => undefined);
  });
}

function tell(data: unknown): void {
  const parsed = v.safeParse(HappeningSchema, data);
  if (parsed.success) for (const listener of [...listeners]) listener(parsed.output);
}
