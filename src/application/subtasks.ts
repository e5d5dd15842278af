import type { Change } from '../domain/change';
import { firstEntry } from '../domain/change';
import type { AccountId } from '../domain/ids';
import type { FollowUp } from '../domain/policy';
import { capital } from '../domain/words';
import { followUpTitle } from './messages';
import { dayInZone } from './moment-words';
import type { IssueReading, NewSubtask } from './ports';
import { postMortemTemplate } from './post-mortem-template';
import { link, paragraph, type Text } from './text';

/** The subtask that the app creates for a follow-up. */
export function subtaskFor(
  followUp: FollowUp,
  effectId: string,
  change: Change,
  reading: IssueReading,
  siteUrl: string,
): NewSubtask {
  const obligation = change.obligations.find(({ id }) => id === followUp);
  if (obligation === undefined) throw new Error(`The follow-up ${followUp} of issue ${change.issueId} did not begin.`);
  return {
    parent: reading,
    effectId,
    followUp,
    summary: subtaskSummary(followUp, change),
    description: descriptionOf(followUp, change, reading, siteUrl),
    dueDate: dayInZone(obligation.due, change),
    assignee: assigneeOf(followUp, change, reading),
  };
}

export const subtaskSummary = (followUp: FollowUp, change: Change): string =>
  `${capital(followUpTitle(followUp))} of emergency change ${change.number ?? ''}`.trim();

function assigneeOf(followUp: FollowUp, change: Change, reading: IssueReading): AccountId | null {
  switch (change.policy.content.assignees[followUp]) {
    case 'reporter':
      return reading.reporter;
    case 'assignee':
      return reading.assignee;
    case 'deployer':
      return firstEntry(change)?.move.by ?? reading.assignee;
    case 'nobody':
      return null;
  }
}

function descriptionOf(followUp: FollowUp, change: Change, reading: IssueReading, siteUrl: string): Text {
  const issue = link(reading.issueKey, `${siteUrl}/browse/${reading.issueKey}`);
  switch (followUp) {
    case 'post-mortem':
      return postMortemTemplate(change, reading, issue);
    case 'change-documentation':
      return [
        paragraph('Write the standard change documentation for ', issue, ' as for any ordinary change.'),
        paragraph(
          'When it is there, add its link in the "Emergency change" panel of the issue. That closes this subtask.',
        ),
      ];
    case 'pull-request':
      return [
        paragraph('Complete the pull request for ', issue, ': review, tests and merge as for any ordinary change.'),
        paragraph(
          'When it is there, add its link in the "Emergency change" panel of the issue. That closes this subtask.',
        ),
      ];
  }
}
