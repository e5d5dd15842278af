/** A link from an issue to something outside Jira. */
export interface RemoteLink {
  readonly id: string;
  readonly issueId: string;
  readonly globalId: string | null;
  readonly relationship: string | null;
  /** As the caller gave it. */
  readonly application: Readonly<Record<string, unknown>>;
  /** As the caller gave it; `url` and `title` at least. */
  readonly object: Readonly<Record<string, unknown>> & { readonly url: string; readonly title: string };
}
