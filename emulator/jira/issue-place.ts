import type { ChangeItem } from '../seams';
import { systemItem } from './history-item';
import type { Issue } from './model/issue';
import type { Project } from './model/site';
import { type JiraStore, known } from './store';

/** Where an issue belongs. */
export interface Place {
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly parentId: string | null;
}

/** The next key of a project, which no other issue ever gets. */
export function nextKey(project: Project): string {
  project.lastIssueNumber += 1;
  return `${project.key}-${project.lastIssueNumber}`;
}

/** Puts an issue in its new place; a new project gives it a new key, and the old one finds it still. What its history says. */
export function takePlace(store: JiraStore, issue: Issue, place: Place): readonly ChangeItem[] {
  const from = known(store.projects, issue.projectId);
  const to = known(store.projects, place.projectId);
  const typeName = (id: string) => known(store.issueTypes, id).name;
  const parentKey = (id: string | null) => (id === null ? null : (store.issues.get(id)?.key ?? null));
  const items: ChangeItem[] = [];
  if (from.id !== to.id) {
    const key = nextKey(to);
    items.push(
      systemItem('project', [from.id, from.name], [to.id, to.name]),
      systemItem('Key', [null, issue.key], [null, key]),
    );
    store.issues.change(issue, { projectId: to.id, key });
    store.issueKeys.set(key, issue.id);
  }
  if (issue.issueTypeId !== place.issueTypeId) {
    const { issueTypeId: before } = issue;
    items.push(systemItem('issuetype', [before, typeName(before)], [place.issueTypeId, typeName(place.issueTypeId)]));
    store.issues.change(issue, { issueTypeId: place.issueTypeId });
  }
  if (issue.parentId !== place.parentId) {
    const { parentId: before } = issue;
    items.push(
      systemItem('IssueParentAssociation', [before, parentKey(before)], [place.parentId, parentKey(place.parentId)]),
    );
    store.issues.change(issue, { parentId: place.parentId });
  }
  return items;
}
