import * as v from 'valibot';
import { adfText, isAdf } from './adf';
import { forgeFieldKind, forgeFieldSchema } from './forge-field';
import type { FieldValue } from './model/issue';
import type { Field } from './model/field';
import type { Project } from './model/site';
import { mayInProject } from './permissions';
import { fieldError } from './rest/errors';
import { type JiraStore, known } from './store';
import { userJson } from './user-json';

export interface FieldContext {
  readonly store: JiraStore;
  readonly baseUrl: string;
  readonly project: Project;
}

/** How one type of field reads what a caller gives, shows what it holds, and tells it in the history. */
export interface FieldKind {
  /** The value to hold; null is empty. Throws a field error in Jira's words. */
  readonly read: (input: unknown, field: Field, context: FieldContext) => FieldValue;
  readonly json: (value: FieldValue, field: Field, context: FieldContext) => unknown;
  /** `[id, text]` of the value in a history. */
  readonly trace: (value: FieldValue, field: Field, context: FieldContext) => readonly [string | null, string | null];
}

const asText = (value: FieldValue): string | null => (typeof value === 'string' ? value : null);

const text: FieldKind = {
  read(input, field) {
    const value = checked(v.string(), input, field, 'Operation value must be a string').trim();
    if (/[\n\r]/.test(value))
      throw fieldError(field.id, `The ${field.name.toLowerCase()} is invalid because it contains newline characters.`);
    if (value.length > 255) throw fieldError(field.id, `${field.name} can't exceed 255 characters.`);
    return value === '' ? null : value;
  },
  json: (value) => value,
  trace: (value) => [null, asText(value)],
};

/** Jira's limit of a text field, counted here in the words of a document. */
export const LONGEST_TEXT = 32_767;
export const TOO_LONG = 'The entered text is too long. It exceeds the allowed limit of 32,767 characters.';

const richText: FieldKind = {
  read(input, field) {
    if (input === null) return null;
    if (!isAdf(input))
      throw fieldError(field.id, 'Operation value must be an Atlassian Document (see the Atlassian Document Format)');
    if (adfText(input).length > LONGEST_TEXT) throw fieldError(field.id, TOO_LONG);
    return input;
  },
  json: (value) => value,
  trace: (value) => [null, value === null ? null : adfText(value)],
};

const UserInput = v.nullable(
  v.looseObject({ accountId: v.optional(v.nullable(v.string())), id: v.optional(v.string()) }),
);

const user: FieldKind = {
  read(input, field, { store, project }) {
    const given = checked(UserInput, input, field, 'data was not an object');
    const accountId = given === null ? null : (given.accountId ?? given.id ?? null);
    if (accountId === null) return null;
    const account = store.accounts.get(accountId);
    if (account === undefined) throw fieldError(field.id, 'Specify a valid value for ' + field.id);
    const assignable = mayInProject(store, { kind: 'account', accountId }, 'ASSIGNABLE_USER', project);
    if (field.id === 'assignee' && !assignable) {
      throw fieldError(field.id, `User '${account.displayName}' cannot be assigned issues.`);
    }
    return accountId;
  },
  json(value, _field, { store, baseUrl }) {
    const id = asText(value);
    return id === null ? null : userJson(known(store.accounts, id), baseUrl);
  },
  trace(value, _field, { store }) {
    const id = asText(value);
    return id === null ? [null, null] : [id, known(store.accounts, id).displayName];
  },
};

const OptionInput = v.nullable(v.looseObject({ id: v.optional(v.string()), value: v.optional(v.string()) }));

const option: FieldKind = {
  read(input, field) {
    const given = checked(OptionInput, input, field, `Specify a valid 'id' or 'name' for ${field.name}`);
    if (given === null) return null;
    const found = field.options.find(({ id, value }) =>
      given.id === undefined ? value === given.value : id === given.id,
    );
    if (found === undefined) {
      throw fieldError(
        field.id,
        `Option ${given.id === undefined ? 'value' : 'id'} '${given.id ?? given.value ?? ''}' is not valid`,
      );
    }
    return found.id;
  },
  json(value, field, { baseUrl }) {
    const found = field.options.find(({ id }) => id === value);
    return found === undefined
      ? null
      : { self: `${baseUrl}/rest/api/3/customFieldOption/${found.id}`, value: found.value, id: found.id };
  },
  trace(value, field) {
    const found = field.options.find(({ id }) => id === value);
    return found === undefined ? [null, null] : [found.id, found.value];
  },
};

const OptionsInput = v.nullable(v.array(v.unknown()));

