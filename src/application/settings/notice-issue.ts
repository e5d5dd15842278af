import * as v from 'valibot';
import { IssueIdSchema, type IssueId } from '../../domain/ids';
import { retireIssue } from '../perform-effect';
import type { Ports } from '../ports';
import { paragraph } from '../text';

/**
 * The issue for the notices of a project: one, whoever asks at the same moment, and another only where it was deleted.
 * One that was made by a worker who ended before he could keep its id is found and taken.
 */
export async function noticeIssue(ports: Ports, projectId: string): Promise<IssueId> {
  const { settings, issues, deeds } = ports;
  const known = await settings.noticeIssues(projectId);
  const last = known.at(-1);
  if (last !== undefined && (await issues.asApp(last)) !== undefined) return v.parse(IssueIdSchema, last);
  const left = (await deeds.noticeIssues(projectId)).find((issueId) => !known.includes(issueId));
  const mine = left ?? (await makeIssue(ports, projectId));
  const kept = await settings.keepNoticeIssue(projectId, known.length + 1, mine);
  if (kept !== mine) await retireIssue(deeds, mine);
  return v.parse(IssueIdSchema, kept);
}

const makeIssue = ({ deeds }: Ports, projectId: string): Promise<string> =>
  deeds.createNoticeIssue(projectId, 'Emergency change: notices to administrators and approvers', [
    paragraph(
      'The Emergency Change app writes here what has to be known about the rules of this project: settings that are about to ask less, and findings of the daily set-up check. Keep this issue; its history is evidence.',
    ),
  ]);
