import * as v from 'valibot';
import type { SiteClock } from '../../clock';
import type { AppIdentity } from '../identity';
import type { Invocation, InvocationRequest } from '../invocation';
import type { JiraSide } from '../jira-side';
import type { ForgeLog } from '../log';
import type { Manifest } from '../manifest';
import type { PanelModule } from '../manifest-schema';
import { conditionsHold, type Viewing } from './display-conditions';

/** An issue panel of the app as the host page needs it. */
export interface Panel {
  readonly moduleKey: string;
  readonly title: string;
  readonly resourceKey: string;
  readonly render: 'native' | 'custom';
}

export interface ResolverCall {
  readonly moduleKey: string;
  /** The issue that the panel stands on, by id or key. */
  readonly issueKey: string;
  readonly functionKey: string;
  readonly payload: unknown;
  readonly accountId: string;
}

/** A call for something that is not there for this person: an unknown module, a hidden issue. */
export class NotHere extends Error {
  override readonly name = 'NotHere';
}

export interface IssuePanels {
  /** The panels that this person is shown on the issue; none on an issue that he may not see. */
  on(issueIdOrKey: string, accountId: string): readonly Panel[];
  /** What `view.getContext()` answers in the panel. Throws NotHere. */
  context(moduleKey: string, issueIdOrKey: string, accountId: string): PanelContext;
  /** Calls the panel's resolver as the front end does by `invoke`. Rejects with NotHere. */
  invoke(call: ResolverCall): Promise<Invocation>;
}

export type PanelContext = ReturnType<typeof contextOf>;

interface PanelParts {
  readonly manifest: Manifest;
  readonly identity: AppIdentity;
  readonly clock: SiteClock;
  readonly log: ForgeLog;
  readonly jira: JiraSide;
  readonly invoke: (request: InvocationRequest) => Promise<Invocation>;
}

const LIMIT_SECONDS = 25;

export function createIssuePanels(parts: PanelParts): IssuePanels {
  const { manifest, jira, invoke } = parts;
  const context = (moduleKey: string, issueIdOrKey: string, accountId: string): PanelContext => {
    const module = manifest.issuePanels.find(({ key }) => key === moduleKey);
    if (module === undefined) throw new NotHere(`The app has no issue panel ${moduleKey}.`);
    return contextOf(parts, module, viewingOf(jira, issueIdOrKey, accountId));
  };
  return {
    context,
    on(issueIdOrKey, accountId) {
      if (!jira.mayBrowse(accountId, issueIdOrKey)) return [];
      const viewing = viewingOf(jira, issueIdOrKey, accountId);
      return manifest.issuePanels.filter((module) => shown(parts, module, viewing)).map(panelOf);
    },
    async invoke({ moduleKey, issueKey, functionKey, payload, accountId }) {
      const panel = context(moduleKey, issueKey, accountId);
      const resolver = manifest.issuePanels.find(({ key }) => key === moduleKey)?.resolver;
      if (resolver === undefined) throw new NotHere(`The panel ${moduleKey} has no resolver.`);
      return invoke({
        functionKey: resolver.function,
        moduleKey,
        payload: { call: { functionKey, payload }, context: panel },
        accountId,
        limitSeconds: LIMIT_SECONDS,
      });
    },
  };
}

function shown({ jira, log, clock }: PanelParts, module: PanelModule, viewing: Viewing): boolean {
  try {
    return module.displayConditions === undefined || conditionsHold(jira, viewing, module.displayConditions);
  } catch (failure) {
    const what = failure instanceof Error ? failure.message : String(failure);
    log.unmodelled.push({ at: clock.now(), what: `${module.key}: ${what}` });
    return false;
  }
}

const panelOf = ({ key, title, resource, render }: PanelModule): Panel => ({
  moduleKey: key,
  title,
  resourceKey: resource,
  render: render === 'native' ? 'native' : 'custom',
});

const FieldsSchema = v.object({
  issuetype: v.object({ id: v.string(), name: v.string() }),
  project: v.object({ id: v.string(), key: v.string(), projectTypeKey: v.string() }),
});

interface IssueViewing extends Viewing {
  readonly issueKey: string;
  readonly projectType: string;
}

function viewingOf(jira: JiraSide, issueIdOrKey: string, accountId: string): IssueViewing {
  const issue = jira.mayBrowse(accountId, issueIdOrKey) ? jira.issue(issueIdOrKey) : undefined;
  if (issue === undefined) throw new NotHere('Issue does not exist or you do not have permission to see it.');
  const { issuetype, project } = v.parse(FieldsSchema, issue.fields);
  return {
    accountId,
    issueId: issue.id,
    issueKey: issue.key,
    issueTypeId: issuetype.id,
    issueTypeName: issuetype.name,
    projectId: project.id,
    projectKey: project.key,
    projectType: project.projectTypeKey,
  };
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-panel/#extension-data */
const contextOf = ({ identity, jira }: PanelParts, module: PanelModule, viewing: IssueViewing) => ({
  accountId: viewing.accountId,
  accountType: 'licensed',
  cloudId: identity.cloudId,
  environmentId: identity.environmentId,
  environmentType: identity.environmentType,
  appVersion: identity.appVersion,
  localId: `${module.key}-${viewing.issueId}`,
  locale: 'en-GB',
  timezone: jira.timeZone(viewing.accountId),
  moduleKey: module.key,
  siteUrl: jira.baseUrl(),
  extension: {
    type: 'jira:issuePanel',
    issue: { id: viewing.issueId, key: viewing.issueKey, type: viewing.issueTypeName, typeId: viewing.issueTypeId },
    project: { id: viewing.projectId, key: viewing.projectKey, type: viewing.projectType },
    isNewToIssue: false,
    location: `${jira.baseUrl()}/browse/${viewing.issueKey}`,
  },
});
