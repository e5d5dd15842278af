/**
 * What the app's own account needs: Jira's key and name of each permission, where it is granted, and what does not work
 * without it. `onlyForRoles`: where the settings name roles of the project.
 */
export const NEEDED_PERMISSIONS: readonly NeededPermission[] = [
  needed('BROWSE_PROJECTS', 'Browse Projects', 'every gate stays closed, because the app cannot see the issues'),
  needed('EDIT_ISSUES', 'Edit Issues', 'labels and the flag are not set'),
  needed('ADD_COMMENTS', 'Add Comments', 'nobody is told by comments'),
  needed('DELETE_OWN_COMMENTS', 'Delete Own Comments', 'a comment that was made twice stays'),
  needed('CREATE_ISSUES', 'Create Issues', 'the subtasks of the follow-up are not made'),
  needed('ASSIGN_ISSUES', 'Assign Issues', 'the subtasks of the follow-up belong to nobody'),
  needed('SCHEDULE_ISSUES', 'Schedule Issues', 'the subtasks of the follow-up get no due date'),
  needed('TRANSITION_ISSUES', 'Transition Issues', 'subtasks stay open when what they ask for is done'),
  {
    ...needed('ADMINISTER_PROJECTS', 'Administer Projects', 'the app cannot see who has a role of the project'),
    onlyForRoles: true,
  },
  {
    ...needed('USER_PICKER', 'Browse users and groups', 'the app cannot see who belongs to a group'),
    scope: 'site',
  },
];

interface NeededPermission {
  readonly key: string;
  readonly name: string;
  readonly without: string;
  readonly scope: 'project' | 'site';
  readonly onlyForRoles: boolean;
}

function needed(key: string, name: string, without: string): NeededPermission {
  return { key, name, without, scope: 'project', onlyForRoles: false };
}
