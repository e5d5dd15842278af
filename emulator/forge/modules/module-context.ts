import type { AppIdentity } from '../identity';
import type { JiraSide } from '../jira-side';
import type { UiModuleKind } from '../ui-module-kind';
import type { Viewing } from './place';

interface ContextParts {
  readonly identity: AppIdentity;
  readonly jira: JiraSide;
}

interface Shown {
  readonly kind: UiModuleKind;
  readonly moduleKey: string;
  readonly viewing: Viewing;
}

export type ModuleContext = ReturnType<typeof contextOf>;

/** What `view.getContext()` answers: https://developer.atlassian.com/platform/forge/apis-reference/ui-api-bridge/view/#getcontext */
export const contextOf = ({ identity, jira }: ContextParts, shown: Shown) => ({
  accountId: shown.viewing.accountId,
  accountType: 'licensed',
  cloudId: identity.cloudId,
  environmentId: identity.environmentId,
  environmentType: identity.environmentType,
  appVersion: identity.appVersion,
  localId: localIdOf(shown),
  locale: 'en-GB',
  timezone: jira.timeZone(shown.viewing.accountId),
  moduleKey: shown.moduleKey,
  siteUrl: jira.baseUrl(),
  extension: extensionOf({ identity, jira }, shown),
});

function localIdOf({ moduleKey, viewing: { issue, project } }: Shown): string {
  const id = issue?.id ?? project?.id;
  return id === undefined ? moduleKey : `${moduleKey}-${id}`;
}

/** The extension data of each module, as "Extension data" of its page in the manifest reference lists them. */
function extensionOf({ identity, jira }: ContextParts, { kind, viewing }: Shown): Readonly<Record<string, unknown>> {
  const { issue, project } = viewing;
  const at = (path: string) => ({ type: kind, location: `${jira.baseUrl()}${path}` });
  const app = `${identity.appId}/${identity.environmentId}`;
  const projectData = project && { id: project.id, key: project.key, type: project.projectTypeKey };
  switch (kind) {
    case 'jira:issuePanel':
    case 'jira:issueContext':
      return {
        ...at(`/browse/${issue?.key ?? ''}`),
        issue: issue && { id: issue.id, key: issue.key, type: issue.typeName, typeId: issue.typeId },
        project: projectData,
        ...(kind === 'jira:issuePanel' && { isNewToIssue: false }),
      };
    case 'jira:projectPage':
      return { ...at(`/jira/software/projects/${project?.key ?? ''}/apps/${app}`), project: projectData };
    case 'jira:projectSettingsPage':
      return { ...at(`/jira/software/projects/${project?.key ?? ''}/settings/apps/${app}`), project: projectData };
    case 'jira:adminPage':
      return at(`/jira/settings/apps/${app}`);
    case 'jira:globalPage':
      return at(`/jira/apps/${app}`);
  }
}
