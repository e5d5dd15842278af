import { route } from '@forge/api';
import * as v from 'valibot';
import type { Groups, People } from '../../application/ports';
import { getJson } from './request';

const GroupShape = v.object({ name: v.string(), groupId: v.string() });

const MyselfShape = v.object({ groups: v.object({ items: v.array(GroupShape) }) });

export const jiraPeople: People = {
  async myGroups() {
    const myself = await getJson('person', route`/rest/api/3/myself?expand=${'groups'}`, MyselfShape);
    return myself.groups.items;
  },
};

const FoundGroupsShape = v.object({ groups: v.array(GroupShape) });

/** The picker finds a group by its exact name without the right to browse all groups. */
export const jiraGroups: Groups = {
  async idOf(groupName) {
    const path = route`/rest/api/3/groups/picker?query=${groupName}&maxResults=${50}`;
    const found = await getJson('app', path, FoundGroupsShape);
    return found.groups.find((group) => group.name === groupName)?.groupId ?? null;
  },
};
