import { projectJson } from './issue-json';
import type { Jira } from './jira';
import type { Project } from './model/site';
import type { ProjectHappening } from '../seams';

export function tellOfProject(jira: Jira, kind: ProjectHappening['kind'], project: Project, accountId: string): void {
  jira.tellOfProject({ kind, accountId, at: jira.clock.now(), project: projectJson(project, jira.baseUrl()) });
}

/**
 * Takes a project and all its issues out of the store. Nobody is told of the issues:
 * https://developer.atlassian.com/platform/forge/events/#handling-cascading-events-in-jira
 */
export function removeProject(jira: Jira, project: Project, accountId: string): void {
  const { store } = jira;
  const gone = new Set([...store.issues.values()].filter((one) => one.projectId === project.id).map(({ id }) => id));
  for (const id of gone) store.issues.delete(id);
  for (const [key, id] of store.issueKeys) if (gone.has(id)) store.issueKeys.delete(key);
  for (const { id, issueId } of store.attachments.values()) if (gone.has(issueId)) store.attachments.delete(id);
  for (const { id, issueId } of store.remoteLinks.values()) if (gone.has(issueId)) store.remoteLinks.delete(id);
  for (const { id, inwardIssueId, outwardIssueId } of store.issueLinks.values()) {
    if (gone.has(inwardIssueId) || gone.has(outwardIssueId)) store.issueLinks.delete(id);
  }
  for (const { id, projectId } of store.components.values()) if (projectId === project.id) store.components.delete(id);
  store.projects.delete(project.id);
  tellOfProject(jira, 'deleted', project, accountId);
}
