/** With whom a filter is shared. */
export type Share =
  | { readonly kind: 'global' }
  | { readonly kind: 'loggedin' }
  | { readonly kind: 'project'; readonly projectId: string; readonly roleId: string | null }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'user'; readonly accountId: string };

export interface SharePermission {
  /** Digits, as in Jira. */
  readonly id: string;
  readonly share: Share;
}

export interface Filter {
  readonly id: string;
  name: string;
  description: string;
  jql: string;
  ownerId: string;
  sharePermissions: readonly SharePermission[];
  editPermissions: readonly SharePermission[];
  /** Account ids of those whose favourite it is. */
  favouriteOf: readonly string[];
}
