import type { IssueHappening } from '../seams';
import type { Values } from './field-edit';
import { happening } from './issue-change';
import { nextKey } from './issue-place';
import type { Jira } from './jira';
import type { Issue } from './model/issue';
import type { IssueType, Project } from './model/site';
import type { Workflow } from './model/workflow';
import { ringMentioned } from './outbox';
import { askValidators } from './transition-validators';
import { autowatch } from './watching';
import { valuesByActions } from './workflow-rules';

/** An issue that is about to be. */
export interface NewIssue {
  readonly project: Project;
  readonly type: IssueType;
  readonly workflow: Workflow;
  readonly parentId: string | null;
  readonly values: Values;
  readonly properties: Issue['properties'];
  readonly creatorId: string;
  readonly clonedFrom?: Issue;
}

/** Asks the rules of the transition that creates, keeps the issue, and tells who listens. Throws Jira's 400 if a rule blocks. */
export async function createIssue(jira: Jira, plan: NewIssue): Promise<Issue> {
  const draft = draftOf(jira, plan);
  const { initial, initialStatusId } = plan.workflow;
  const transition = { ...initial, from: [], to: initialStatusId };
  await askValidators({ jira, issue: draft, transition, values: plan.values, caller: plan.creatorId, isNew: true });
  const who = { kind: 'account', accountId: plan.creatorId } as const;
  const fields = { ...plan.values, ...valuesByActions(initial, { who }) };
  const issue: Issue = { ...draft, id: jira.store.nextId('issue'), key: nextKey(plan.project), fields };
  jira.store.issues.set(issue.id, issue);
  jira.store.issueKeys.set(issue.key, issue.id);
  autowatch(jira.store, issue, plan.creatorId);
  const before = plan.clonedFrom?.fields.description;
  ringMentioned(jira, issue, { document: fields.description, before, from: plan.creatorId, via: 'description' });
  jira.tell(told(jira, issue, plan));
  return issue;
}

/** The issue before its fields are set: the rules are told of them as of what the create changes. It has no id or key yet. */
function draftOf({ clock }: Jira, plan: NewIssue): Issue {
  const now = clock.now().toISOString();
  return {
    id: '',
    key: '',
    projectId: plan.project.id,
    issueTypeId: plan.type.id,
    creatorId: plan.creatorId,
    parentId: plan.parentId,
    created: now,
    updated: now,
    statusId: plan.workflow.initialStatusId,
    fields: {},
    properties: plan.properties,
    comments: [],
    histories: [],
    watchers: [],
  };
}

function told({ clock }: Jira, issue: Issue, { creatorId, clonedFrom }: NewIssue): IssueHappening {
  const created = happening('created', issue, creatorId, clock.now());
  return clonedFrom === undefined ? created : { ...created, clonedFrom: { id: clonedFrom.id, key: clonedFrom.key } };
}
