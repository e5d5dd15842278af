import { route } from '@forge/api';
import * as v from 'valibot';
import type { IssueId } from '../../domain/ids';
import { getJson, JiraFailure } from './request';

/**
 * The property by which what the app made is found again. Anybody who may edit could forge it, so it counts only on
 * what the app's own account has made.
 */
const EFFECT_PROPERTY = 'emergency-change-effect';

export const effectProperty = (effectId: string) => ({ key: EFFECT_PROPERTY, value: { effectId } });

const AuthorShape = v.nullish(v.object({ accountId: v.string() }));
const CommentsShape = v.object({ comments: v.array(v.object({ id: v.string(), author: AuthorShape })) });
const MarkShape = v.object({ value: v.object({ effectId: v.string() }) });

/** The newest comments are enough: whoever looks does so minutes after another worker may have written. */
const NEWEST = 50;

export async function commentsWithMark(issueId: string, effectId: string): Promise<readonly string[]> {
  const path = route`/rest/api/3/issue/${issueId}/comment?orderBy=${'-created'}&maxResults=${NEWEST}`;
  const [{ comments }, me] = await Promise.all([getJson('app', path, CommentsShape), myAccount()]);
  const mine = comments.filter(({ author }) => author?.accountId === me);
  const marked: string[] = [];
  for (const { id } of mine) {
    const mark = await unlessMissing(() =>
      getJson('app', route`/rest/api/3/comment/${id}/properties/${EFFECT_PROPERTY}`, MarkShape),
    );
    if (mark?.value.effectId === effectId) marked.push(id);
  }
  return marked;
}

const FamilyShape = v.object({ fields: v.object({ subtasks: v.array(v.object({ id: v.string() })) }) });
const CreatorShape = v.object({
  fields: v.object({ creator: AuthorShape }),
  properties: v.optional(v.record(v.string(), v.unknown()), {}),
});

/** The parent's list of subtasks is strictly consistent, unlike a search. */
export async function subtasksWithMark(issueId: IssueId, effectId: string): Promise<readonly string[]> {
  const [family, me] = await Promise.all([
    getJson('app', route`/rest/api/3/issue/${issueId}?fields=${'subtasks'}`, FamilyShape),
    myAccount(),
  ]);
  const marked: string[] = [];
  for (const { id } of family.fields.subtasks) {
    const path = route`/rest/api/3/issue/${id}?fields=${'creator'}&properties=${EFFECT_PROPERTY}`;
    const subtask = await unlessMissing(() => getJson('app', path, CreatorShape));
    const mark = v.safeParse(v.object({ effectId: v.literal(effectId) }), subtask?.properties[EFFECT_PROPERTY]);
    if (subtask?.fields.creator?.accountId === me && mark.success) marked.push(id);
  }
  return marked;
}

const myAccount = async (): Promise<string> =>
  (await getJson('app', route`/rest/api/3/myself`, v.object({ accountId: v.string() }))).accountId;

async function unlessMissing<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof JiraFailure && failure.status === 404) return undefined;
    throw failure;
  }
}
