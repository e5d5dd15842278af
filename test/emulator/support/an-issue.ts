import type { Jira } from '../../../emulator/jira/jira';
import type { Issue } from '../../../emulator/jira/model/issue';

/** Puts an issue into the store as it is given, without asking anybody: for tests of what reads issues. */
export function putIssue(jira: Jira, given: Partial<Issue> & Pick<Issue, 'id'>): Issue {
  const at = jira.clock.now().toISOString();
  const issue: Issue = {
    key: `OPS-${given.id}`,
    projectId: '10000',
    issueTypeId: '10010',
    creatorId: '712020:erin',
    parentId: null,
    created: at,
    updated: at,
    statusId: '11',
    fields: {},
    properties: {},
    comments: [],
    histories: [],
    watchers: [],
    ...given,
  };
  jira.store.issues.set(issue.id, issue);
  jira.store.issueKeys.set(issue.key, issue.id);
  return issue;
}

/** The app's field as its manifest declares it, for queries like `EmergencyChange.phase = deployed`. */
export const CHANGE_FIELD = 'customfield_10077';

export function putChangeField(jira: Jira): void {
  jira.store.fields.set(CHANGE_FIELD, {
    id: CHANGE_FIELD,
    name: 'EmergencyChange',
    type: 'forge',
    custom: true,
    options: [],
    forge: {
      type: 'ari:cloud:ecosystem::extension/app-1/env-1/static/emergency-change',
      key: 'app-1__PRODUCTION__emergency-change',
      moduleKey: 'emergency-change',
      appAccountId: '712020:app',
      fieldType: 'object',
      collection: 'none',
      readOnly: true,
      formatter: 'value.phase',
      searchAliases: [
        { alias: 'phase', path: 'phase', type: 'string' },
        { alias: 'open', path: 'isOpen', type: 'string' },
        { alias: 'lead', path: 'slots.lead', type: 'string' },
        { alias: 'breach', path: 'breaches', type: 'string' },
        { alias: 'approver', path: 'approvals.by', type: 'user' },
        { alias: 'due', path: 'postMortem.due', type: 'date' },
        { alias: 'month', path: 'month', type: 'string' },
        { alias: 'number', path: 'number', type: 'number' },
        { alias: 'note', path: 'note', type: 'text' },
      ],
    },
  });
}
