import type { ReactNode } from 'react';
import type { LinkedIssue } from '../../api/issue-shape';
import { SiteLink } from '../site-link';
import { StatusLozenge } from './status-lozenge';
import { WorkTypeIcon } from './work-type-icon';

interface LinkedIssueRowProps {
  readonly issue: LinkedIssue;
  /** What can be done with it. */
  readonly children?: ReactNode;
}

/** Another issue, in one line. */
export const LinkedIssueRow = ({ issue: { key, fields }, children }: LinkedIssueRowProps) => (
  <li>
    <WorkTypeIcon workType={fields.issuetype} label={fields.issuetype.name} />
    <SiteLink href={`/browse/${key}`}>{key}</SiteLink>
    <span className="linked-summary">{fields.summary}</span>
    <StatusLozenge status={fields.status} />
    {children}
  </li>
);
