import type { FieldType } from '../model/field';
import type { JiraStore } from '../store';

export const KIND_FIELD_ID = 'customfield_10050';
export const FLAGGED_FIELD_ID = 'customfield_10021';
const KINDS = ['Service outage', 'Data corruption', 'Security vulnerability', 'Major customer impact'];

/** The fields that a new site has, and its priorities. */
export function addStandardFields(store: JiraStore): void {
  const field = (id: string, name: string, type: FieldType) =>
    store.fields.set(id, { id, name, type, custom: false, options: [] });
  field('summary', 'Summary', 'text');
  field('description', 'Description', 'rich-text');
  field('reporter', 'Reporter', 'user');
  field('assignee', 'Assignee', 'user');
  field('priority', 'Priority', 'priority');
  field('labels', 'Labels', 'labels');
  field('duedate', 'Due date', 'date');
  store.fields.set(FLAGGED_FIELD_ID, {
    id: FLAGGED_FIELD_ID,
    name: 'Flagged',
    type: 'options',
    custom: true,
    options: [{ id: '10019', value: 'Impediment' }],
  });
  for (const [index, name] of ['Highest', 'High', 'Medium', 'Low', 'Lowest'].entries()) {
    store.priorities.set(String(index + 1), { id: String(index + 1), name });
  }
}

/** The field by which the demo site tells emergencies apart. */
export function addKindField(store: JiraStore): void {
  const options = KINDS.map((value, index) => ({ id: String(10_100 + index), value }));
  store.fields.set(KIND_FIELD_ID, {
    id: KIND_FIELD_ID,
    name: 'Kind of critical issue',
    type: 'option',
    custom: true,
    options,
  });
  store.counters.set('option', 10_100 + KINDS.length);
}
