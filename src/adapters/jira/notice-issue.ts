import { route } from '@forge/api';
import * as v from 'valibot';
import { RefusedByJira } from '../../application/ports';
import type { Text } from '../../application/text';
import { adfOf } from './render-text';
import { getJson, postJson } from './request';

const TypesShape = v.object({
  issueTypes: v.array(v.object({ id: v.string(), name: v.string(), subtask: v.boolean() })),
});
const IdShape = v.object({ id: v.string() });

/** By which they are found again; it counts only on what the app's own account has made. */
const LABEL = 'emergency-change-notices';

const FoundShape = v.object({ issues: v.array(v.object({ id: v.string() })) });

export async function noticeIssues(projectId: string): Promise<readonly string[]> {
  const jql = `project = ${Number(projectId)} AND labels = "${LABEL}" AND creator = currentUser() ORDER BY created ASC`;
  const body = { jql, fields: ['id'], maxResults: 50 };
  return (await postJson('app', route`/rest/api/3/search/jql`, body, FoundShape)).issues.map(({ id }) => id);
}

/** Of the work type Task where the project has one, because every type may be one of emergency changes. */
export async function createNoticeIssue(projectId: string, summary: string, description: Text): Promise<string> {
  const { issueTypes } = await getJson('app', route`/rest/api/3/issue/createmeta/${projectId}/issuetypes`, TypesShape);
  const ordinary = issueTypes.filter(({ subtask, name }) => !subtask && name !== 'Epic');
  const type = ordinary.find(({ name }) => name === 'Task') ?? ordinary[0];
  if (type === undefined) throw new RefusedByJira('The project has no work type in which a notice could be given.');
  const fields = {
    project: { id: projectId },
    issuetype: { id: type.id },
    summary,
    description: adfOf(description),
    labels: [LABEL],
  };
  return (await postJson('app', route`/rest/api/3/issue`, { fields }, IdShape)).id;
}
