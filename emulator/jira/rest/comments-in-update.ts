import * as v from 'valibot';
import { adfText, isAdf } from '../adf';
import type { FieldChanges } from '../field-edit';
import { LONGEST_TEXT, TOO_LONG } from '../fields';
import type { Issue } from '../model/issue';
import { demand } from '../permissions';
import { fieldError, NotModelled } from './errors';
import type { Call } from './operation';

const AddedSchema = v.object({ add: v.object({ body: v.unknown() }) });

/** The bodies of the comments that an edit or a transition adds, each checked; 403 if the caller may not comment. */
export function commentsIn({ update }: FieldChanges, issue: Issue, { store, who }: Call): readonly unknown[] {
  const operations = update.comment ?? [];
  if (operations.length > 0) {
    demand(store, who, 'ADD_COMMENTS', issue, 'You do not have the permission to comment on this issue.');
  }
  return operations.map((operation) => {
    if (Object.keys(operation).some((verb) => verb !== 'add')) {
      throw new NotModelled('The embedded Jira only adds comments by an update yet.');
    }
    const parsed = v.safeParse(AddedSchema, operation);
    return commentBody(parsed.success ? parsed.output.add.body : undefined);
  });
}

/** A comment's body: a document with words in it. */
export function commentBody(body: unknown): unknown {
  if (!isAdf(body)) throw fieldError('comment', 'Comment body is not valid!');
  if (adfText(body).trim() === '' && !JSON.stringify(body).includes('"attrs"')) {
    throw fieldError('comment', 'Comment body can not be empty!');
  }
  if (adfText(body).length > LONGEST_TEXT) throw fieldError('comment', TOO_LONG);
  return body;
}
