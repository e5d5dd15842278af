import Heading from '@atlaskit/heading';
import Tag from '@atlaskit/tag';
import type { ReactNode } from 'react';
import type { Issue } from '../../api/issue-shape';
import { DayText, MomentText } from '../moment-text';
import { PersonName } from '../people/person-name';
import { customDetails } from './custom-details';
import { ChoiceDetail, PersonDetail } from './editable-detail';
import { FieldDetail } from './field-detail';
import { StatusLozenge } from './status-lozenge';

/** The fields beside the issue. What may be edited turns into an input in place. */
export function Details({ issue: { key, fields, names } }: { readonly issue: Issue }) {
  return (
    <section className="details">
      <Heading size="xsmall" as="h2">
        Details
      </Heading>
      <dl>
        <Detail label="Status">
          <StatusLozenge status={fields.status} />
        </Detail>
        <Detail label="Assignee">
          <PersonDetail issueKey={key} fieldId="assignee" person={fields.assignee} nobody="Unassigned" />
        </Detail>
        <Detail label="Reporter">
          <PersonDetail issueKey={key} fieldId="reporter" person={fields.reporter} nobody="None" />
        </Detail>
        <Detail label="Creator">
          <PersonName person={fields.creator} nobody="None" />
        </Detail>
        {customDetails(fields, names).map(({ fieldId, label, chosen, text }) => (
          <Detail key={fieldId} label={label}>
            <ChoiceDetail fieldId={fieldId} label={label} chosen={chosen}>
              {text}
            </ChoiceDetail>
          </Detail>
        ))}
        <Detail label="Priority">
          <ChoiceDetail fieldId="priority" label="Priority" chosen={fields.priority?.id ?? null}>
            {fields.priority?.name ?? 'None'}
          </ChoiceDetail>
        </Detail>
        <Detail label="Labels">
          <FieldDetail fieldId="labels" label="Labels" json={fields.labels}>
            <Labels labels={fields.labels ?? []} />
          </FieldDetail>
        </Detail>
        <Detail label="Due date">
          <FieldDetail fieldId="duedate" label="Due date" json={fields.duedate}>
            {fields.duedate ? <DayText day={fields.duedate} /> : <span className="subtlest">None</span>}
          </FieldDetail>
        </Detail>
        <Detail label="Created">
          <MomentText at={fields.created} />
        </Detail>
        <Detail label="Updated">
          <MomentText at={fields.updated} />
        </Detail>
      </dl>
    </section>
  );
}

function Detail({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="detail">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Labels({ labels }: { readonly labels: readonly string[] }) {
  if (labels.length === 0) return <span className="subtlest">None</span>;
  return labels.map((label) => <Tag key={label} text={label} isRemovable={false} />);
}
