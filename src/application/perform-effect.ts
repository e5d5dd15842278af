import type { Change } from '../domain/change';
import type { EffectState } from '../domain/effect';
import type { FollowUp } from '../domain/policy';
import { subtaskId } from '../domain/intend';
import { commentFor, emailFor } from './messages';
import { type IssueReading, type Ports, RefusedByJira } from './ports';
import { peopleIn, recipientsOf } from './recipients';
import { subtaskFor } from './subtasks';

/** Does one effect in Jira. Answers with Jira's id of what it made, or null. */
export async function perform(
  ports: Ports,
  change: Change,
  reading: IssueReading,
  { id, action }: EffectState,
): Promise<string | null> {
  const { deeds } = ports;
  switch (action.kind) {
    case 'email':
      await deeds.email(
        change.issueId,
        emailFor(action.topic, change, reading, await deeds.siteUrl()),
        await recipientsOf(ports, change, reading, action.to),
      );
      return null;
    case 'comment':
      return deeds.comment(
        placeOf(change, action),
        id,
        commentFor(action.topic, change, reading),
        await peopleIn(ports, change, reading, action.to),
      );
    case 'subtask':
      return deeds.createSubtask(subtaskFor(action.followUp, id, change, reading, await deeds.siteUrl()));
    case 'close-subtask':
      await deeds.finish(subtaskOf(change, action.followUp));
      return null;
    case 'label':
      if (!reading.labels.includes(action.label)) await deeds.addLabel(change.issueId, action.label);
      return null;
    case 'flag':
      await deeds.flag(reading);
      return null;
  }
}

/** What an earlier worker, who is gone, has made for this effect; the rest of it, if it made several, is taken away. */
export async function adopted(ports: Ports, change: Change, effect: EffectState): Promise<string | undefined> {
  const [first, ...others] = await tracesOf(ports, change, effect);
  for (const other of others) await retire(ports, change, effect, other);
  return first;
}

async function tracesOf({ deeds }: Ports, change: Change, { id, action }: EffectState): Promise<readonly string[]> {
  switch (action.kind) {
    case 'comment':
      return deeds.commentsOf(placeOf(change, action), id);
    case 'subtask':
      return deeds.subtasksOf(change.issueId, id);
    case 'email':
    case 'close-subtask':
    case 'label':
    case 'flag':
      return [];
  }
}

/** Takes away what was made twice. False where there is nothing to take away. */
export async function retire(
  { deeds }: Ports,
  change: Change,
  { action }: EffectState,
  made: string,
): Promise<boolean> {
  if (action.kind === 'subtask') await retireIssue(deeds, made);
  else if (action.kind === 'comment') await deeds.deleteComment(placeOf(change, action), made);
  else return false;
  return true;
}

/** Where a project does not let the app delete, the issue that is one too many is closed. */
export async function retireIssue(deeds: Ports['deeds'], made: string): Promise<void> {
  try {
    await deeds.deleteIssue(made);
  } catch (failure) {
    if (!(failure instanceof RefusedByJira)) throw failure;
    await deeds.finish(made);
  }
}

type CommentAction = Extract<EffectState['action'], { kind: 'comment' }>;

/** Where a comment is written: on the subtask that wants a link, else on the issue. */
const placeOf = (change: Change, { topic }: CommentAction): string =>
  topic.kind === 'link-wanted' ? subtaskOf(change, topic.followUp) : change.issueId;

function subtaskOf(change: Change, followUp: FollowUp): string {
  const made = change.effects.find(({ id }) => id === subtaskId(followUp))?.result;
  if (made == null) throw new Error(`The subtask ${followUp} of issue ${change.issueId} was not made yet.`);
  return made;
}
