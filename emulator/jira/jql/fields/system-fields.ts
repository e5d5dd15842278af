import { adfText } from '../../adf';
import type { Issue } from '../../model/issue';
import { dayField, momentField } from './date-fields';
import { keyField, linkField, parentField } from './issue-fields';
import type { JqlField } from './jql-field';
import { creatorField, personField, watcherField } from './people-fields';
import {
  componentField,
  issueTypeField,
  labelsField,
  priorityField,
  projectField,
  resolutionField,
  statusCategoryField,
  statusField,
} from './record-fields';
import { textField } from './text-field';

const summary = {
  column: 'summary',
  textOf: ({ fields }: Issue) => (typeof fields.summary === 'string' ? fields.summary : ''),
};
const description = { column: 'description', textOf: ({ fields }: Issue) => adfText(fields.description) };
const comment = {
  column: 'comment',
  textOf: ({ comments }: Issue) => comments.map(({ body }) => adfText(body)).join('\n'),
};

const created = momentField('created', (issue) => issue.created, false);
const updated = momentField('updated', (issue) => issue.updated, false);
const resolved = momentField('resolutiondate', ({ fields }) => fields.resolutiondate);
const due = dayField('duedate', ({ fields }) => fields.duedate);

/** The fields of Jira itself by their names in JQL, in small letters: https://support.atlassian.com/jira-software-cloud/docs/jql-fields/ */
export const SYSTEM_FIELDS: Readonly<Record<string, JqlField>> = {
  key: keyField,
  issuekey: keyField,
  id: keyField,
  issue: keyField,
  workitem: keyField,
  parent: parentField,
  issuelink: linkField,
  project: projectField,
  space: projectField,
  issuetype: issueTypeField,
  type: issueTypeField,
  worktype: issueTypeField,
  status: statusField,
  statuscategory: statusCategoryField,
  priority: priorityField,
  resolution: resolutionField,
  component: componentField,
  labels: labelsField('labels'),
  reporter: personField('reporter', true),
  assignee: personField('assignee', true),
  creator: creatorField,
  watcher: watcherField,
  summary: textField({ parts: [summary], sortable: true, supportsEmpty: false }),
  description: textField({ parts: [description], sortable: true, supportsEmpty: true }),
  comment: textField({ parts: [comment], sortable: false, supportsEmpty: false }),
  text: textField({ parts: [summary, description, comment], sortable: false, supportsEmpty: false }),
  created,
  createddate: created,
  updated,
  updateddate: updated,
  resolved,
  resolutiondate: resolved,
  due,
  duedate: due,
};

/** Fields that Jira has and this has not. */
export const NOT_MODELLED: ReadonlySet<string> = new Set(
  `affectedversion approvals attachments category environment fixversion hierarchylevel issuelinktype lastviewed level
  organizations originalestimate parentproject rank remainingestimate sprint statuscategorychangeddate subtasks team
  timeestimate timeoriginalestimate timespent voter votes watchers workitemtype worklogauthor worklogcomment worklogdate
  workratio issue.property project.property`.split(/\s+/),
);
