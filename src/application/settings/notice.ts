import * as v from 'valibot';
import { type AccountId, IssueIdSchema, type IssueId } from '../../domain/ids';
import type { PolicyGroup } from '../../domain/policy';
import type { Message, Ports } from '../ports';
import { recipientsOfGroup } from '../recipients';
import { link, paragraph } from '../text';

/**
 * Tells people something about a project's settings: a comment on one issue of the project that is kept for this, and
 * an e-mail about it, since Jira sends e-mails about issues only. Throws where Jira does not take the e-mail.
 */
export async function giveNotice(
  ports: Ports,
  projectId: string,
  { subject, text }: Message,
  to: { readonly groups: readonly PolicyGroup[]; readonly people: readonly AccountId[] },
): Promise<void> {
  const { deeds } = ports;
  const issueId = await noticeIssue(ports, projectId);
  const found = await Promise.all(to.groups.map((group) => recipientsOfGroup(ports, { projectId }, group)));
  const recipients = [...found.flat(), ...to.people.map((accountId) => ({ kind: 'person' as const, accountId }))];
  if (recipients.length === 0) throw new Error(`Nobody of project ${projectId} can be told.`);
  const open = paragraph(
    link('Open the notices of this project', `${await deeds.siteUrl()}/browse/${await deeds.keyOf(issueId)}`),
  );
  await deeds.email(issueId, { subject, text: [...text, open] }, recipients);
  const mentioned = await Promise.all(to.groups.map((group) => ports.groups.membersOf(group, projectId)));
  await deeds.comment(issueId, ports.ids.commandId(), text, [...new Set([...mentioned.flat(), ...to.people])]);
}

/** The issue for the notices of a project; made anew where it was deleted. */
async function noticeIssue({ settings, issues, deeds }: Ports, projectId: string): Promise<IssueId> {
  const known = await settings.noticeIssue(projectId);
  if (known !== undefined && (await issues.asApp(known)) !== undefined) return v.parse(IssueIdSchema, known);
  const made = await deeds.createNoticeIssue(projectId, 'Emergency change: notices to administrators and approvers', [
    paragraph(
      'The Emergency Change app writes here what has to be known about the rules of this project: settings that are about to ask less, and findings of the daily set-up check. Keep this issue; its history is evidence.',
    ),
  ]);
  await settings.rememberNoticeIssue(projectId, made);
  return v.parse(IssueIdSchema, made);
}
