import * as v from 'valibot';
import { mayOnIssue } from '../permissions';
import { issueByIdOrKey } from '../store';
import { NotModelled } from './errors';
import { issueJson } from './get-issue';
import { type Operation, readWholeBody } from './operation';

const EXPANDS = ['names', 'schema', 'changelog', 'editmeta', 'transitions'];

const BodySchema = v.object({
  issueIdsOrKeys: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(100)),
  fields: v.optional(v.array(v.string()), ['*navigable']),
  properties: v.optional(v.pipe(v.array(v.string()), v.maxLength(5)), []),
  expand: v.optional(v.array(v.string()), []),
});

/** In ascending order of ids; what does not exist or may not be seen is left out without a word. */
export const bulkFetchIssues: Operation = {
  operationId: 'bulkFetchIssues',
  method: 'POST',
  path: '/issue/bulkfetch',
  handle: (call) => {
    const { store, who } = call;
    const { issueIdsOrKeys, ...wanted } = readWholeBody(BodySchema, call);
    const strange = wanted.expand.find((part) => !EXPANDS.includes(part));
    if (strange !== undefined) throw new NotModelled(`The embedded Jira does not model expand=${strange} here yet.`);
    const found = new Set(issueIdsOrKeys.map((idOrKey) => issueByIdOrKey(store, idOrKey)));
    const issues = [...found]
      .filter((issue) => issue !== undefined)
      .filter((issue) => mayOnIssue(store, who, 'BROWSE_PROJECTS', issue))
      .sort((a, b) => Number(a.id) - Number(b.id));
    return Response.json({ issues: issues.map((issue) => issueJson(call, issue, wanted)), issueErrors: [] });
  },
};
