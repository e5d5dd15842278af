import * as v from 'valibot';
import { addComment } from '../issue-comments';
import { linkIssues as link } from '../issue-links';
import type { Issue } from '../model/issue';
import type { IssueLinkType } from '../model/issue-link';
import { browsedIssue, callerId, demand, mayOnIssue } from '../permissions';
import { commentBody } from './comments-in-update';
import { JiraError } from './errors';
import { type Call, type Operation, readWholeBody } from './operation';

const IssueSchema = v.looseObject({ id: v.optional(v.string()), key: v.optional(v.string()) });

const BodySchema = v.object({
  type: v.looseObject({ id: v.optional(v.string()), name: v.optional(v.string()) }),
  inwardIssue: IssueSchema,
  outwardIssue: IssueSchema,
  comment: v.optional(v.object({ body: v.unknown() })),
});

/** A comment goes to the issue that the link starts from. */
export const linkIssues: Operation = {
  operationId: 'linkIssues',
  method: 'POST',
  path: '/issueLink',
  handle: (call) => {
    const { jira, store, who } = call;
    const asked = readWholeBody(BodySchema, call);
    const type = typeOf(call, asked.type);
    const [inward, outward] = [asked.inwardIssue, asked.outwardIssue].map((one) => issueOf(call, one));
    if (inward === undefined || outward === undefined) throw new JiraError(404, ['The issue was not found.']);
    if (!mayOnIssue(store, who, 'LINK_ISSUES', inward)) {
      throw new JiraError(404, ['No Link Issue Permission for issue ' + `'${inward.key}'`]);
    }
    if (inward.id === outward.id) throw new JiraError(400, ['You cannot link an issue to itself.']);
    const comment = asked.comment && commentBody(asked.comment.body);
    if (comment !== undefined) {
      demand(store, who, 'ADD_COMMENTS', inward, 'You do not have the permission to comment on this issue.');
    }
    link(jira, type, inward, outward, callerId(who));
    if (comment !== undefined) addComment(jira, inward, callerId(who), comment);
    return new Response(null, { status: 201 });
  },
};

function typeOf({ store }: Call, { id, name }: { id?: string | undefined; name?: string | undefined }): IssueLinkType {
  const found = [...store.issueLinkTypes.values()].find((type) =>
    id === undefined ? type.name === name : type.id === id,
  );
  if (found === undefined)
    throw new JiraError(404, [
      `No issue link type with ${id === undefined ? `name '${name ?? ''}'` : `id '${id}'`} found.`,
    ]);
  return found;
}

const issueOf = ({ store, who }: Call, { id, key }: v.InferOutput<typeof IssueSchema>): Issue =>
  browsedIssue(store, who, id ?? key ?? '');
