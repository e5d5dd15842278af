/** What may be turned on a running site; not kept with its records. */
export interface SiteSettings {
  /** Whether the site sends e-mail; without, the notify operation refuses. */
  outgoingMail: boolean;
  /** Whether a clone carries the values of apps' custom fields: unknown on the platform. */
  clonesCopyAppFields: boolean;
  /** Whether a bulk transition asks the rules of the workflow: unknown on the platform, so the worst is the default. */
  bulkTransitionsAskValidators: boolean;
  /** Milliseconds from submitting a long-running task until its work is done; 0: before the submission is answered. */
  taskDelay: number;
  /** How much one issue may hold: https://support.atlassian.com/jira-cloud-administration/docs/issue-limits/ */
  readonly perIssue: { comments: number; attachments: number; issueLinks: number; remoteLinks: number };
  /** Of one attachment. */
  attachmentBytes: number;
}

export const defaultSettings = (): SiteSettings => ({
  outgoingMail: true,
  clonesCopyAppFields: true,
  bulkTransitionsAskValidators: false,
  taskDelay: 0,
  perIssue: { comments: 5000, attachments: 2000, issueLinks: 2000, remoteLinks: 2000 },
  attachmentBytes: 1_073_741_824,
});
