import type { Attachment } from '../model/attachment';
import type { Issue } from '../model/issue';
import { mayOnIssue } from '../permissions';
import { known } from '../store';
import { JiraError } from './errors';
import { type Call, param } from './operation';

/** The attachment that the path names, and its issue: 404, in the same words, where the caller may not see it. */
export function attachmentOf(call: Call): { readonly attachment: Attachment; readonly issue: Issue } {
  const { store, who } = call;
  const id = param(call, 'id');
  const attachment = store.attachments.get(id);
  const issue = attachment && known(store.issues, attachment.issueId);
  if (attachment === undefined || issue === undefined || !mayOnIssue(store, who, 'BROWSE_PROJECTS', issue)) {
    throw new JiraError(404, [`The attachment with id '${id}' does not exist`]);
  }
  return { attachment, issue };
}
