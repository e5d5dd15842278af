import * as v from 'valibot';
import type { Issue } from '../../api/issue-shape';
import { PersonSchema } from '../../api/issue-shape';
import { fieldText } from '../fields/field-text';
import { StatusLozenge } from '../issue/status-lozenge';
import { WorkTypeIcon } from '../issue/work-type-icon';
import { MomentText } from '../moment-text';
import { PersonName } from '../people/person-name';
import { SiteLink } from '../site-link';

interface IssueCellProps {
  readonly issue: Issue;
  readonly columnId: string;
}

const NOBODY: Readonly<Record<string, string>> = { assignee: 'Unassigned', reporter: 'None', creator: 'None' };
const MOMENTS = new Set(['created', 'updated', 'resolutiondate', 'statuscategorychangedate', 'lastViewed']);

/** What an issue has to say in one column. */
export function IssueCell({ issue: { key, fields }, columnId }: IssueCellProps) {
  const href = `/browse/${key}`;
  const json = columnId === 'issuekey' ? key : fields[columnId];
  switch (columnId) {
    case 'issuetype':
      return (
        <span className="person">
          <WorkTypeIcon workType={fields.issuetype} />
          <span>{fields.issuetype.name}</span>
        </span>
      );
    case 'issuekey':
      return <SiteLink href={href}>{key}</SiteLink>;
    case 'summary':
      return <SiteLink href={href}>{fields.summary}</SiteLink>;
    case 'status':
      return <StatusLozenge status={fields.status} />;
    case 'parent':
      return fields.parent ? <SiteLink href={`/browse/${fields.parent.key}`}>{fields.parent.key}</SiteLink> : null;
  }
  if (MOMENTS.has(columnId) && typeof json === 'string') return <MomentText at={json} precision="day" />;
  if (Object.hasOwn(NOBODY, columnId) || v.is(PersonSchema, json)) {
    return <PersonName person={v.is(PersonSchema, json) ? json : null} nobody={NOBODY[columnId] ?? 'None'} />;
  }
  return <span className="cell-text">{fieldText(json)}</span>;
}
