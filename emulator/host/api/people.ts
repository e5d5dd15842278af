import * as v from 'valibot';
import { call } from './call';
import { PersonSchema, type Person } from './issue-shape';
import type { Reply } from './reply';

const PeopleSchema = v.array(PersonSchema);

/** Who may be assigned: to an issue that is there, or to one that a project will get. */
export const findAssignable = (
  where: { readonly issueKey: string } | { readonly project: string },
  query: string,
): Promise<Reply<readonly Person[]>> =>
  call(PeopleSchema, '/rest/api/3/user/assignable/search', { query: { ...where, query, maxResults: 50 } });

/** People of the site by name. */
export const findPeople = (query: string): Promise<Reply<readonly Person[]>> =>
  call(PeopleSchema, '/rest/api/3/user/search', { query: { query, maxResults: 20 } });
