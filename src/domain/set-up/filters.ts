/** A list that an auditor or a manager wants to have at hand. */
interface ComplianceList {
  readonly name: string;
  /** `FIELD` stands for the app's own field. */
  readonly jql: string;
  readonly what: string;
}

/** The searches that README.md lists, as far as they need no name or date: for a person and a month they take whoever looks, and this one. */
const LISTS: readonly ComplianceList[] = [
  { name: 'open', jql: 'FIELD.phase NOT IN ("completed", "cancelled")', what: 'Not completed and not cancelled.' },
  {
    name: 'awaiting the Engineering Lead',
    jql: 'FIELD.awaiting = "engineering-lead"',
    what: 'Waiting for the approval of an Engineering Lead.',
  },
  {
    name: 'awaiting the Security Team',
    jql: 'FIELD.awaiting = "security"',
    what: 'Waiting for the approval of the Security Team.',
  },
  {
    name: 'reported and not ratified',
    jql: 'FIELD.awaiting = "ratification"',
    what: 'Approved by word of mouth or in writing, and not ratified yet.',
  },
  {
    name: 'deployed without a post-mortem',
    jql: 'FIELD.phase = "deployed" AND FIELD.postMortem IN ("open", "overdue")',
    what: 'Deployed, and the post-mortem is not complete.',
  },
  {
    name: 'due in the next business day',
    jql: 'FIELD.dueState = "due-soon"',
    what: 'Something of the follow-up is due in the next business day.',
  },
  { name: 'overdue', jql: 'FIELD.dueState = "overdue"', what: 'Something of the follow-up is past its due time.' },
  {
    name: 'deployed past the gate',
    jql: 'FIELD.breaches = "deployed-past-gate"',
    what: 'Deployed without what the procedure demands.',
  },
  { name: 'with a breach', jql: 'FIELD.breaches != "none"', what: 'Something is late, or a rule was broken.' },
  { name: 'recorded afterwards', jql: 'FIELD.retroactive = "true"', what: 'Documented after the deployment.' },
  { name: 'approved by me', jql: 'FIELD.approvers = currentUser()', what: 'Approved by whoever looks.' },
  { name: 'asked for by me', jql: 'FIELD.requester = currentUser()', what: 'Asked for by whoever looks.' },
  {
    name: 'declared this month',
    jql: 'FIELD.phase != "none" AND created >= startOfMonth()',
    what: 'Declared since the first of this month.',
  },
];

export interface ComplianceFilter {
  readonly name: string;
  readonly jql: string;
  readonly description: string;
}

const PLAIN = /^[A-Za-z]\w*$/;

/** The name of a field as a clause of JQL takes it. */
export const jqlField = (name: string): string => (PLAIN.test(name) ? name : `"${name.replaceAll('"', '\\"')}"`);

/** The filters of a project, by its key and the name that the site gives the app's own field. */
export function complianceFilters(projectKey: string, fieldName: string): readonly ComplianceFilter[] {
  const field = jqlField(fieldName);
  return LISTS.map(({ name, jql, what }) => ({
    name: `${projectKey} emergency changes: ${name}`,
    jql: `project = "${projectKey}" AND ${jql.replaceAll('FIELD', field)} ORDER BY created DESC`,
    description: what,
  }));
}
