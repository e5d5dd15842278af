import Heading from '@atlaskit/heading';
import type { LinkedIssue } from '../../api/issue-shape';
import { SiteLink } from '../site-link';
import { StatusLozenge } from './status-lozenge';
import { WorkTypeIcon } from './work-type-icon';

export function SubtaskList({ subtasks }: { readonly subtasks: readonly LinkedIssue[] }) {
  if (subtasks.length === 0) return null;
  return (
    <section aria-label="Subtasks">
      <Heading size="xsmall" as="h2">
        Subtasks
      </Heading>
      <ul className="linked-issues">
        {subtasks.map(({ id, key, fields }) => (
          <li key={id}>
            <WorkTypeIcon workType={fields.issuetype} label={fields.issuetype.name} />
            <SiteLink href={`/browse/${key}`}>{key}</SiteLink>
            <span className="linked-summary">{fields.summary}</span>
            <StatusLozenge status={fields.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
