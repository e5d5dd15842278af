import { route } from '@forge/api';
import * as v from 'valibot';
import type { People } from '../../application/ports';
import { getJson, unlessRefused } from './request';

const GroupShape = v.pipe(
  v.object({ name: v.string(), groupId: v.string() }),
  v.transform(({ name, groupId }) => ({ kind: 'group' as const, groupId, name })),
);

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
