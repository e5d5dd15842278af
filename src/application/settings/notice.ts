import type { AccountId, IssueId } from '../../domain/ids';
import type { PolicyGroup } from '../../domain/policy';
import { type Message, type Ports, type Recipient, RefusedByJira } from '../ports';
import { recipientsOfGroup } from '../recipients';
import { link, paragraph } from '../text';
import { noticeIssue } from './notice-issue';

export interface Notice extends Message {
  /** The same for the same notice, however often it is tried: its comment is found again by this. */
  readonly effectId: string;
  readonly groups: readonly PolicyGroup[];
  /** Told where nobody is found in the groups. */
  readonly otherwise: readonly AccountId[];
}

/**
 * Tells people something about a project's settings: by an e-mail about one issue of the project that is kept for this,
 * since Jira sends e-mails about issues only, and by a comment there. Throws where Jira does not take the e-mail. Tried
 * again, it sends the e-mail again and writes no second comment.
 */
export async function giveNotice(ports: Ports, projectId: string, notice: Notice): Promise<void> {
  const { groups, otherwise, subject, text } = notice;
  const found = (await Promise.all(groups.map((group) => recipientsOfGroup(ports, { projectId }, group)))).flat();
  const people = found.length > 0 ? [] : otherwise;
  const recipients: readonly Recipient[] = [
    ...found,
    ...people.map((id) => ({ kind: 'person' as const, accountId: id })),
  ];
  if (recipients.length === 0) throw new Error(`Nobody of project ${projectId} can be told.`);
  const { deeds } = ports;
  const issueId = await noticeIssue(ports, projectId);
  const open = paragraph(
    link('Open the notices of this project', `${await deeds.siteUrl()}/browse/${await deeds.keyOf(issueId)}`),
  );
  await deeds.email(issueId, { subject, text: [...text, open] }, recipients);
  await comment(ports, projectId, issueId, notice, people);
}

/** Beside the e-mail, which is the notice: where the project lets the app write no comment, that is not tried for ever. */
async function comment(
  { deeds, groups: jiraGroups }: Ports,
  projectId: string,
  issueId: IssueId,
  { effectId, groups, text }: Notice,
  people: readonly AccountId[],
): Promise<void> {
  if ((await deeds.commentsOf(issueId, effectId)).length > 0) return;
  const members = await Promise.all(groups.map((group) => jiraGroups.membersOf(group, projectId)));
  try {
    await deeds.comment(issueId, effectId, text, [...new Set([...members.flat(), ...people])]);
  } catch (failure) {
    if (!(failure instanceof RefusedByJira)) throw failure;
    console.warn(`Project ${projectId} takes no comment about its settings.`, failure);
  }
}
