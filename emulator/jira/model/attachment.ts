export interface Attachment {
  readonly id: string;
  readonly issueId: string;
  readonly filename: string;
  readonly authorId: string;
  /** ISO-8601, UTC. */
  readonly created: string;
  /** Bytes. */
  readonly size: number;
  readonly mimeType: string;
  /** The bytes, in base64. */
  readonly content: string;
}
