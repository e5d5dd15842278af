import type { Issue } from '../../api/issue-shape';
import { StatusLozenge } from '../issue/status-lozenge';
import { WorkTypeIcon } from '../issue/work-type-icon';
import { MomentText } from '../moment-text';
import { PersonName } from '../people/person-name';
import { SiteLink } from '../site-link';

/** The list; on a narrow window a row becomes a card. */
export function IssueTable({ issues }: { readonly issues: readonly Issue[] }) {
  return (
    <table className="issues">
      <thead>
        <tr>
          <th scope="col">Work type</th>
          <th scope="col">Key</th>
          <th scope="col">Summary</th>
          <th scope="col">Status</th>
          <th scope="col">Reporter</th>
          <th scope="col">Assignee</th>
          <th scope="col">Created</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue) => (
          <IssueRow key={issue.id} issue={issue} />
        ))}
      </tbody>
    </table>
  );
}

function IssueRow({ issue: { key, fields } }: { readonly issue: Issue }) {
  const href = `/browse/${key}`;
  return (
    <tr>
      <td className="cell-type">
        <span className="person">
          <WorkTypeIcon workType={fields.issuetype} />
          <span>{fields.issuetype.name}</span>
        </span>
      </td>
      <td className="cell-key">
        <SiteLink href={href}>{key}</SiteLink>
      </td>
      <td className="cell-summary">
        <SiteLink href={href}>{fields.summary}</SiteLink>
      </td>
      <td className="cell-status">
        <StatusLozenge status={fields.status} />
      </td>
      <td className="cell-person">
        <PersonName person={fields.reporter} nobody="None" />
      </td>
      <td className="cell-person">
        <PersonName person={fields.assignee} nobody="Unassigned" />
      </td>
      <td className="cell-created">
        <MomentText at={fields.created} precision="day" />
      </td>
    </tr>
  );
}
