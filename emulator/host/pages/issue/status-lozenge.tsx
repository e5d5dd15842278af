import Lozenge from '@atlaskit/lozenge';
import type { Status } from '../../api/issue-shape';

export type StatusTone = 'default' | 'inprogress' | 'success';

/** Jira colours a status by its category: to do, in progress, done. */
export function statusTone({ statusCategory }: Status): StatusTone {
  switch (statusCategory.key) {
    case 'done':
      return 'success';
    case 'indeterminate':
      return 'inprogress';
    default:
      return 'default';
  }
}

export function StatusLozenge({ status }: { readonly status: Status }) {
  return <Lozenge appearance={statusTone(status)}>{status.name}</Lozenge>;
}
