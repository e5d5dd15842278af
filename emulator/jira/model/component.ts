export interface Component {
  readonly id: string;
  readonly projectId: string;
  name: string;
  description: string;
  /** An account id. */
  leadAccountId: string | null;
  assigneeType: 'PROJECT_DEFAULT' | 'COMPONENT_LEAD' | 'PROJECT_LEAD' | 'UNASSIGNED';
}
