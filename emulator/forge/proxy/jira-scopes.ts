type Requirement = readonly [methods: RegExp, path: RegExp, scope: string | undefined];

const ANY = /./;
const WRITE = /POST|PUT|DELETE/;

/**
 * The classic scope that a call to Jira asks for, first match first. Coarse: by the families of operations in
 * Atlassian's OpenAPI description of the REST API (their OAuth scopes), not operation by operation.
 */
const REQUIREMENTS: readonly Requirement[] = [
  [/POST/, /^issue\/[^/]+\/changelog\/list$/, 'read:jira-work'],
  [/POST/, /^project(\/[^/]+\/(delete|restore|role\/[^/]+))?$/, 'manage:jira-configuration'],
  [/DELETE/, /^project\/[^/]+$/, 'manage:jira-configuration'],
  [/POST/, /^screenscheme$/, 'manage:jira-configuration'],
  [/GET/, /^field\/[^/]+\/screens$/, 'manage:jira-project'],
  [/GET/, /^permissions$/, 'manage:jira-configuration'],
  [/POST/, /^permissions\/check$/, undefined],
  [ANY, /^app\/field\/[^/]+\/context\b/, 'manage:jira-configuration'],
  [ANY, /^(serverInfo|announcementBanner|app|settings|data-policy)\b/, undefined],
  [ANY, /^(myself|users|groups|user\/search|user\/assignable|user\/picker)\b/, 'read:jira-user'],
  [/GET/, /^group\/member\b/, 'manage:jira-configuration'],
  [/GET/, /^(user|group)\b/, 'read:jira-user'],
  [/PUT|DELETE/, /^user\/properties\b/, 'write:jira-work'],
  [WRITE, /^(user|group)\b/, 'manage:jira-configuration'],
  [/GET/, /^field(\/search)?$/, 'read:jira-work'],
  [ANY, /^field\//, 'manage:jira-configuration'],
  [
    ANY,
    /^(application-properties|applicationrole|auditing|config|configuration|events|instance)\b/,
    'manage:jira-configuration',
  ],
  [
    ANY,
    /^(issuetypescheme|issuetypescreenscheme|fieldconfiguration\w*|issuesecurityschemes)\b/,
    'manage:jira-configuration',
  ],
  [ANY, /^(role|statuses|workflow|workflows|workflowscheme|notificationscheme)\b/, 'manage:jira-configuration'],
  [WRITE, /^(field|issuetype|issueLinkType|permissionscheme|priority|resolution)\b/, 'manage:jira-configuration'],
  [ANY, /^(screens|screenscheme)\b/, 'manage:jira-project'],
  [WRITE, /^(project|component|version|projectCategory)\b/, 'manage:jira-project'],
  [
    /POST/,
    /^(search|changelog|comment\/list|expression|jql|permissions|worklog\/list|issue\/bulkfetch|issue\/watching)\b/,
    'read:jira-work',
  ],
  [/GET/, ANY, 'read:jira-work'],
  [WRITE, ANY, 'write:jira-work'],
];

/** `path` is what follows `/rest/api/3/`, without query. */
export function requiredScope(method: string, path: string): string | undefined {
  return REQUIREMENTS.find(([methods, paths]) => methods.test(method) && paths.test(path))?.[2];
}
