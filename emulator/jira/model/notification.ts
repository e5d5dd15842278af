/** What the site sent to people: an e-mail of the notify operation, or the bell of a mention. */
export interface Notification {
  readonly id: string;
  /** ISO-8601, UTC. */
  readonly at: string;
  readonly kind: 'email' | 'mention';
  readonly issueId: string;
  /** As it was when this was sent. */
  readonly issueKey: string;
  readonly subject: string;
  /** Empty where the sender gave none. */
  readonly text: string;
  /** Empty where the sender gave none. */
  readonly html: string;
  /** Account ids. */
  readonly from: string;
  readonly to: readonly string[];
  /** By what it was sent: the operation, or `comment <id>`. */
  readonly via: string;
}
