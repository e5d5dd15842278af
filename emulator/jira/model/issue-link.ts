export interface IssueLinkType {
  readonly id: string;
  name: string;
  /** What the issue at the far end says of itself: `is blocked by`. */
  inward: string;
  /** What the issue at the near end says: `blocks`. */
  outward: string;
}

/** `inwardIssueId` <outward words> `outwardIssueId`: the first blocks the second. */
export interface IssueLink {
  readonly id: string;
  readonly typeId: string;
  readonly inwardIssueId: string;
  readonly outwardIssueId: string;
}
