import * as v from 'valibot';
import { summaryOf } from '../issue-summary';
import type { Jira } from '../jira';
import type { Issue } from '../model/issue';
import { mayBrowse, send } from '../outbox';
import { browsedIssue, callerId } from '../permissions';
import { JiraError, NotModelled } from './errors';
import { noContent, type Operation, param, readWholeBody } from './operation';

const GroupSchema = v.looseObject({ name: v.optional(v.string()), groupId: v.nullish(v.string()) });

const RecipientsSchema = v.looseObject({
  users: v.optional(v.array(v.looseObject({ accountId: v.string() })), []),
  groups: v.optional(v.array(GroupSchema), []),
  groupIds: v.optional(v.array(v.string()), []),
  reporter: v.optional(v.boolean(), false),
  assignee: v.optional(v.boolean(), false),
  watchers: v.optional(v.boolean(), false),
  voters: v.optional(v.boolean(), false),
});

const BodySchema = v.object({
  subject: v.optional(v.string()),
  textBody: v.optional(v.string(), ''),
  htmlBody: v.optional(v.string(), ''),
  to: v.optional(RecipientsSchema, {}),
});

type Recipients = v.InferOutput<typeof RecipientsSchema>;

/** Jira's operation mails; here the mail lies in the outbox. */
export const notify: Operation = {
  operationId: 'notify',
  method: 'POST',
  path: '/issue/{issueIdOrKey}/notify',
  handle: (call) => {
    const { jira, store, who } = call;
    const issue = browsedIssue(store, who, param(call, 'issueIdOrKey'));
    const { subject, textBody, htmlBody, to } = readWholeBody(BodySchema, call);
    if (!jira.settings.outgoingMail) throw new JiraError(403, ['Outgoing emails are disabled.']);
    const from = callerId(who);
    // Nobody is mailed about what he does himself, nor about an issue that he may not see.
    const others = recipients(jira, issue, to).filter((accountId) => accountId !== from);
    if (others.length === 0) throw new JiraError(400, ['No recipients were defined for notification.']);
    const told = others.filter((accountId) => mayBrowse(jira, accountId, issue));
    if (told.length > 0) {
      send(jira, issue, {
        kind: 'email',
        subject: subject ?? `${issue.key} ${summaryOf(issue)}`,
        text: textBody,
        html: htmlBody,
        from,
        to: told,
        via: 'notify',
      });
    }
    return noContent();
  },
};

/** Account ids, each once. 400 for somebody or a group that does not exist, and for a person of the issue who is nobody. */
function recipients({ store }: Jira, issue: Issue, asked: Recipients): readonly string[] {
  if (asked.voters) throw new NotModelled("The embedded Jira does not model votes, so 'voters' cannot be notified.");
  const people = asked.users.map(({ accountId }) => {
    if (store.accounts.has(accountId)) return accountId;
    throw new JiraError(400, [`The user with account id '${accountId}' does not exist.`]);
  });
  const groups = [...asked.groups, ...asked.groupIds.map((groupId) => ({ groupId, name: undefined }))];
  const members = groups.flatMap(({ groupId, name }) => {
    const found = [...store.groups.values()].find((group) =>
      typeof groupId === 'string' ? group.groupId === groupId : group.name === name,
    );
    if (found === undefined) throw new JiraError(400, [`The group '${groupId ?? name ?? ''}' does not exist.`]);
    return found.members;
  });
  const reporter = asked.reporter ? [personOf(issue, 'reporter')] : [];
  const assignee = asked.assignee ? [personOf(issue, 'assignee')] : [];
  const watchers = asked.watchers ? issue.watchers : [];
  return [...new Set([...people, ...members, ...reporter, ...assignee, ...watchers])];
}

function personOf(issue: Issue, fieldId: 'reporter' | 'assignee'): string {
  const accountId = issue.fields[fieldId];
  if (typeof accountId === 'string') return accountId;
  throw new JiraError(400, [`The issue ${issue.key} has no ${fieldId} to be notified.`]);
}
