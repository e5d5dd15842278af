/** The installed app, as Jira knows it. */
export interface InstalledApp {
  readonly appId: string;
  readonly environmentId: string;
  /** Its own account in Jira. */
  readonly accountId: string;
  readonly displayName: string;
}