/** Several options, as Jira's Flagged field has them. */
const options: FieldKind = {
  read(input, field, context) {
    const given = checked(OptionsInput, input, field, 'data was not an array') ?? [];
    const ids = given.map((one) => option.read(one, field, context)).filter((id) => id !== null);
    return ids.length === 0 ? null : [...new Set(ids)];
  },
  json(value, field, context) {
    return Array.isArray(value) ? value.map((id) => option.json(id, field, context)) : null;
  },
  trace(value, field) {
    if (!Array.isArray(value)) return ['', ''];
    const chosen = field.options.filter(({ id }) => value.includes(id));
    return [`[${chosen.map(({ id }) => id).join(', ')}]`, chosen.map((one) => one.value).join(',')];
  },
};

const PriorityInput = v.looseObject({ id: v.optional(v.string()), name: v.optional(v.string()) });

const priority: FieldKind = {
  read(input, field, { store }) {
    const given = checked(PriorityInput, input, field, 'Specify the Priority (id or name) in string format');
    const found = [...store.priorities.values()].find(({ id, name }) => id === given.id || name === given.name);
    if (found === undefined) throw fieldError(field.id, 'The priority selected is invalid.');
    return found.id;
  },
  json(value, _field, { store, baseUrl }) {
    const found = store.priorities.get(asText(value) ?? '');
    return found === undefined
      ? null
      : { self: `${baseUrl}/rest/api/3/priority/${found.id}`, id: found.id, name: found.name, iconUrl: '' };
  },
  trace(value, _field, { store }) {
    const found = store.priorities.get(asText(value) ?? '');
    return found === undefined ? [null, null] : [found.id, found.name];
  },
};

const LabelsInput = v.nullable(v.array(v.string()));

const labels: FieldKind = {
  read(input, field) {
    const given = checked(LabelsInput, input, field, 'data was not an array') ?? [];
    const spaced = given.find((label) => /\s/.test(label));
    if (spaced !== undefined) throw fieldError(field.id, `The label '${spaced}' contains spaces which is invalid.`);
    const distinct = [...new Set(given)];
    return distinct.length === 0 ? null : distinct;
  },
  json: (value) => value ?? [],
  trace: (value) => [null, Array.isArray(value) ? value.join(' ') : ''],
};

const date: FieldKind = {
  read(input, field) {
    if (input === null || input === '') return null;
    return checked(v.pipe(v.string(), v.isoDate()), input, field, "Error parsing date string: use 'yyyy-MM-dd'.");
  },
  json: (value) => value,
  trace: (value) => [asText(value), asText(value)],
};

const KINDS = {
  text,
  'rich-text': richText,
  user,
  option,
  options,
  priority,
  labels,
  date,
  forge: forgeFieldKind,
} satisfies Record<Field['type'], FieldKind>;

export const fieldKind = (field: Field): FieldKind => KINDS[field.type];

function checked<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown,
  field: Field,
  message: string,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) throw fieldError(field.id, message);
  return parsed.output;
}

/** Fields that Jira sets itself; they are read with the issue and never given by a caller. */
export const READ_ONLY_FIELDS: Readonly<Record<string, string>> = {
  issuetype: 'Work type',
  project: 'Space',
  status: 'Status',
  creator: 'Creator',
  created: 'Created',
  updated: 'Updated',
  resolution: 'Resolution',
  subtasks: 'Sub-tasks',
  parent: 'Parent',
  comment: 'Comment',
  issuelinks: 'Linked Issues',
  attachment: 'Attachment',
  watches: 'Watchers',
};

const SCHEMA_TYPE: Readonly<Record<Exclude<Field['type'], 'forge'>, string>> = {
  text: 'string',
  'rich-text': 'string',
  user: 'user',
  option: 'option',
  options: 'array',
  priority: 'priority',
  labels: 'array',
  date: 'date',
};

/** The `schema` that Jira gives with a field's metadata. */
export const fieldSchema = (field: Field) =>
  field.forge === undefined ? jiraFieldSchema(field) : forgeFieldSchema(field, field.forge);

const jiraFieldSchema = (field: Field) => ({
  type: field.type === 'forge' ? 'any' : SCHEMA_TYPE[field.type],
  ...(field.type === 'labels' ? { items: 'string' } : {}),
  ...(field.type === 'options' ? { items: 'option' } : {}),
  ...(field.custom
    ? {
        custom: `com.atlassian.jira.plugin.system.customfieldtypes:${field.type === 'options' ? 'multicheckboxes' : 'select'}`,
        customId: Number(field.id.replace('customfield_', '')),
      }
    : { system: field.id }),
});
