import { mayInProject, mayOnIssue } from '../permissions';
import type { Asking } from './asking';

/**
 * Whether the caller may see the issue at a slot. Where the permission is a matter of the project alone, each project is
 * asked once, so that 100,000 issues take milliseconds.
 */
export function browseFilter({ store, who, indexed }: Asking): (slot: number) => boolean {
  const project = indexed.columns.terms('project', ({ projectId }) => [projectId]);
  const answer = project.map(([id = '']) => {
    const record = store.projects.get(id);
    if (record === undefined || !mayInProject(store, who, 'BROWSE_PROJECTS', record)) return 'no';
    const holders = record.permissions.BROWSE_PROJECTS ?? [];
    return holders.some((holder) => 'dynamic' in holder && ['reporter', 'assignee'].includes(holder.dynamic))
      ? 'ask'
      : 'yes';
  });
  return (slot) => {
    const issue = indexed.issues[slot];
    if (issue === undefined) return false;
    const known = answer(slot);
    return known === 'yes' || (known === 'ask' && mayOnIssue(store, who, 'BROWSE_PROJECTS', issue));
  };
}
