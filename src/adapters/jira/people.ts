import { route } from '@forge/api';
import * as v from 'valibot';
import type { Groups, People } from '../../application/ports';
import { type AccountId, AccountIdSchema } from '../../domain/ids';
import { getJson, JiraFailure } from './request';

const GroupShape = v.object({ name: v.string(), groupId: v.string() });

const MyselfShape = v.object({ groups: v.object({ items: v.array(GroupShape) }) });

export const jiraPeople: People = {
  async myGroups() {
    const myself = await getJson('person', route`/rest/api/3/myself?expand=${'groups'}`, MyselfShape);
    return myself.groups.items;
  },
  async groupsOf(accountId) {
    const path = route`/rest/api/3/user/groups?accountId=${accountId}`;
    return (await unlessRefused(() => getJson('app', path, v.array(GroupShape)))) ?? [];
  },
};

const FoundGroupsShape = v.object({ groups: v.array(GroupShape) });

const MembersShape = v.object({
  values: v.array(v.object({ accountId: AccountIdSchema, active: v.optional(v.boolean(), true) })),
});

/** As many people as a comment can name and still be read. */
const MOST_MENTIONED = 50;

/** The picker finds a group by its exact name without the right to browse all groups. */
export const jiraGroups: Groups = {
  async idOf(groupName) {
    const path = route`/rest/api/3/groups/picker?query=${groupName}&maxResults=${50}`;
    const found = await getJson('app', path, FoundGroupsShape);
    return found.groups.find((group) => group.name === groupName)?.groupId ?? null;
  },
  async membersOf(groupId): Promise<readonly AccountId[]> {
    const path = route`/rest/api/3/group/member?groupId=${groupId}&maxResults=${MOST_MENTIONED}`;
    const members = await unlessRefused(() => getJson('app', path, MembersShape));
    return members?.values.filter(({ active }) => active).map(({ accountId }) => accountId) ?? [];
  },
};

/** The answer, or undefined where Jira says that the app may not ask or that there is no such thing. */
async function unlessRefused<Answer>(ask: () => Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof JiraFailure && [400, 401, 403, 404].includes(failure.status)) return undefined;
    throw failure;
  }
}
